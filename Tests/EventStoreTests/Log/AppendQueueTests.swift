import Crypto
import EventSourcing
import Testing

@testable import EventStore

/// What waits for the writers, and how many of them are at work.
@Suite struct AppendQueueTests {
  private let queue = AppendQueue(waitingMax: 100)

  @Test func `one writer is called, and another only once enough waits and calls are quick`() throws
  {
    #expect(try admit() == .startWriter)
    #expect(try admit(20) == Array(repeating: .writersAreAtWork, count: 20))
    // What is under way now.
    #expect(take() == 21)
    learn(20, took: .microseconds(600))
    #expect(try admit(9) == Array(repeating: .writersAreAtWork, count: 9))
    #expect(try admit() == .startWriter)
    #expect(try admit(20) == Array(repeating: .writersAreAtWork, count: 20))
  }

  @Test func `no second writer is called where calls are slow`() throws {
    #expect(try admit() == .startWriter)
    learn(20, took: .milliseconds(10))
    #expect(try admit(50).allSatisfy { $0 == .writersAreAtWork })
  }

  @Test func `one of two writers may go while little waits, the last only when nothing does`()
    throws
  {
    #expect(try admit() == .startWriter)
    learn(10, took: .microseconds(400))
    #expect(try admit(7).last == .startWriter)
    #expect(take() == 8)
    #expect(try admit(3).allSatisfy { $0 == .writersAreAtWork })
    #expect(queue.retireWriter())
    #expect(!queue.retireWriter())
    #expect(take() == 3)
    #expect(queue.retireWriter())
  }

  @Test func `a call counts from when the database took it up, not from when it was sent`() throws {
    let now = ContinuousClock.now
    #expect(try admit() == .startWriter)
    queue.learn(20, from: now, to: now + .microseconds(600))
    // Sent before that answer, and answered as soon after it.
    queue.learn(20, from: now + .microseconds(10), to: now + .microseconds(1200))
    #expect(take() == 1)
    #expect(try admit(10).last == .startWriter)
  }

  @Test(.timeLimit(.minutes(1)))
  func `looking around ends when nobody else comes, whatever patience there is`() async {
    learn(2, took: .seconds(7200))
    await queue.lookAround(atMost: 100)
  }

  private func admit() throws -> AppendQueue.Admission {
    let appending = writing("a", to: StreamName("note", .fresh()), expecting: 0)
    let digest = CommandDigest(appending.envelope, with: SymmetricKey(size: .bits256))
    return queue.admit(AppendQueue.Entry(try PendingAppend(appending, digest)) { _ in })
  }

  private func admit(_ count: Int) throws -> [AppendQueue.Admission] {
    try (0..<count).map { _ in try admit() }
  }

  private func learn(_ count: Int, took time: Duration) {
    let now = ContinuousClock.now
    queue.learn(count, from: now, to: now + time)
  }

  private func take() -> Int { queue.take(commandsMax: 100, bytesMax: 1 << 20).count }
}
