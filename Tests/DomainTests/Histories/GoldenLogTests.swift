import Domain
import EventSourcing
import TestStaging
import Testing

/// A log with every event in every shape that was ever written, as it was written in its days.
@Suite struct GoldenLogTests {
  @Test func `every read model takes every event ever written, live and rebuilt`() async throws {
    try await TestStage.with { stage in
      let explorations = Golden<Exploration>.explorations.map(\.stored)
      let programmes =
        (Golden<Programme>.programmes + Golden<Programme>.earlierProgrammes).map(\.stored)
      let signals = (Golden<Signal>.signals + Golden<Signal>.earlierSignals).map(\.stored)
      let accounts = Golden<Account>.accounts.map(\.stored)
      let analyses = Golden<Analysis>.analyses.map(\.stored)
      let references = Golden<References>.references.map(\.stored)
      let entries = Golden<BankEntry>.bankEntries.map(\.stored)
      let cases =
        (Golden<CaseFile>.everyCase + Golden<CaseFile>.earlierCases).map(\.stored)
      let entities = Golden<SupervisedEntity>.entities.map(\.stored)
      let checklists = Golden<Checklist>.checklists.map(\.stored)
      let letters = Golden<LetterTemplate>.letters.map(\.stored)
      for (category, events) in [
        (Exploration.category, explorations), (Programme.category, programmes),
        (Signal.category, signals), (Account.category, accounts),
        (Analysis.category, analyses), (References.category, references),
        (BankEntry.category, entries), (CaseFile.category, cases),
        (Checklist.category, checklists), (LetterTemplate.category, letters),
        (SupervisedEntity.category, entities),
      ] {
        // One after another in one stream, and each as the first of its own.
        try await stage.write(events, to: category)
        for event in events { try await stage.write([event], to: category) }
      }
      // Nothing is parked, and the rows are those of the whole log.
      let live = try await stage.findings()
      #expect(live.isEmpty)
      try await stage.rebuild()
      let rebuilt = try await stage.findings()
      #expect(rebuilt.isEmpty)
    }
  }
}

extension Golden {
  /// The event as the log keeps it.
  fileprivate var stored: StoredEvent {
    StoredEvent(type: type, schema: schema, payload: Array(payload.utf8))
  }
}
