import EventSourcing
import Foundation
import Postgres
import Testing
import TestSupport

@testable import EventStore

/// Everything that someone with all rights could change behind the store's back is found.
@Suite struct VerificationTests {
  /// A change made by hand, and what the check should say about it.
  struct Tampering: Sendable, CustomTestStringConvertible {
    let table: SQLName
    let change: Statement
    let finds: @Sendable (Finding) -> Bool
    let testDescription: String

    init(
      _ testDescription: String, in table: SQLName, _ change: Statement,
      finds: @escaping @Sendable (Finding) -> Bool
    ) {
      self.testDescription = testDescription
      self.table = table
      self.change = change
      self.finds = finds
    }
  }

  static let tamperings = [
    Tampering(
      "a payload is changed", in: "es_event",
      "UPDATE es_event SET data = '{\"depot\":\"mars\",\"weight\":1}' WHERE position = 3"
    ) { if case .wrongRoot = $0 { true } else { false } },
    Tampering(
      "an actor is changed", in: "es_event", "UPDATE es_event SET actor = 'x' WHERE position = 3"
    ) { if case .wrongRoot = $0 { true } else { false } },
    Tampering(
      "what it follows from is changed", in: "es_event",
      "UPDATE es_event SET correlation_id = gen_random_uuid() WHERE position = 3"
    ) { $0 == .wrongRoot(position: 3) },
    Tampering(
      "it says to have been sealed in another form", in: "es_batch",
      "UPDATE es_batch SET seal = 1 WHERE last_position = 3"
    ) { $0 == .wrongRoot(position: 3) },
    Tampering(
      "a moment is changed", in: "es_event",
      "UPDATE es_event SET recorded_at = recorded_at - interval '1 day' WHERE position = 3"
    ) { $0 == .wrongMoment(position: 3) },
    Tampering(
      "an event is taken away", in: "es_event", "DELETE FROM es_event WHERE position = 3"
    ) { $0 == .hole(before: 4) },
    Tampering(
      "a root is changed", in: "es_batch",
      "UPDATE es_batch SET root = sha256('x') WHERE last_position = 3"
    ) { $0 == .brokenChain(position: 3) },
    Tampering(
      "a batch and its moment are changed", in: "es_batch",
      "UPDATE es_batch SET recorded_at = recorded_at + interval '1 us' WHERE last_position = 3"
    ) { $0 == .brokenChain(position: 3) },
    Tampering(
      "a version is changed", in: "es_event", "UPDATE es_event SET version = 9 WHERE position = 3"
    ) { if case .wrongVersion(_, 3, 9) = $0 { true } else { false } },
    Tampering(
      "a command is forgotten", in: "es_command",
      "UPDATE es_command SET event_count = 2 WHERE last_position = 3"
    ) { $0 == .brokenCommand(position: 3) },
    Tampering(
      "a stream's version is changed", in: "es_stream", "UPDATE es_stream SET version = 8"
    ) { if case .wrongStreamHead = $0 { true } else { false } },
    Tampering(
      "a row is changed", in: "es_stream", "UPDATE depots__v1.depots SET weight = 0"
    ) { if case .wrongRows(readModel: "depots", _, _) = $0 { true } else { false } },
    Tampering(
      "a superseded row is taken away", in: "es_stream",
      "DELETE FROM depots__v1.depots_superseded WHERE until = 3"
    ) { if case .wrongRows(readModel: "depots_superseded", _, _) = $0 { true } else { false } },
  ]

  @Test(arguments: tamperings)
  func `what was changed behind its back is found`(_ tampering: Tampering) async throws {
    try await withStore { store in
      for weight in 1...5 {
        try await store.append(.received(depot: "noord", weight: weight), to: .fresh(), version: 0)
      }
      try await store.projecting(pageSize: 10) { try await store.expectCaughtUp($0) }
      let before = try await store.findings()
      #expect(before.isEmpty)
      try await store.tamper(tampering.table, tampering.change)
      let after = try await store.findings()
      #expect(after.contains(where: tampering.finds), "found \(after)")
    }
  }

  @Test func `what the first release sealed stays checkable`() async throws {
    try await withStore { store in
      // That release left the correlation out, and said so by saying nothing; nor did it encrypt.
      let event = try Parcel.codec().encode(.inspected)
      let envelope = Envelope(command: .fresh(), actor: "amina", correlation: .fresh())
      let stream = StreamName(Parcel.category, .fresh())
      _ = try await store.log.append(
        Appending(envelope, slices: [.init(to: stream, expecting: 0, [event])]))
      let sealed = SealedEvent(
        stream: stream, version: 1, event: event, command: envelope.command,
        actor: envelope.actor, correlation: envelope.correlation)
      #expect(try await store.findings().isEmpty)
      try await store.tamper(
        "es_batch",
        """
        UPDATE es_batch SET seal = 1, root = \(sealed.leaf(.first).bytes),
          chain = chain_link(NULL, \(sealed.leaf(.first).bytes), recorded_at)
        """)
      #expect(try await store.findings().isEmpty)
    }
  }

  @Test func `a name that is not held as the events say is found`() async throws {
    try await withStore { store in
      let (holder, other) = (StreamName("note", .fresh()), StreamName("note", .fresh()))
      let (scope, take) = ("number", Claim(.take, scope: "number", key: "9"))
      _ = try await store.log.append(
        writing("take 9", to: holder, expecting: 0, claiming: take))
      _ = try await store.log.append(writing("nothing", to: other, expecting: 0))
      #expect(try await store.findingsAboutNames().isEmpty)
      let changes: [(Statement, StreamName?)] = [
        ("UPDATE es_claim SET stream_id = \(other.identity.uuid)", other),
        ("DELETE FROM es_claim", nil),
      ]
      for (change, found) in changes {
        try await store.owner.run(change)
        #expect(
          try await store.findingsAboutNames() == [
            .wrongHolder(scope: scope, key: "9", found: found, expected: holder)
          ])
      }
    }
  }
}
