import Authentication
import Domain
import EventSourcing
import Foundation
import HTTPTypes
import HummingbirdTesting
import ReadModels
import Reads
import Testing
import TestStaging
import TestSupport

@testable import Web

/// The whole site over a real database: explorations, signals, programmes and their history.
struct StagedSite {
  static let noor = person("noor", "Noor de Wit", [.programmeManager])
  static let amina = person("amina", "Amina el Idrissi", [.teamMember])
  static let daan = person("daan", "Daan de Vries", [.decisionMaker])
  /// Plays two parts, and still cannot decide on her own proposal.
  static let eva = person("eva", "Eva Smit", [.programmeManager, .decisionMaker])
  static let lotte = person("lotte", "Lotte Jansen", [.leadership])
  /// May do anything, whoever's it is.
  static let iris = person("iris", "Iris Bakker", Role.allCases)
  static let sofie = person("sofie", "Sofie Willems", [.privacyOfficer])
  static let bram = person("bram", "Bram Koster", [.recordsManager])
  static let hugo = person("hugo", "Hugo Visser", [.analyst])
  static let people = [noor, amina, daan, eva, lotte, iris, sofie, bram, hugo]

  let stage: TestStage
  let site: TestSite

  /// Everything that happened on the site.
  var log: any Log { stage.log }

  /// Opens the site for `body` with nothing in it.
  static func with(_ body: (StagedSite) async throws -> Void) async throws {
    try await TestStage.with { stage in
      try await body(StagedSite(stage: stage, site: try TestSite(over: stage)))
    }
  }

  private static func person(_ id: String, _ name: String, _ roles: [Role]) -> Person {
    guard let id = PersonID(id) else { preconditionFailure("\(id) is a good name") }
    return Person(id, name: name, roles: roles, organisation: TestStage.organisation)
  }

  /// Sends a form and waits until what it changed shows.
  @discardableResult
  func send(
    _ fields: KeyValuePairs<String, String>, to address: String, as person: Person = noor,
    command: Identity = .fresh()
  ) async throws -> TestResponse {
    try await send(
      pairs: fields.map { ($0.key, $0.value) }, to: address, as: person, command: command)
  }

  /// The same, of fields that were put together.
  @discardableResult
  func send(
    pairs: [(String, String)], to address: String, as person: Person = noor,
    command: Identity = .fresh()
  ) async throws -> TestResponse {
    let body = ([("command", command.description)] + pairs)
      .map { "\($0.0)=\(encoded($0.1))" }.joined(separator: "&")
    let answer = try await site.post(address, as: person, body)
    try await stage.show(try await log.head())
    return answer
  }

  /// Sends a form that must be taken, and gives the identity of what it made.
  func made(
    _ fields: KeyValuePairs<String, String>, to address: String, as person: Person = noor
  ) async throws -> String {
    let command = Identity.fresh()
    let answer = try await send(fields, to: address, as: person, command: command)
    #expect(answer.status == .seeOther, "\(address)")
    return command.description
  }

  /// The page at `address`.
  func page(_ address: String, as person: Person = noor) async throws -> String {
    let answer = try await site.ask(.get, address, as: person)
    #expect(answer.status == .ok, "\(address)")
    return answer.text
  }

  private func encoded(_ text: String) -> String {
    text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
  }
}

extension TestSite {
  /// Every area, whose changes go to the log of `stage`, or wherever `commands` takes them.
  init(
    over stage: TestStage, commands: (any CommandGateway)? = nil,
    people: [Person] = StagedSite.people, reception: (any Reception)? = nil,
    requestLimit: (any RequestLimit)? = nil, reads: (any ReadLog)? = nil,
    news: any StreamNews = NoNews(), documents: (any DocumentStore)? = nil,
    scanner: (any ContentScanner)? = nil, documentBytesMax: Int = 1024 * 1024,
    printer: any Printer = FakePrinter(), now: Date = noon
  ) throws {
    let commands = commands ?? stage.gateway
    let reception = reception ?? OpenReception(people, before: Door(stage.entrance))
    let history = HistoryPages(library: stage.library)
    let desk = DocumentDesk(
      store: documents ?? stage.documents, scanner: scanner, strippers: [],
      bytesMax: documentBytesMax)
    website = try Website(
      Website.Settings(
        organisation: TestStage.organisation, version: "1",
        signIn: SignIn(
          offersChoice: true, accounts: try LocalAccounts(trying: stage.entrance),
          provider: try ProviderAccounts(nowhere: stage)),
        requestLimit: requestLimit, securityContact: SecurityFileTests.contact,
        // Hundreds of tests share what there is of processors; what a page may take is a test of its own.
        timeLimit: .seconds(120),
        now: { now }),
      folder: Self.folder,
      areas: [
        PortfolioArea(library: stage.library),
        ProgrammesArea(
          library: stage.library, commands: commands, changes: history.changes),
        ExplorationsArea(
          library: stage.library, commands: commands, changes: history.changes),
        SignalsArea(
          library: stage.library, commands: commands, changes: history.changes),
        CasesArea(
          library: stage.library, commands: commands, names: stage.log,
          documents: desk, matrix: StagedSite.matrix(),
          schedule: StagedSite.schedule(), surveys: SurveyLinks(stage.entrance), printer: printer,
          changes: history.changes),
        SurveyArea(commands: commands, links: SurveyLinks(stage.entrance)),
        PublishedArea(library: stage.library),
        EntitiesArea(
          library: stage.library, commands: commands, changes: history.changes),
        ToolboxArea(
          library: stage.library, commands: commands, links: PersonalLinks(stage.entrance),
          documents: desk, changes: history.changes),
        TakePartArea(
          library: stage.library, commands: commands, links: PersonalLinks(stage.entrance)),
        ReferencesArea(
          library: stage.library, commands: commands, supplied: StagedSite.references,
          changes: history.changes),
        BankArea(
          library: stage.library, commands: commands, licence: Line(recorded: "CC-BY-4.0"),
          changes: history.changes),
        PeopleArea(
          library: stage.library, commands: commands, reception: reception,
          changes: history.changes),
        history,
        EmergencyArea(
          library: stage.library, commands: commands, changes: history.changes),
        ReadsArea(library: stage.library),
        HandoverArea(library: stage.library),
        OperationsArea(library: stage.library),
        DirectoryArea(try Directory(telling: stage, through: commands), now: { Self.noon }),
      ], reception: reception, moments: stage.library,
      reads: reads ?? stage.readLog, progress: Reached(), news: news,
      isReady: { true })
    log = InMemoryLog(now: { now })
  }
}
