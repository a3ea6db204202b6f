import EventSourcing
import EventStore
import Foundation
import Postgres
import Testing

/// The contents of documents in a real database.
@Suite struct PostgresDocumentsTests {
  private static let stream = StreamName(Parcel.category, .fresh())
  private static let other = StreamName(Parcel.category, .fresh())
  /// How much of a content one row holds.
  private static let part = 256 * 1024

  @Test(arguments: [0, 1, part - 1, part, part + 1, 3 * part])
  func `a content comes back as it came, however it falls apart`(count: Int) async throws {
    try await withDocuments { documents, store in
      let content = content(count)
      let digest = try await documents.keep(content, of: Self.stream)
      #expect(try await documents.whole(digest, of: Self.stream) == content)
      #expect(try await store.partCount() == max(1, (count + Self.part - 1) / Self.part))
    }
  }

  @Test func `nothing of it lies in the clear, not even what it is known by`() async throws {
    try await withDocuments { documents, store in
      let digest = try await documents.keep(Array("achter de dijk".utf8), of: Self.stream)
      let kept = try await store.owner.run("SELECT closed, content FROM documents.chunk").only()
      let (closed, name): ([UInt8], [UInt8]) = (try kept["closed"], try kept["content"])
      #expect(!String(decoding: closed, as: UTF8.self).contains("dijk"))
      #expect(name != digest.bytes)
    }
  }

  @Test func `the same content lies there once for each stream, whoever keeps it at once`()
    async throws
  {
    try await withDocuments { documents, store in
      let content = content(Self.part + 1)
      let digests = try await withThrowingTaskGroup(
        of: ContentDigest.self, returning: Set<ContentDigest>.self
      ) { group in
        for _ in 0..<4 { group.addTask { try await documents.keep(content, of: Self.stream) } }
        return try await group.reduce(into: []) { $0.insert($1) }
      }
      let digest = try #require(digests.first)
      #expect(digests == [digest])
      #expect(try await store.partCount() == 2)
      #expect(try await documents.keep(content, of: Self.other) == digest)
      #expect(try await store.partCount() == 4)
      for stream in [Self.stream, Self.other] {
        #expect(try await documents.whole(digest, of: stream) == content)
      }
    }
  }

  @Test(arguments: Tampering.all)
  func `what was changed does not open`(tampering: Tampering) async throws {
    try await withDocuments { documents, store in
      let digest = try await documents.keep(content(2 * Self.part + 1), of: Self.stream)
      #expect(try await store.partCount() == 3)
      try await store.owner.batch(tampering.statements)
      await expect(.damaged) { try await documents.whole(digest, of: Self.stream) }
    }
  }

  @Test func `a content put into another stream does not open there`() async throws {
    try await withDocuments { documents, store in
      let digest = try await documents.keep(content(3), of: Self.stream)
      await expect(.missing) { try await documents.whole(digest, of: Self.other) }
      _ = try await documents.keep(content(3), of: Self.other)
      try await store.owner.run(
        """
        UPDATE documents.chunk SET closed = (
          SELECT closed FROM documents.chunk WHERE stream_id = \(Self.stream.identity.uuid))
        WHERE stream_id = \(Self.other.identity.uuid)
        """)
      await expect(.damaged) { try await documents.whole(digest, of: Self.other) }
    }
  }

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
      let bytes = content(2 * Self.part)
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

