import Domain
import EventSourcing
import Foundation
import HTTPTypes
import HummingbirdTesting
import ReadModels
import TestStaging
import TestSupport
import Testing

@testable import Web

/// The pages of programmes and the portfolio over a real database, with one programme in development.
struct ProgrammeSite {
  static let noor = person("noor", "Noor de Wit", [.programmeManager])
  static let amina = person("amina", "Amina el Idrissi", [.teamMember])
  static let daan = person("daan", "Daan de Vries", [.decisionMaker])
  static let lotte = person("lotte", "Lotte Jansen", [.leadership])
  static let people = [noor, amina, daan, lotte]

  let stage: TestStage
  let site: TestSite

  /// Everything that happened on the site.
  var log: any Log { stage.log }

  /// Opens the site for `body` with nothing in it.
  static func with(_ body: (ProgrammeSite) async throws -> Void) async throws {
    try await TestStage.with { stage in
      try await body(ProgrammeSite(stage: stage, site: try TestSite(over: stage)))
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
    let pairs = [("command", command.description)] + fields.map { ($0.key, $0.value) }
    let body = pairs.map { "\($0.0)=\(encoded($0.1))" }.joined(separator: "&")
    let answer = try await site.post(address, as: person, body)
    try await stage.show(try await log.head())
    return answer
  }

  /// The page at `address`.
  func page(_ address: String, as person: Person = noor) async throws -> String {
    let answer = try await site.ask(.get, address, as: person)
    #expect(answer.status == .ok, "\(address)")
    return answer.text
  }

  /// Takes over a programme and gives its address.
  func adopted(number: Int = 4, phase: Programme.Phase = .development) async throws -> String {
    let answer = try await send(
      [
        "year": "2026", "number": String(number), "name": "Schone lucht",
        "problem": "De lucht is vuil.", "manager": "noor", "start": "1-1-2026",
        "review": "1-7-2026", "end": "31-12-2026", "phase": phase.rawValue,
        "plan": "Meerjarenplan 2026", "source": "Het plan", "certainty": "sourced",
        "on": "1-1-2026",
      ], to: "/programmes/new", as: Self.daan)
    #expect(answer.status == .seeOther)
    return try #require(answer.headers[.location])
  }

  private func encoded(_ text: String) -> String {
    text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
  }
}

extension TestSite {
  /// The pages of programmes and the portfolio, whose changes go to the log of `stage`.
  init(over stage: TestStage) throws {
    website = try Website(
      Website.Settings(
        organisation: TestStage.organisation, version: "1",
        signIn: .choice(ProgrammeSite.people), sessionKey: SessionSeal.key(Self.secret),
        now: { Self.noon }),
      folder: Self.folder,
      areas: [
        PortfolioArea(library: stage.library, people: ProgrammeSite.people),
        ProgrammesArea(
          library: stage.library, commands: stage.gateway, people: ProgrammeSite.people,
          changes: { _, _ in Timeline() }),
      ], moments: stage.library, progress: Reached(), isReady: { true })
    log = InMemoryLog(now: { Self.noon })
  }
}
