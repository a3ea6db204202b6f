import EventSourcing
import EventStore
import Foundation
import Postgres
import Testing

/// Contents on their way in, before it is known whether they are kept.
@Suite struct IncomingContentsTests {
  private static let stream = StreamName(Parcel.category, .fresh())

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
      try await incoming.add(content(contentPart))
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
        try await documents.incoming().add(content(contentPart))
        try await store.owner.run(
          "UPDATE documents.incoming SET came_at = came_at - \(age)::interval WHERE came_at > now() - interval '1 hour'"
        )
      }
      #expect(try await store.incomingCount() == 2)
      _ = try await documents.incoming()
      #expect(try await store.incomingCount() == 1)
    }
  }
}

extension ReceivedContent {
  fileprivate func whole() async throws -> [UInt8] { try await cursor().whole() }
}

extension TestStore {
  /// How many rows what comes in takes.
  fileprivate func incomingCount() async throws -> Int {
    try await owner.run("SELECT count(*) FROM documents.incoming").only()[0]
  }
}
