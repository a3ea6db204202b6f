import Foundation
import Synchronization
import Testing

@testable import Credentials

struct PasswordHasherTests {
  private let bicycles = Password("Zoë heeft 3 gele fietsen")

  private func hasher(on threads: BoundedThreads) -> PasswordHasher {
    PasswordHasher(cost: ScryptCost(logRounds: 4, blockSize: 8, parallelism: 1), threads: threads)
  }

  private func salt() throws -> PasswordHash.Salt {
    try #require(PasswordHash.Salt(Array(0...15)))
  }

  @Test func `a password is right, another is wrong`() async throws {
    let hasher = hasher(on: BoundedThreads(atOnce: 2, waitingMax: 8))
    let hash = try await hasher.hash(bicycles, salt: salt())
    #expect(try await hasher.isRight(bicycles, for: hash))
    #expect(try await !hasher.isRight(Password("Zoë heeft 4 gele fietsen"), for: hash))
  }

  @Test func `nobody has the password of no account`() async throws {
    let hasher = hasher(on: BoundedThreads(atOnce: 2, waitingMax: 8))
    for text in ["", "Zoë heeft 3 gele fietsen", String(repeating: "\0", count: 32)] {
      #expect(try await !hasher.isRight(Password(text), for: nil))
    }
  }

  @Test func `an unknown account costs what a known one costs, and waits for its turn like one`()
    async
  {
    #expect(PasswordHash.decoy(cost: .today).cost == .today)
    let threads = BoundedThreads(atOnce: 1, waitingMax: 0)
    let gate = Gate()
    async let working = threads.run { gate.pass() }
    await gate.begun(1)
    await #expect(throws: PasswordHasher.Refusal.busy) {
      try await hasher(on: threads).isRight(bicycles, for: nil)
    }
    gate.open()
    _ = await working
  }

  @Test func `hashes are made at today's cost`() async throws {
    let hash = try await PasswordHasher().hash(bicycles, salt: salt())
    #expect(
      hash.description
        == "$scrypt$ln=17,r=8,p=1$AAECAwQFBgcICQoLDA0ODw$wj515bnRz7vNr6ORq8AyY6M4xOW7wdHiGL/tm40H4x4"
    )
  }

  @Test func `who comes when all places are taken is refused`() async throws {
    let threads = BoundedThreads(atOnce: 1, waitingMax: 1)
    let hasher = hasher(on: threads)
    let hash = try await hasher.hash(bicycles, salt: salt())
    let gate = Gate()
    async let working = threads.run { gate.pass() }
    await gate.begun(1)
    async let waiting = hasher.isRight(bicycles, for: hash)
    await queue(of: threads, hasGrownTo: 1)
    await #expect(throws: PasswordHasher.Refusal.busy) {
      try await hasher.isRight(bicycles, for: hash)
    }
    gate.open()
    _ = await working
    #expect(try await waiting)
    #expect(try await hasher.isRight(bicycles, for: hash))
  }

  @Test func `who goes away while waiting leaves a place for another`() async throws {
    let threads = BoundedThreads(atOnce: 1, waitingMax: 1)
    let hasher = hasher(on: threads)
    let hash = try await hasher.hash(bicycles, salt: salt())
    let gate = Gate()
    async let working = threads.run { gate.pass() }
    await gate.begun(1)
    let leaving = Task { try await hasher.isRight(bicycles, for: hash) }
    await queue(of: threads, hasGrownTo: 1)
    leaving.cancel()
    await #expect(throws: PasswordHasher.Refusal.cancelled) { try await leaving.value }
    async let next = hasher.isRight(bicycles, for: hash)
    await queue(of: threads, hasGrownTo: 1)
    gate.open()
    _ = await working
    #expect(try await next)
  }

  @Test func `who has gone already costs nothing`() async throws {
    let threads = BoundedThreads(atOnce: 1, waitingMax: 0)
    let gone = Task {
      while !Task.isCancelled { await Task.yield() }
      return await threads.run { true }
    }
    gone.cancel()
    #expect(await gone.value == .failure(.cancelled))
  }

  @Test func `only so many work at a time, and all get their turn`() async {
    let threads = BoundedThreads(atOnce: 2, waitingMax: 18)
    let gate = Gate()
    await withTaskGroup { group in
      for number in 0..<20 {
        group.addTask {
          await threads.run {
            gate.pass()
            return number
          }
        }
      }
      await gate.begun(2)
      await queue(of: threads, hasGrownTo: 18)
      #expect(gate.count == 2)
      gate.open()
      var answers: Set<Int> = []
      for await answer in group { if case .success(let number) = answer { answers.insert(number) } }
      #expect(answers == Set(0..<20))
    }
    #expect(gate.count == 20)
    #expect(threads.waiting == 0)
  }

  @Test func `a thread that was let go is made again`() async {
    let threads = BoundedThreads(atOnce: 1, waitingMax: 0)
    for number in 0..<50 {
      var answer = await threads.run { number }
      // The thread that gave the last answer may not have said yet that it is free.
      while answer == .failure(.full) { answer = await threads.run { number } }
      #expect(answer == .success(number))
    }
  }

  private func queue(of threads: BoundedThreads, hasGrownTo count: Int) async {
    while threads.waiting < count { await Task.yield() }
  }
}

/// Work that takes until somebody lets it go on.
private final class Gate: Sendable {
  private let entered = Mutex(0)
  private let shut = NSCondition()
  private let isOpen = Atomic(false)

  /// How many have come.
  var count: Int { entered.withLock { $0 } }

  /// Blocks its thread until the gate is open.
  func pass() {
    entered.withLock { $0 += 1 }
    shut.withLock { while !isOpen.load(ordering: .acquiring) { shut.wait() } }
  }

  func open() {
    shut.withLock {
      isOpen.store(true, ordering: .releasing)
      shut.broadcast()
    }
  }

  func begun(_ count: Int) async {
    while self.count < count { await Task.yield() }
  }
}
