import Domain
import EventSourcing
import HTTPTypes
import HummingbirdTesting
import ReadModels
import TestStaging
import TestSupport
import Testing

@testable import Web

/// The page that says what could not be kept up to date.
@Suite struct ParkedPageTests {
  private static let noor = person("noor", "Noor de Wit", [.programmeManager])
  private static let lotte = person("lotte", "Lotte Jansen", [.leadership])
  private static let people = [noor, lotte]

  @Test func `it says which subject stands still since when and why, and nothing of the event`()
    async throws
  {
    try await TestStage.with { stage in
      let site = try TestSite(watching: stage, Self.people)
      let before = try await site.ask(.get, "/operations/parked", as: Self.lotte)
      #expect(before.status == .ok)
      #expect(before.text.contains("Alles is bijgewerkt."))

      let signal = SignalID(.fresh())
      try await park(signal, in: stage)
      let dutch = try await site.ask(.get, "/operations/parked", as: Self.lotte)
      #expect(dutch.text.contains("<h1>Wat niet kon worden bijgewerkt</h1>"))
      #expect(dutch.text.contains("href=\"/signals/\(signal)\""))
      #expect(dutch.text.contains("<code>signal</code>"))
      #expect(dutch.text.contains("signal.sent, schema 1: on is of another kind"))
      #expect(dutch.text.contains("koers rebuild --parked"))
      let english = try await site.ask(.get, "/operations/parked?lang=en", as: Self.lotte)
      #expect(english.text.contains("<h1>What could not be updated</h1>"))
      for text in [dutch.text, english.text] { #expect(!text.contains("Pietersen")) }
    }
  }

  @Test func `only who watches over the system sees it, and finds it`() async throws {
    try await TestStage.with { stage in
      try await park(SignalID(.fresh()), in: stage)
      let site = try TestSite(watching: stage, Self.people)
      let refused = try await site.ask(.get, "/operations/parked", as: Self.noor)
      #expect(refused.status == .forbidden)
      #expect(!refused.text.contains("signal.sent"))
      #expect(!refused.text.contains("href=\"/operations/parked\""))
      let stranger = try await site.ask(.get, "/operations/parked")
      #expect(!stranger.text.contains("signal.sent"))
      let found = try await site.ask(.get, "/operations/parked", as: Self.lotte)
      #expect(found.text.contains("href=\"/operations/parked\" aria-current=\"page\""))
    }
  }

  @Test func `another organisation's log stays out of it`() async throws {
    try await TestStage.with { stage in
      try await park(SignalID(.fresh()), in: stage)
      func seen(by organisation: String) async throws -> [ParkedStreams.Stream] {
        let watcher = Viewer(Self.lotte.id, of: organisation, audiences: [.operations])
        return try await stage.library.look(ParkedStreams(), as: watcher)
      }
      let own = try await seen(by: TestStage.organisation)
      let others = try await seen(by: "NVWA")
      #expect(!own.isEmpty)
      #expect(others.isEmpty)
    }
  }

  /// Writes an event that cannot be read, with a name where a day should be.
  private func park(_ signal: SignalID, in stage: TestStage) async throws {
    let log: any Log = stage.log
    let event = StoredEvent(
      type: "signal.sent", schema: 1, payload: Array(#"{"on":["Pietersen"]}"#.utf8))
    let receipt = try await log.append(
      Appending(
        Envelope(command: .fresh(), actor: "noor"),
        slices: [
          .init(to: StreamName(Signal.category, signal.identity), expecting: 0, [event])
        ]))
    try await stage.show(receipt.position)
  }

  private static func person(_ id: String, _ name: String, _ roles: [Role]) -> Person {
    guard let id = PersonID(id) else { preconditionFailure("\(id) is a good name") }
    return Person(id, name: name, roles: roles, organisation: TestStage.organisation)
  }
}

extension TestSite {
  /// How the system of `stage` is doing, for `people`.
  fileprivate init(watching stage: TestStage, _ people: [Person]) throws {
    website = try Website(
      Website.Settings(
        organisation: TestStage.organisation, version: "1", signIn: SignIn(offersChoice: true),
        now: { Self.noon }),
      folder: Self.folder, areas: [OperationsArea(library: stage.library)],
      reception: OpenReception(people), moments: stage.library,
      reads: KeptReads(), progress: Reached(), news: NoNews(),
      isReady: { true })
    log = InMemoryLog(now: { Self.noon })
  }
}
