import EventSourcing
import EventStore
import Foundation
import Postgres
import Testing
import TestSupport

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
}
