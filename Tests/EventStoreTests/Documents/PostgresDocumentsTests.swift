import EventSourcing
import EventStore
import Foundation
import Postgres
import Testing

/// The contents of documents in a real database.
@Suite struct PostgresDocumentsTests {
  private static let stream = StreamName(Parcel.category, .fresh())
  private static let other = StreamName(Parcel.category, .fresh())
  @Test(arguments: [0, 1, contentPart - 1, contentPart, contentPart + 1, 3 * contentPart])
  func `a content comes back as it came, however it falls apart`(count: Int) async throws {
    try await withDocuments { documents, store in
      let content = content(count)
      let digest = try await documents.keep(content, of: Self.stream)
      #expect(try await documents.whole(digest, of: Self.stream) == content)
      #expect(try await store.partCount() == max(1, (count + contentPart - 1) / contentPart))
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
      let content = content(contentPart + 1)
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
      let digest = try await documents.keep(content(2 * contentPart + 1), of: Self.stream)
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

  @Test func `a part that does not open is found before the last byte goes out`() async throws {
    try await withDocuments { documents, store in
      let digest = try await documents.keep(content(3 * contentPart), of: Self.stream)
      try await store.owner.run(
        """
        UPDATE documents.chunk SET closed = set_byte(closed, 100, get_byte(closed, 100) # 1)
        WHERE number = 2
        """)
      let cursor = try await documents.content(digest, of: Self.stream)
      #expect(try await cursor.next()?.count == contentPart)
      #expect(try await cursor.next()?.count == contentPart)
      await expect(.damaged) { try await cursor.next() }
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
