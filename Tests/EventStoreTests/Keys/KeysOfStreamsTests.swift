import EventSourcing
import EventStore
import Foundation
import Postgres
import Testing

@Suite struct KeysOfStreamsTests {
  private static let parcel = StreamName(Parcel.category, .fresh())
  private static let other = StreamName(Parcel.category, .fresh())

  @Test func `what is personal stands in the log as ciphertext and is read as it was`() async throws
  {
    try await withStore { store in
      try await store.receive(Self.parcel, at: "achter \"de\" dijk \\ ~ {\"~\":\"n\"} é")
      let kept = try await store.keptPayload()
      #expect(!kept.contains("dijk"))
      #expect(kept.contains(#""weight":3"#))
      #expect(
        try await store.happenings(to: Self.parcel)
          == [.received(depot: "achter \"de\" dijk \\ ~ {\"~\":\"n\"} é", weight: 3)])
      #expect(try await store.findingsInLog().isEmpty)
    }
  }

  @Test func `the same text never looks the same twice`() async throws {
    try await withStore { store in
      try await store.receive(Self.parcel, at: "dijk")
      try await store.receive(Self.other, at: "dijk")
      let kept = try await store.owner.run("SELECT DISTINCT data::text FROM es_event")
      #expect(kept.count == 2)
    }
  }

  @Test func `a key that is destroyed opens nothing on any node, and other streams stay`()
    async throws
  {
    try await withStore { store in
      try await store.receive(Self.parcel, at: "dijk")
      try await store.receive(Self.other, at: "kade")
      let node = store.node()
      #expect(try await node.happenings(to: Self.parcel) == [.received(depot: "dijk", weight: 3)])
      try await StreamKeys(of: store.log, in: store.owner).destroy(keyOf: Self.parcel)
      for log in [store.log, node] {
        #expect(
          try await log.happenings(to: Self.parcel) == [.received(depot: "[gewist]", weight: 3)])
        #expect(try await log.happenings(to: Self.other) == [.received(depot: "kade", weight: 3)])
      }
      #expect(try await store.findingsInLog().isEmpty)
      await node.stop()
    }
  }

  @Test func `a stream whose key is destroyed takes no personal data any more`() async throws {
    try await withStore { store in
      // One that never had a key gets none afterwards either.
      for stream in [Self.parcel, Self.other] {
        if stream == Self.parcel { try await store.receive(stream, at: "dijk") }
        try await StreamKeys(of: store.log, in: store.owner).destroy(keyOf: stream)
      }
      let node = store.node()
      await #expect(throws: AppendFailure.self) {
        try await node.receive(Self.other, at: "kade")
      }
      #expect(try await node.head() == 1)
      await node.stop()
    }
  }

  @Test func `nobody takes a destruction back`() async throws {
    try await withStore { store in
      try await store.receive(Self.parcel, at: "dijk")
      try await StreamKeys(of: store.log, in: store.owner).destroy(keyOf: Self.parcel)
      let attempts: [Statement] = [
        "UPDATE keyring.stream_key SET destroyed_at = NULL, wrapped = '\\x00', wrapped_by = 'x'",
        "DELETE FROM keyring.stream_key", "TRUNCATE keyring.stream_key",
      ]
      for attempt in attempts {
        await #expect(throws: PostgresError.self) { try await store.owner.run(attempt) }
      }
    }
  }

  @Test(arguments: [
    "UPDATE keyring.stream_key SET wrapped = NULL, wrapped_by = NULL, destroyed_at = now()",
    "DELETE FROM keyring.stream_key",
  ])
  func `who writes the log cannot destroy a key`(attempt: String) async throws {
    try await withStore { store in
      try await store.receive(Self.parcel, at: "dijk")
      await #expect(throws: PostgresError.self) {
        try await store.writer.run(Statement(trustedFile: attempt))
      }
    }
  }

  @Test func `pages cannot look at keys`() async throws {
    try await withStore { store in
      await #expect(throws: PostgresError.self) {
        try await store.web.run("SELECT count(*) FROM keyring.stream_key")
      }
    }
  }

  @Test func `a new key-encryption key takes the place of the former one`() async throws {
    try await withStore { store in
      try await store.receive(Self.parcel, at: "dijk")
      try await store.receive(Self.other, at: "kade")
      let former = KeyEncryptionKey(Array(repeating: 7, count: 32))!
      let next = KeyEncryptionKey(Array(repeating: 8, count: 32))!

      let stranger = PostgresLog(store.writer, keys: KeyEncryptionKeys(next), logger: .silent)
      await #expect(throws: UnknownKeyEncryptionKey.self) {
        try await StreamKeys(of: stranger, in: store.owner).check()
      }
      let changing = PostgresLog(
        store.writer, keys: KeyEncryptionKeys(next, former: [former]), logger: .silent)
      let keys = StreamKeys(of: changing, in: store.owner)
      try await keys.check()
      // Those of two streams, and that of digests.
      #expect(try await keys.rewrap() == 3)
      #expect(try await keys.rewrap() == 0)
      try await StreamKeys(of: stranger, in: store.owner).check()
      #expect(
        try await stranger.happenings(to: Self.other) == [.received(depot: "kade", weight: 3)])
      for log in [stranger, changing] { await log.stop() }
    }
  }

  @Test func `ciphertext put into another stream does not open`() async throws {
    try await withStore { store in
      try await store.receive(Self.parcel, at: "dijk")
      try await store.receive(Self.other, at: "kade")
      try await store.tamper(
        "es_event", "UPDATE es_event SET data = (SELECT data FROM es_event WHERE position = 1)")
      await #expect(throws: EventCodecError.self) {
        try await store.happenings(to: Self.other)
      }
      #expect(try await store.happenings(to: Self.parcel) == [.received(depot: "dijk", weight: 3)])
    }
  }

  @Test func `nodes that begin a stream at once agree on its key`() async throws {
    try await withStore { store in
      let nodes = (0..<4).map { _ in store.node() }
      let taken = await withTaskGroup(of: Bool.self, returning: Int.self) { group in
        for node in nodes {
          group.addTask { (try? await node.receive(Self.parcel, at: "dijk")) != nil }
        }
        return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
      }
      #expect(taken == 1)
      let happenings = try await store.happenings(to: Self.parcel)
      #expect(happenings == [.received(depot: "dijk", weight: 3)])
      for node in nodes { await node.stop() }
    }
  }
}

extension TestStore {
  fileprivate func receive(_ stream: StreamName, at depot: String) async throws {
    try await log.receive(stream, at: depot)
  }

  fileprivate func happenings(to stream: StreamName) async throws -> [Parcel] {
    try await log.happenings(to: stream)
  }

  /// The payload of the first event as it lies in the database.
  fileprivate func keptPayload() async throws -> String {
    try await owner.run("SELECT data::text FROM es_event ORDER BY position LIMIT 1").only()[0]
  }
}

extension PostgresLog {
  fileprivate func receive(_ stream: StreamName, at depot: String) async throws {
    let event = try Parcel.codec().encode(.received(depot: depot, weight: 3))
    _ = try await append(
      Appending(envelope(), slices: [.init(to: stream, expecting: 0, [event])]))
  }

  fileprivate func happenings(to stream: StreamName) async throws -> [Parcel] {
    try await events(in: stream, after: 0).map { try Parcel.decode($0).event }
  }
}