  @Test(arguments: ["UPDATE documents.chunk SET number = 1", "DELETE FROM documents.chunk"])
  func `who keeps documents changes and takes away none`(attempt: String) async throws {
    try await withDocuments { documents, store in
      _ = try await documents.keep(content(3), of: Self.stream)
      await #expect(throws: PostgresError.self) {
        try await store.writer.run(Statement(trustedFile: attempt))
      }
    }
  }

  @Test func `pages cannot look at documents`() async throws {
    try await withDocuments { _, store in
      await #expect(throws: PostgresError.self) {
        try await store.web.run("SELECT count(*) FROM documents.chunk")
      }
    }
  }

  @Test func `what comes in is closed, found by nobody, and gone when it is not kept`() async throws
  {
    try await withDocuments { documents, store in
      let incoming = try await documents.incoming()
      try await incoming.add(Array("achter de dijk".utf8))
      let received = try await incoming.end()
      #expect(try await received.whole() == Array("achter de dijk".utf8))
      #expect(try await received.whole() == Array("achter de dijk".utf8), "as often as one likes")
      let closed: [UInt8] =
        try await store.owner.run("SELECT closed FROM documents.incoming").only()["closed"]
      #expect(!String(decoding: closed, as: UTF8.self).contains("dijk"))
      await expect(.missing) { try await documents.whole(received.digest, of: Self.stream) }
      await incoming.discard()
      #expect(try await store.incomingCount() == 0)
      await expect(.missing) { try await received.whole() }
    }
  }

  @Test func `whoever is told to give up takes away what came in all the same`() async throws {
    try await withDocuments { documents, store in
      let incoming = try await documents.incoming()
      try await incoming.add(content(Self.part))
      #expect(try await store.incomingCount() == 1)
      let (started, start) = AsyncStream.makeStream(of: Void.self)
      let work = Task {
        for await _ in started {}
        #expect(Task.isCancelled)
        await incoming.discard()
      }
      work.cancel()
      start.finish()
      await work.value
      #expect(try await store.incomingCount() == 0)
    }
  }

  @Test func `what a program left behind goes after a day`() async throws {
    try await withDocuments { documents, store in
      for age in ["23 hours", "25 hours"] {
        try await documents.incoming().add(content(Self.part))
        try await store.owner.run(
          "UPDATE documents.incoming SET came_at = came_at - \(age)::interval WHERE came_at > now() - interval '1 hour'"
        )
      }
      #expect(try await store.incomingCount() == 2)
      _ = try await documents.incoming()
      #expect(try await store.incomingCount() == 1)
    }
  }

  @Test func `a part that does not open is found before the last byte goes out`() async throws {
    try await withDocuments { documents, store in
      let digest = try await documents.keep(content(3 * Self.part), of: Self.stream)
      try await store.owner.run(
        """
        UPDATE documents.chunk SET closed = set_byte(closed, 100, get_byte(closed, 100) # 1)
        WHERE number = 2
        """)
      let cursor = try await documents.content(digest, of: Self.stream)
      #expect(try await cursor.next()?.count == Self.part)
      #expect(try await cursor.next()?.count == Self.part)
      await expect(.damaged) { try await cursor.next() }
    }
  }

  private func withDocuments(
    _ body: (PostgresDocuments, TestStore) async throws -> Void
  ) async throws {
    try await withStore { store in
      try await body(PostgresDocuments(of: store.log, in: store.writer), store)
    }
  }

  /// Bytes of which no two parts are the same.
  private func content(_ count: Int) -> [UInt8] {
    var generator = SeededGenerator(seed: UInt64(count))
    return (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
  }

  /// Expects that `work` fails, and why.
  private func expect(
    _ failure: DocumentFailure, _ work: () async throws -> some Sendable,
    sourceLocation: SourceLocation = #_sourceLocation
  ) async {
    do {
      _ = try await work()
      Issue.record("it did not fail", sourceLocation: sourceLocation)
    } catch {
      #expect("\(error)" == "\(failure)", sourceLocation: sourceLocation)
    }
  }
}

/// A way in which somebody who may write to the table changes a content of three parts.
struct Tampering: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let statements: [Statement]

  static let all = [
    Tampering(
      testDescription: "one byte",
      statements: [
        """
        UPDATE documents.chunk SET closed = set_byte(closed, 100, get_byte(closed, 100) # 1)
        WHERE number = 1
        """
      ]),
    Tampering(
      testDescription: "two parts in each other's place",
      statements: [
        """
        UPDATE documents.chunk SET closed = (
          SELECT closed FROM documents.chunk c WHERE c.number = 1 - chunk.number)
        WHERE number < 2
        """
      ]),
    Tampering(
      testDescription: "the end is gone",
      statements: ["DELETE FROM documents.chunk WHERE is_last"]),
    Tampering(
      testDescription: "the end is gone, and another part is called the last",
      statements: [
        "DELETE FROM documents.chunk WHERE is_last",
        "UPDATE documents.chunk SET is_last = true WHERE number = 1",
      ]),
    Tampering(
      testDescription: "the middle is gone, and what follows is moved up",
      statements: [
        "DELETE FROM documents.chunk WHERE number = 1",
        "UPDATE documents.chunk SET number = 1 WHERE number = 2",
      ]),
    Tampering(
      testDescription: "the beginning is gone",
      statements: ["DELETE FROM documents.chunk WHERE number = 0"]),
  ]
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

extension DocumentStore {
  /// All of what was kept.
  fileprivate func whole(_ digest: ContentDigest, of stream: StreamName) async throws -> [UInt8] {
    try await content(digest, of: stream).whole()
  }
}

extension ReceivedContent {
  fileprivate func whole() async throws -> [UInt8] { try await cursor().whole() }
}

extension ContentCursor {
  fileprivate func whole() async throws -> [UInt8] {
    var bytes: [UInt8] = []
    while let part = try await next() { bytes += part }
    return bytes
  }
}

extension TestStore {
  /// How many rows what comes in takes.
  fileprivate func incomingCount() async throws -> Int {
    try await owner.run("SELECT count(*) FROM documents.incoming").only()[0]
  }

  /// Whether somebody waits for a lock that somebody else has.
  fileprivate func hasWaiting() async throws -> Bool {
    // The connection that others share is the one that waits.
    try await owner.withSession { session in
      try await session.run(
        """
        SELECT EXISTS (SELECT FROM pg_stat_activity
          WHERE datname = current_database() AND wait_event_type = 'Lock')
        """
      ).only()[0]
    }
  }

  /// How many rows the contents of all documents take.
  fileprivate func partCount() async throws -> Int {
    try await owner.run("SELECT count(*) FROM documents.chunk").only()[0]
  }
}
