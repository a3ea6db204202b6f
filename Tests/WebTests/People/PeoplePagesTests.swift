import Authentication
import Domain
import EventSourcing
import Foundation
import HTTPTypes
import HummingbirdTesting
import ReadModels
import TestStaging
import Testing

@testable import Web

/// Letting people in and granting them roles, over a real database.
@Suite struct PeoplePagesTests {
  @Test func `an administrator opens an account and grants a role, and the page says why`()
    async throws
  {
    try await StagedSite.with { staged in
      let account = try await open("Joris Smit", on: staged)
      try await grant("inspector", to: account, "Nieuwe collega", on: staged)
      let page = try await staged.page("/people/\(account)", as: StagedSite.iris)
      #expect(page.contains("Joris Smit") && page.contains("inspecteur"))
      #expect(page.contains("Gegeven door Iris Bakker. Nieuwe collega"))
      let list = try await staged.page("/people", as: StagedSite.lotte)
      #expect(list.contains("Joris Smit") && list.contains("inspecteur"))
      let history = try await staged.page("/people/\(account)/history", as: StagedSite.lotte)
      #expect(history.contains("De rol inspecteur is gegeven."))
    }
  }

  @Test func `an administrator signs somebody out everywhere`() async throws {
    try await StagedSite.with { staged in
      let account = try await open("Joris Smit", on: staged)
      let id = try await staged.page("/people/\(account)", as: StagedSite.iris)
        .firstMatch(of: /<dd>(p-[0-9a-f]{32})<\/dd>/)?.output.1
      let joris = try #require(id.flatMap { PersonID(String($0)) })
      let reception = OpenReception(StagedSite.people)
      _ = try await reception.begin(
        joris, by: .password, provenAt: TestSite.noon, browser: "", provider: nil,
        at: TestSite.noon)
      let site = try TestSite(over: staged.stage, reception: reception)
      let answer = try await site.post(
        "/people/\(account)/sessions/end", as: StagedSite.iris, "x=1")
      #expect(answer.headers[.location] == "/people/\(account)")
      #expect(answer.setCookies.contains { $0.hasPrefix("__Host-koers-notice=ended_") })
      #expect(try await reception.sessions(of: joris, at: TestSite.noon).isEmpty)
    }
  }

  @Test func `what happens to accounts is not told among the work`() async throws {
    try await StagedSite.with { staged in
      _ = try await open("Joris Smit", on: staged)
      #expect(!(try await staged.page("/history", as: StagedSite.noor).contains("Joris Smit")))
    }
  }

