import EventSourcing
import EventStore
import Foundation
import Postgres
import Testing

/// What becomes of contents when the key of their stream is destroyed, before and meanwhile.
@Suite struct DestroyedContentsTests {
  private static let stream = StreamName(Parcel.category, .fresh())
  private static let other = StreamName(Parcel.category, .fresh())

  @Test func `with the key of its stream a content is gone, on every node, and none is kept again`()
    async throws
  {
    try await withDocuments { documents, store in
      let digest = try await documents.keep(content(3), of: Self.stream)
      let spared = try await documents.keep(content(3), of: Self.other)
      let node = store.node()
      let elsewhere = PostgresDocuments(of: node, in: store.writer)
      #expect(try await elsewhere.whole(digest, of: Self.stream) == content(3))
      try await StreamKeys(of: store.log, in: store.owner).destroy(keyOf: Self.stream)
      for documents in [documents, elsewhere] {
        await expect(.erased) { try await documents.whole(digest, of: Self.stream) }
      }
      await expect(.erased) { try await documents.keep(content(4), of: Self.stream) }
      #expect(try await store.partCount() == 1)
      #expect(try await documents.whole(spared, of: Self.other) == content(3))
      await node.stop()
    }
  }

  @Test func `what is kept while its key is destroyed goes with it`() async throws {
    try await withDocuments { documents, store in
      let bytes = content(2 * contentPart)
      let incoming = try await documents.incoming()
      try await incoming.add(bytes)
      let whole = try await incoming.end()
      let destroying = Once {
        try await StreamKeys(of: store.log, in: store.owner).destroy(keyOf: Self.stream)
      }
      let slow = ReceivedContent(whole.digest, byteCount: whole.byteCount) {
        Interrupted(whole.cursor()) { try await destroying.beginAndWaitUntilHeldUp(in: store) }
      }
      try await documents.keep(slow, of: Self.stream)
      try await destroying.end()
      await incoming.discard()
      #expect(try await store.partCount() == 0)
      await expect(.erased) { try await documents.keep(slow, of: Self.stream) }
    }
  }
}

/// Work that is begun amid other work, once.
private actor Once {
  private let work: @Sendable () async throws -> Void
  private var task: Task<Void, any Error>?
  private var isOver = false

  init(_ work: @escaping @Sendable () async throws -> Void) { self.work = work }

  /// Returns when the work is over, or waits for a lock that somebody else has.
  func beginAndWaitUntilHeldUp(in store: TestStore) async throws {
    guard task == nil else { return }
    task = Task { [work] in
      defer { self.finish() }
      try await work()
    }
    while !isOver, try await !store.hasWaiting() {}
  }

  private func finish() { isOver = true }

  func end() async throws { try await task?.value }
}

/// A content before each part of which something else happens.
private struct Interrupted: ContentCursor {
  private let content: any ContentCursor
  private let interruption: @Sendable () async throws -> Void

  init(
    _ content: any ContentCursor, by interruption: @escaping @Sendable () async throws -> Void
  ) {
    self.content = content
    self.interruption = interruption
  }

  func next() async throws(DocumentFailure) -> [UInt8]? {
    do { try await interruption() } catch { throw .unavailable(error) }
    return try await content.next()
  }
}
