import Domain
import EventSourcing
import HTTPTypes
import HummingbirdTesting
import ReadModels
import Synchronization
import TestStaging
import Testing

@testable import Web

/// Who may use the address of a form is who may give the command that it gives.
struct EntitlementTests {
  @Test func `the address of a form takes the right that its command takes`() async throws {
    try await StagedSite.with { site in
      let watched = WatchedCommands()
      let guest = try Self.guest()
      let watching = try TestSite(
        over: site.stage, commands: watched, people: StagedSite.people + [guest])
      var places = try await site.placesOfAnExploration()
        .merging(site.placesOfAProgramme()).merging(site.placesOfASignal()).merging(
          site.placesOfAnAccount())
      places = try await site.placesOfAnAnalysis(of: places).merging(places)
        .merging(site.placesOfTheBank()).merging(site.placesOfAnEntity()).merging(
          site.placesOfACase())
      let publication = try await site.placesOfAPublication()
      for route in watching.website.routes where route.method == .post {
        guard !Self.recordsNothing.contains(route.pattern) else { continue }
        guard case .holding(let right) = route.access else { continue }
        let address =
          route.pattern.contains("/:publication")
          ? publication.address(of: route.pattern) : places.address(of: route.pattern)
        // Who sees everything is not offered what shows everything.
        let person = right == .breakGlass ? guest : StagedSite.iris
        let page = try await watching.ask(.get, address, as: person).text
        let form = try #require(DrawnForm(page), "\(address) has no form")
        _ = try await watching.send(form, to: address, as: person)
        let taken = watched.takeRights()
        #expect(!taken.isEmpty, "\(address) gave no command")
        #expect(Set(taken).isSubset(of: [right]), "\(address)")
      }
    }
  }

  /// Links, and the end of sessions, are no commands: nothing is recorded of them.
  ///
  /// A file of the data bank is looked at
  /// first, and only the page that shows it has the form that takes it over. The other of a relation is looked for first,
  /// too, and a report is looked at before it goes out.
  private static let recordsNothing: Set = [
    "bank/import", "bank/import/takeover", "cases/:case/relations", "cases/:case/reports",
    "cases/:case/surveys/:survey/link",
    "entities/:entity/relations",
    "people/:account/invitation",
    "people/:account/sessions/end",
    "programmes/:programme/toolbox/sessions/:session/participants/:participant/link",
    "programmes/:programme/toolbox/sessions/:session/participants/:participant/link/end",
  ]

  /// Somebody who sees one programme that is none of these.
  private static func guest() throws -> Person {
    Person(
      try #require(PersonID("gast")), of: AccountID(.fresh()), name: "Gast",
      authority: Authority([.role(.inspector, in: .programme(id: ProgrammeID(.fresh())))]),
      organisation: TestStage.organisation)
  }
}

/// A door that lets nothing through and remembers which rights it would have taken.
private final class WatchedCommands: CommandGateway {
  private let rights = Mutex<[Right]>([])

  /// The rights taken since this was last asked.
  func takeRights() -> [Right] {
    rights.withLock { rights in
      defer { rights = [] }
      return rights
    }
  }

  func perform<D: Decider>(
    _ order: Order<D>, in envelope: Envelope
  ) async throws(CommandFailure<D.Refusal>) -> Receipt {
    note(order.command)
    throw .busy
  }

  func perform<First: Decider, Second: Decider>(
    _ first: Order<First>, _ second: Order<Second>, in envelope: Envelope
  ) async throws(CommandFailure<EitherRefusal<First.Refusal, Second.Refusal>>) -> Receipt {
    note(first.command)
    note(second.command)
    throw .busy
  }

  private func note(_ command: some Sendable) {
    guard let command = command as? any Entitled else { return }
    rights.withLock { $0.append(command.right) }
  }
}
