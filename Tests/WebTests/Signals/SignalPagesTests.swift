import Domain
import EventSourcing
import HTTPTypes
import HummingbirdTesting
import Testing

@testable import Web

/// Signals through the router, on a real database.
struct SignalPagesTests {
  private func raised(
    _ site: StagedSite, kind: String = "askingAction", due: String = "1-3-2026"
  ) async throws -> String {
    let id = try await site.made(
      [
        "kind": kind, "addressee": "minister", "title": "Vuurwerk",
        "text": "Het keurmerk werkt niet.", "due": due, "source": "Onderzoek",
        "certainty": "sourced", "on": "1-2-2026",
      ], to: "/signals/new")
    return "/signals/\(id)"
  }

  @Test func `a signal that asks action is sent, answered and handled`() async throws {
    try await StagedSite.with { site in
      let address = try await raised(site)
      #expect(try await site.page(address).contains("\(address)/sending"))
      let early = try await site.send(["on": "1-2-2026"], to: address + "/treatment")
      #expect(early.status == .unprocessableContent)
      #expect(early.text.contains("Het signaal is nog niet verstuurd."))
      _ = try await site.made(["on": "2-2-2026"], to: address + "/sending")
      let sent = try await site.page(address)
      #expect(sent.contains("te laat"))
      #expect(!sent.contains("\(address)/message"))
      #expect(!sent.contains("\(address)/handling"))
      let unanswered = try await site.send(["on": "2-3-2026"], to: address + "/handling")
      #expect(unanswered.status == .unprocessableContent)
      _ = try await site.made(
        ["from": "DGLM", "text": "We passen de norm aan.", "on": "2-3-2026"],
        to: address + "/responses")
      let answered = try await site.page(address)
      #expect(answered.contains("We passen de norm aan."))
      #expect(answered.contains("\(address)/handling"))
      #expect(answered.contains("te laat beantwoord") && answered.contains("nog niet afgehandeld"))
      _ = try await site.made(["on": "2-3-2026"], to: address + "/handling")
      let handled = try await site.page(address)
      #expect(handled.contains("Het signaal is afgehandeld."))
      #expect(handled.contains("te laat beantwoord") && !handled.contains("nog niet afgehandeld"))
      _ = try await site.made(
        ["reason": "De norm kwam er niet.", "on": "2-3-2026"], to: address + "/reopening")
      #expect(try await site.page(address).contains("</svg>in behandeling</span>"))
    }
  }

  @Test func `the list is chosen by standing, kind and addressee`() async throws {
    try await StagedSite.with { site in
      let late = try await raised(site)
      let told = try await raised(site, kind: "informing", due: "")
      let overdue = try await site.page("/signals?status=overdue")
      #expect(overdue.contains(late) && !overdue.contains(told))
      let informing = try await site.page("/signals?kind=informing&addressee=minister")
      #expect(informing.contains(told) && !informing.contains(late))
      #expect(
        try await site.page("/signals?addressee=parliament").contains("Maak de keuze ruimer."))
      #expect(
        try await site.site.ask(.get, "/signals?kind=x", as: StagedSite.noor).status
          == .badRequest)
    }
  }

  @Test func `a signal is published, and withheld with a reason`() async throws {
    try await StagedSite.with { site in
      let address = try await raised(site)
      #expect(try await site.page(address).contains("\(address)/publication"))
      _ = try await site.made(["on": "2-3-2026"], to: address + "/publication")
      let page = try await site.page(address)
      #expect(page.contains("\(address)/withholding"))
      #expect(!page.contains("\(address)/publication"))
      let silent = try await site.send(["on": "2-3-2026"], to: address + "/withholding")
      #expect(silent.status == .unprocessableContent)
      _ = try await site.made(
        ["reason": "Er loopt een zaak.", "on": "2-3-2026"], to: address + "/withholding")
      #expect(try await site.page(address).contains("niet openbaar"))
    }
  }
}
