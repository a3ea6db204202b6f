import EventSourcing
import EventStore
import Foundation
import Postgres
import Testing

/// What the log remembers of what was asked, and the key without which that tells nothing.
@Suite struct KeyOfDigestsTests {
  private static let asked = Envelope(
    command: .fresh(), actor: "noor", content: Array("zoekmij".utf8))

  @Test func `who has the log alone cannot test a guess at what was asked`() async throws {
    try await withStore { store in
      try await store.log.ask(Self.asked)
      let kept = try await store.keptDigest()
      #expect(kept.count == 16)
      // Were it of the words alone, it would be the same in every log.
      try await withStore { other in
        try await other.log.ask(Self.asked)
        #expect(try await other.keptDigest() != kept)
      }
    }
  }

  @Test func `the key is not in the clear, and pages cannot look at it`() async throws {
    try await withStore { store in
      try await store.log.ask(Self.asked)
      let length: Int = try await store.owner.run(
        "SELECT length(wrapped) AS length FROM keyring.digest_key"
      ).only()["length"]
      #expect(length == 12 + 32 + 16)
      await #expect(throws: PostgresError.self) {
        try await store.web.run("SELECT count(*) FROM keyring.digest_key")
      }
      await #expect(throws: PostgresError.self) {
        try await store.writer.run("UPDATE keyring.digest_key SET wrapped_by = 'x'")
      }
    }
  }

  @Test func `a command is known again under a new key-encryption key`() async throws {
    try await withStore { store in
      try await store.log.ask(Self.asked)
      let former = KeyEncryptionKey(Array(repeating: 7, count: 32))!
      let next = KeyEncryptionKey(Array(repeating: 8, count: 32))!
      let changing = PostgresLog(
        store.writer, keys: KeyEncryptionKeys(next, former: [former]), logger: .silent)
      let changed = PostgresLog(store.writer, keys: KeyEncryptionKeys(next), logger: .silent)
      await #expect(throws: UnknownKeyEncryptionKey.self) {
        try await StreamKeys(of: changed, in: store.owner).check()
      }
      #expect(try await StreamKeys(of: changing, in: store.owner).rewrap() == 1)
      for log in [store.log, changing, changed] {
        #expect(try await log.receipt(for: Self.asked)?.position == 1)
        let other = Envelope(
          command: Self.asked.command, actor: "noor", content: Array("iets anders".utf8))
        await #expect(throws: AppendFailure.self) { try await log.receipt(for: other) }
      }
      for log in [changing, changed] { await log.stop() }
    }
  }

  @Test func `a command whose digest was taken away is known by its identity`() async throws {
    try await withStore { store in
      try await store.log.ask(Self.asked)
      try await store.tamper("es_command", "UPDATE es_command SET digest = NULL")
      let other = Envelope(command: Self.asked.command, actor: "amina")
      #expect(try await store.log.receipt(for: other)?.position == 1)
    }
  }

  @Test func `nodes that begin at once agree on the key`() async throws {
    try await withStore { store in
      let nodes = (0..<4).map { _ in store.node() }
      let envelopes = nodes.map { _ in envelope() }
      try await withThrowingTaskGroup(of: Void.self) { group in
        for (node, envelope) in zip(nodes, envelopes) {
          group.addTask { try await node.ask(envelope) }
        }
        try await group.waitForAll()
      }
      for node in nodes {
        for envelope in envelopes {
          #expect(try await node.receipt(for: envelope) != nil)
        }
        await node.stop()
      }
    }
  }
}

extension PostgresLog {
  /// Records a note that says nothing, because `envelope` asked for it.
  fileprivate func ask(_ envelope: Envelope) async throws {
    _ = try await append(
      Appending(
        envelope, slices: [.init(to: StreamName("note", .fresh()), expecting: 0, [note("a")])]))
  }
}

extension TestStore {
  fileprivate func keptDigest() async throws -> [UInt8] {
    try await owner.run("SELECT digest FROM es_command").only()["digest"]
  }
}
