import Domain
import EventSourcing
import HTTPTypes
import HummingbirdTesting
import Testing

@testable import Web

/// Deciding on explorations through the router, on a real database.
struct DecisionPagesTests {
  private static let charter: KeyValuePairs = [
    "grounds": "Groot probleem.", "dissent-by-1": "amina", "dissent-1": "Te weinig mensen.",
    "year": "2026", "number": "10", "name": "Geluid", "problem": "Mensen slapen slecht.",
    "manager": "noor", "start": "1-4-2026", "review": "1-4-2027", "end": "1-4-2029",
    "on": "2-3-2026",
  ]

  @Test func `a decision for a programme begins the programme in the same append`() async throws {
    try await StagedSite.with { site in
      let address = try await site.complete()
      let decision = try await site.proposed(["outcome": "programme"], on: address)
      let own = try await site.page(address)
      #expect(own.contains("U hebt dit zelf voorgesteld."))
      #expect(own.contains("Daan de Vries"))
      #expect(!own.contains("\(decision)/adoption"))
      #expect(
        try await site.page(address, as: StagedSite.daan).contains("\(decision)/adoption"))
      let form = try await site.page(decision + "/adoption", as: StagedSite.daan)
      #expect(form.contains("value=\"Geluid rond luchthavens\""))
      #expect(form.contains("Tekst over problem.</textarea>"))
      let head = try await site.log.head()
      let answer = try await site.send(
        Self.charter, to: decision + "/adoption", as: StagedSite.daan)
      #expect(answer.status == .seeOther)
      #expect(answer.headers[.location] == decision)
      #expect(try await site.log.head() == head + 2)
      let page = try await site.page(decision)
      #expect(page.contains("Groot probleem."))
      #expect(page.contains("Andere mening van Amina el Idrissi"))
      #expect(page.contains("Naar het programma"))
      let programme = try #require(
        page.firstMatch(of: /\/programmes\/[0-9a-f-]{36}/)
      ).output
      #expect(try await site.page(String(programme)).contains("<h1>Geluid</h1>"))
    }
  }

  @Test func `a number in use stops the decision too`() async throws {
    try await StagedSite.with { site in
      for isFirst in [true, false] {
        let address = try await site.complete()
        let decision = try await site.proposed(["outcome": "programme"], on: address)
        let head = try await site.log.head()
        let answer = try await site.send(
          Self.charter, to: decision + "/adoption", as: StagedSite.daan)
        if isFirst {
          #expect(answer.status == .seeOther)
        } else {
          #expect(answer.status == .unprocessableContent)
          #expect(answer.text.contains("Nummer 10 is in plan 2026 al in gebruik."))
          #expect(try await site.log.head() == head)
          #expect(try await site.page(address).contains("wacht op besluit"))
        }
      }
    }
  }

  @Test func `a decision for a signal raises it, and it asks what a signal asks`() async throws {
    try await StagedSite.with { site in
      let address = try await site.complete()
      let decision = try await site.proposed(["outcome": "signal"], on: address)
      let signal: KeyValuePairs = [
        "grounds": "Anderen zijn aan zet.", "kind": "askingAction", "addressee": "minister",
        "title": "Geluidnorm", "text": "Pas de norm aan.", "on": "2-3-2026",
      ]
      let dayless = try await site.send(
        signal, to: decision + "/adoption", as: StagedSite.daan)
      #expect(dayless.status == .unprocessableContent)
      #expect(dayless.text.contains("id=\"field-due-error\""))
      let answer = try await site.send(
        [
          "grounds": "Anderen zijn aan zet.", "kind": "askingAction", "addressee": "minister",
          "title": "Geluidnorm", "text": "Pas de norm aan.", "due": "1-5-2026", "on": "2-3-2026",
        ], to: decision + "/adoption", as: StagedSite.daan)
      #expect(answer.status == .seeOther)
      let page = try await site.page(decision)
      let link = try #require(page.firstMatch(of: /\/signals\/[0-9a-f-]{36}/)).output
      let raised = try await site.page(String(link))
      #expect(raised.contains("<h1>Geluidnorm</h1>"))
      #expect(raised.contains("href=\"\(decision)\""))
    }
  }

  @Test func `who proposed cannot decide, whatever parts she plays`() async throws {
    try await StagedSite.with { site in
      let address = try await site.complete()
      let decision = try await site.proposed(
        ["outcome": "noAction", "look-again": "1-1-2027"], on: address, by: StagedSite.eva)
      let form = try await site.page(decision + "/adoption", as: StagedSite.eva)
      #expect(form.contains("vier ogen"))
      #expect(!form.contains("name=\"grounds\""))
      let page = try await site.page(decision, as: StagedSite.eva)
      #expect(!page.contains("\(decision)/rejection"))
      for act in ["adoption", "rejection"] {
        let answer = try await site.send(
          ["grounds": "Goed zo.", "on": "2-3-2026"], to: "\(decision)/\(act)",
          as: StagedSite.eva)
        #expect(answer.status == .unprocessableContent)
      }
      let forbidden = try await site.send(
        ["grounds": "Goed zo.", "on": "2-3-2026"], to: decision + "/adoption")
      #expect(forbidden.status == .forbidden)
    }
  }

  @Test func `a rejected proposal stays to be read and the work goes on`() async throws {
    try await StagedSite.with { site in
      let address = try await site.complete()
      let decision = try await site.proposed(
        ["outcome": "project", "description": "Meten.", "owner": "amina"], on: address)
      let answer = try await site.send(
        ["grounds": "Te klein.", "on": "2-3-2026"], to: decision + "/rejection",
        as: StagedSite.daan)
      #expect(answer.headers[.location] == address)
      #expect(try await site.page(decision).contains("Te klein."))
      let page = try await site.page(address)
      #expect(page.contains("U kunt een besluit voorstellen."))
      let late = try await site.send(
        ["grounds": "Toch.", "on": "2-3-2026"], to: decision + "/adoption",
        as: StagedSite.daan)
      #expect(late.status == .unprocessableContent)
      #expect(late.text.contains("wacht niet meer op besluit"))
    }
  }

  @Test func `a decided exploration can be reopened with a reason`() async throws {
    try await StagedSite.with { site in
      let address = try await site.complete()
      let decision = try await site.proposed(
        ["outcome": "noAction", "look-again": "1-1-2027"], on: address)
      _ = try await site.made(
        ["grounds": "Nu niet.", "on": "2-3-2026"], to: decision + "/adoption",
        as: StagedSite.daan)
      #expect(try await site.page(address).contains("\(address)/reopening"))
      #expect(!(try await site.page(address)).contains("\(address)/parties"))
      _ = try await site.made(
        ["reason": "Nieuwe cijfers.", "on": "2-3-2026"], to: address + "/reopening")
      let page = try await site.page(address)
      #expect(page.contains("Nieuwe cijfers."))
      #expect(page.contains("\(address)/parties"))
      #expect(page.contains("href=\"\(decision)\""))
    }
  }
}