  @Test func `an administrator's role waits for a second person`() async throws {
    try await StagedSite.with { staged in
      let account = try await open("Joris Smit", on: staged)
      let id = try await grant("administrator", to: account, "Vervanging", on: staged)
      #expect(
        try await staged.page("/people", as: StagedSite.lotte).contains("Joris Smit: beheerder"))
      let confirmation = "/people/\(account)/grants/\(id)/confirmation"
      let own = try await staged.send(
        ["version": "2"], to: confirmation, as: StagedSite.iris)
      #expect(own.status == .unprocessableContent)
      let offered = try await staged.page("/people/\(account)", as: StagedSite.iris)
      #expect(!offered.contains(confirmation) && offered.contains("/declining"))
      #expect(own.text.contains("Iemand anders moet die bevestigen"))
      let other = try await staged.send(
        ["version": "2"], to: confirmation, as: StagedSite.lotte)
      #expect(other.status == .seeOther)
      #expect(
        try await staged.page("/people/\(account)", as: StagedSite.lotte)
          .contains("Bevestigd door Lotte Jansen."))
    }
  }

  @Test(
    arguments: [
      ("partner", "organisation", "Deze rol geldt alleen voor één programma"),
      ("leadership", "caseType", "Deze rol geldt alleen voor de hele organisatie"),
    ])
  func `a role that cannot be played there is refused at its place`(
    role: String, scope: String, sentence: String
  ) async throws {
    try await StagedSite.with { staged in
      let account = try await open("Joris Smit", on: staged)
      let answer = try await staged.send(
        [
          "role": role, "scope": scope, "case-type": "taxi", "start": "2026-03-02",
          "reason": "x",
        ], to: "/people/\(account)/grants", as: StagedSite.iris)
      #expect(answer.status == .unprocessableContent)
      #expect(answer.text.contains(sentence))
    }
  }

  @Test func `a role is given in one programme, and the question why is answered`() async throws {
    try await StagedSite.with { staged in
      let programme = try #require(
        try await staged.placesOfAProgramme().address(of: ":programme").split(separator: "/").last
      ).description
      let account = try await open("Joris Smit", on: staged)
      _ = try await staged.made(
        [
          "role": "teamMember", "scope": "programme", "programme": programme,
          "start": "2026-03-02", "reason": "Kent de schippers",
        ], to: "/people/\(account)/grants", as: StagedSite.iris)
      let person = try #require(
        try await staged.page("/people/\(account)", as: StagedSite.iris)
          .firstMatch(of: /<dd>(p-[0-9a-f]{32})<\/dd>/)?.1)
      let inside = try await staged.page(
        "/people/why?person=\(person)&programme=\(programme)", as: StagedSite.lotte)
      #expect(inside.contains("Gegeven door Iris Bakker. Kent de schippers"))
      let outside = try await staged.page("/people/why?person=\(person)", as: StagedSite.lotte)
      #expect(!outside.contains("Kent de schippers"))
      #expect(outside.contains("<span class=\"none\">nee</span>"))
      let head = try await staged.log.head()
      let before = try await staged.page(
        "/people/why?person=\(person)&programme=\(programme)&as-of=\(head - 1)",
        as: StagedSite.lotte)
      #expect(before.contains("Joris Smit mag in") && !before.contains("Kent de schippers"))
    }
  }

  @Test func `the review of rights names every grant of its period, as a page and as a file`()
    async throws
  {
    try await StagedSite.with { staged in
      let account = try await open("=Joris", on: staged)
      let idle = try await open("Sanne Bos", on: staged)
      let id = try await grant("analyst", to: account, "Meet \"mee\", tijdelijk", on: staged)
      _ = try await staged.send(
        ["reason": "Klaar"], to: "/people/\(account)/grants/\(id)/revocation",
        as: StagedSite.iris)
      let page = try await staged.page("/people/review", as: StagedSite.lotte)
      for said in [
        "kwartaal 1 van 2026", "kwartaal 4 van 2025", "analist", "Klaar", "/people/\(idle)",
      ] {
        #expect(page.contains(said), "\(said)")
      }
      let earlier = try await staged.page("/people/review?period=2025", as: StagedSite.lotte)
      #expect(earlier.contains("In deze periode had niemand een rol."))
      let file = try await staged.site.ask(
        .get, "/people/review/file?period=2026-1", as: StagedSite.lotte)
      #expect(file.headers[.contentDisposition] == "attachment; filename=\"rights-2026-1.csv\"")
      #expect(file.text.unicodeScalars.first == "\u{FEFF}", "as Excel needs it")
      let lines = file.text.split(separator: "\r\n")
      #expect(lines.count == 2)
      #expect(lines[1].hasPrefix("\"'=Joris\",\"open\",\"analist\""))
      #expect(lines[1].contains("\"Meet \"\"mee\"\", tijdelijk\""))
      let wrong = try await staged.site.ask(
        .get, "/people/review?period=2026-5", as: StagedSite.lotte)
      #expect(wrong.status == .badRequest)
    }
  }

  @Test func `who does not let people in cannot, and who does not review sees nothing of it`()
    async throws
  {
    try await StagedSite.with { staged in
      let account = try await open("Joris Smit", on: staged)
      for address in ["/people", "/people/\(account)", "/people/review", "/people/why"] {
        let answer = try await staged.site.ask(.get, address, as: StagedSite.noor)
        #expect(answer.status == .forbidden, "\(address)")
      }
      let answer = try await staged.send(
        ["reason": "x", "on": "2026-03-02"], to: "/people/\(account)/closing",
        as: StagedSite.lotte)
      #expect(answer.status == .forbidden)
    }
  }

  private func open(_ name: String, on staged: StagedSite) async throws -> String {
    try await staged.made(
      ["name": name, "mail": "", "on": "2026-03-02"], to: "/people/new", as: StagedSite.iris)
  }

  @discardableResult
  private func grant(
    _ role: String, to account: String, _ reason: String, on staged: StagedSite
  ) async throws -> String {
    try await staged.made(
      ["role": role, "scope": "organisation", "start": "2026-03-02", "reason": reason],
      to: "/people/\(account)/grants", as: StagedSite.iris)
  }
}
