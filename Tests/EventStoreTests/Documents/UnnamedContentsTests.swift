import EventSourcing
import EventStore
import Foundation
import Postgres
import Testing

/// What was kept for a command that was refused goes after a day, and nothing else does.
@Suite struct UnnamedContentsTests {
  private static let stream = StreamName(Parcel.category, .fresh())

  @Test func `what no event names goes after a day, with all its parts`() async throws {
    try await withDocuments { documents, store in
      let (kept, left) = (content(3), content(2 * contentPart))
      let named = try await documents.keep(kept, of: Self.stream)
      let unnamed = try await documents.keep(left, of: Self.stream)
      try await store.append(naming: named, to: Self.stream)
      #expect(try await store.sweep() == .init(), "a request may be under way")
      try await store.age("23 hours")
      #expect(try await store.sweep() == .init())
      try await store.age("1 hour")
      #expect(try await store.sweep() == .init(count: 1))
      #expect(try await documents.whole(named, of: Self.stream) == kept)
      await expect(.missing) { try await documents.whole(unnamed, of: Self.stream) }
      #expect(try await store.partCount() == 1)
      #expect(try await store.sweep() == .init())
      #expect(try await documents.keep(left, of: Self.stream) == unnamed)
      #expect(try await documents.whole(unnamed, of: Self.stream) == left)
    }
  }

  @Test func `an event of another stream does not name it`() async throws {
    try await withDocuments { documents, store in
      let other = StreamName(Parcel.category, .fresh())
      let digest = try await documents.keep(content(3), of: Self.stream)
      #expect(try await documents.keep(content(3), of: other) == digest)
      try await store.append(naming: digest, to: other)
      try await store.age("25 hours")
      #expect(try await store.sweep() == .init(count: 1))
      #expect(try await documents.whole(digest, of: other) == content(3))
    }
  }

  @Test func `what is kept again and named while it is swept stays`() async throws {
    try await withDocuments { documents, store in
      let left = content(2 * contentPart)
      let digest = try await documents.keep(left, of: Self.stream)
      try await store.age("25 hours")
      // Who keeps it again has come as far as its first part when the sweep has found that no event names it.
      let sweeping = try await store.owner.transaction { session in
        try await session.run(
          "SELECT hold_content(log_id, category, stream_id, content) FROM documents.chunk WHERE number = 0"
        )
        let sweeping = Task { try await store.sweep() }
        while try await store.waitingCount() < 1 {}
        try await store.append(naming: digest, to: Self.stream)
        return sweeping
      }
      #expect(try await sweeping.value == .init())
      #expect(try await documents.whole(digest, of: Self.stream) == left)
      try await store.age("25 hours")
      #expect(try await store.sweep() == .init())
      #expect(try await documents.whole(digest, of: Self.stream) == left)
    }
  }

  @Test func `what is kept again while it is being taken away is kept anew`() async throws {
    try await withDocuments { documents, store in
      let left = content(2 * contentPart)
      let digest = try await documents.keep(left, of: Self.stream)
      try await store.age("25 hours")
      let (sweeping, keeping) = try await store.owner.transaction { session in
        // The sweep has taken the first part away, and waits for the second.
        try await session.run("SELECT 1 FROM documents.chunk WHERE number = 1 FOR UPDATE")
        let sweeping = Task { try await store.sweep() }
        while try await store.waitingCount() < 1 {}
        let keeping = Task { try await documents.keep(left, of: Self.stream) }
        while try await store.waitingCount() < 2 {}
        return (sweeping, keeping)
      }
      #expect(try await sweeping.value == .init(count: 1))
      #expect(try await keeping.value == digest)
      #expect(try await documents.whole(digest, of: Self.stream) == left)
      #expect(try await store.sweep() == .init())
    }
  }

  @Test func `of a stream that cannot be read all contents stay`() async throws {
    try await withDocuments { documents, store in
      let digest = try await documents.keep(content(3), of: Self.stream)
      _ = try await documents.keep(content(4), of: Self.stream)
      try await store.append(naming: digest, to: Self.stream)
      try await store.age("25 hours")
      try await store.owner.run("UPDATE keyring.stream_key SET wrapped = set_byte(wrapped, 20, 0)")
      #expect(try await store.sweep() == .init(unreadable: [Self.stream]))
      #expect(try await store.sweep(but: [Self.stream]) == .init())
      #expect(try await store.partCount() == 2)
    }
  }
}

extension TestStore {
  /// Sweeps as the program does.
  fileprivate func sweep(
    but spared: Set<StreamName> = []
  ) async throws -> UnnamedContents.Swept {
    try await UnnamedContents(of: log, in: owner).sweep(but: spared)
  }

  /// As if everything was kept longer ago by `time`.
  fileprivate func age(_ time: String) async throws {
    try await owner.run("UPDATE documents.chunk SET kept_at = kept_at - \(time)::interval")
  }

  /// Records an event that names a content.
  fileprivate func append(naming digest: ContentDigest, to stream: StreamName) async throws {
    let event = try Parcel.codec().encode(.received(depot: "\(digest)", weight: 1))
    _ = try await log.append(
      Appending(
        Envelope(command: .fresh(), actor: "amina"),
        slices: [Appending.Slice(to: stream, expecting: 0, [event])]))
  }
}
