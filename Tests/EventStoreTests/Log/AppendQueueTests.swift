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
    queue.learn(20, took: .milliseconds(1))
    #expect(try admit(9) == Array(repeating: .writersAreAtWork, count: 9))
    #expect(try admit() == .startWriter)
    #expect(try admit(20) == Array(repeating: .writersAreAtWork, count: 20))
  }

  @Test func `no second writer is called where calls are slow`() throws {
    #expect(try admit() == .startWriter)
    queue.learn(20, took: .milliseconds(10))
    #expect(try admit(50).allSatisfy { $0 == .writersAreAtWork })
  }

  @Test func `one of two writers may go while little waits, the last only when nothing does`()
    throws
  {
    #expect(try admit() == .startWriter)
    queue.learn(1, took: .microseconds(400))
    #expect(try admit(7).last == .startWriter)
    #expect(take() == 8)
    #expect(try admit(3).allSatisfy { $0 == .writersAreAtWork })
    #expect(queue.retireWriter())
    #expect(!queue.retireWriter())
    #expect(take() == 3)
    #expect(queue.retireWriter())
  }

  @Test(.timeLimit(.minutes(1)))
  func `looking around ends when nobody else comes, whatever patience there is`() async {
    queue.learn(2, took: .seconds(7200))
    await queue.gather()
  }

  private func admit() throws -> AppendQueue.Admission {
    let appending = writing("a", to: StreamName("note", .fresh()), expecting: 0)
    let digest = CommandDigest(appending.envelope, with: SymmetricKey(size: .bits256))
    return queue.admit(AppendQueue.Entry(try PendingAppend(appending, digest)) { _ in })
  }

  private func admit(_ count: Int) throws -> [AppendQueue.Admission] {
    try (0..<count).map { _ in try admit() }
  }

  private func take() -> Int { queue.take(commandsMax: 100, bytesMax: 1 << 20).count }
}
