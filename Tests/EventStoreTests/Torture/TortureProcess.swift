import EventSourcing
import Foundation
import Synchronization
import Testing

/// A node in a process of its own, which is killed with -9; another begins in its place.
final class TortureProcess: Sendable {
  private struct State {
    var process: pid_t?
    /// Whether it has had an answer, so that its end leaves something to lose.
    var isAnswered = false
    /// To be killed as soon as it has had one.
    var isDoomed = false
    var isOver = false
    var kills = 0
  }

  private let errand: TortureErrand
  private let book: TortureBook
  private let state = Mutex(State())

  init(_ errand: TortureErrand, book: TortureBook) {
    self.errand = errand
    self.book = book
  }

  /// How many were killed.
  var kills: Int { state.withLock(\.kills) }

  /// Runs one after another until `stop`, each until it is killed.
  func keepRunning() async throws {
    var errand = errand
    while !state.withLock(\.isOver) {
      errand.seed += 1
      let pipe = try TorturePipe()
      errand.pipe = pipe.path
      async let heard: Void = pipe.read { self.take($0) }
      await #expect(processExitsWith: .signal(SIGKILL)) { [errand = errand as TortureErrand] in
        try await errand.carryOut()
      }
      pipe.close()
      await heard
      state.withLock { state in
        state.process = nil
        state.isAnswered = false
      }
    }
  }

  private func take(_ report: TortureReport) {
    book.note(report)
    state.withLock { state in
      switch report {
      case .began(let process): state.process = process
      case .answered: state.isAnswered = true
      case .opened, .faulted: return
      }
      if state.isDoomed { strike(&state) }
    }
  }

  /// Kills the one that runs, if need be as soon as it has had its first answer; the last one in any case, which may
  /// never have one.
  func kill() { state.withLock { strike(&$0) } }

  private func strike(_ state: inout State) {
    guard let process = state.process, state.isAnswered || state.isOver else {
      state.isDoomed = true
      return
    }
    Foundation.kill(process, SIGKILL)
    state.kills += 1
    state.isDoomed = false
    state.process = nil
  }

  /// Kills the last, which nobody follows.
  func stop() {
    state.withLock { $0.isOver = true }
    kill()
  }
}

/// What a node in a process of its own is to do.
struct TortureErrand: Codable, Sendable {
  /// Where the server is.
  let address: String
  let streams: [Identity]
  var seed: UInt64
  /// Where it tells what it was told.
  var pipe = ""

  /// How many write at once.
  private static let writers = 4

  /// Writes and projects until the process is killed.
  func carryOut() async throws {
    let pipe = try TorturePipe.Writer(pipe)
    pipe.write(.began(process: getpid()))
    let book = TortureBook(telling: pipe.write)
    let nodes = TortureNodes(
      1, on: try TortureServer.configuration(address), calledBy: TortureServer.killedNode)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for number in 0..<Self.writers {
        group.addTask {
          var writer = TortureWriter(
            seed: seed &* 1_000 &+ UInt64(number),
            streams: streams.map { StreamName(Parcel.category, $0) }, nodes: nodes, book: book)
          try await writer.write { false }
        }
      }
      try await group.waitForAll()
    }
  }
}
