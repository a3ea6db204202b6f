import Domain
import EventSourcing
import HTTPTypes
import HummingbirdTesting
import Testing

@testable import Web

/// Every form about an exploration or a signal, at the addresses of things that are there.
struct ExplorationFormsTests {
  @Test func `every form is drawn, and comes back when its day is none`() async throws {
    try await ExplorationSite.with { site in
      let address = try await site.complete()
      let places = [
        ":exploration": String(address.dropFirst("/explorations/".count)),
        ":party": try await site.made(
          ["name": "KLM", "role": "vervoerder", "on": "1-3-2026"], to: address + "/parties"),
        ":finding": try await site.made(
          ["text": "Lawaai.", "source": "Meting", "on": "1-3-2026"], to: address + "/findings"),
        ":argument": try await site.made(
          ["side": "against", "text": "Duur.", "on": "1-3-2026"], to: address + "/arguments"),
        ":decision": try await decision(site, address),
      ]
      for form in ExplorationForms.all {
        try await check(
          form.pattern.description, places, site,
          as: form.right == .decide ? ExplorationSite.daan : ExplorationSite.noor)
      }
      try await check(
        AdoptionPages.pattern.description, places, site, as: ExplorationSite.daan)
      try await check("explorations/new", [:], site, as: ExplorationSite.noor)
    }
  }

  @Test func `every form of a signal is drawn, and comes back when its day is none`() async throws {
    try await ExplorationSite.with { site in
      let id = try await site.made(
        [
          "kind": "informing", "addressee": "ministry", "title": "Vuurwerk", "text": "Pas op.",
          "source": "Meting", "certainty": "sourced", "on": "1-3-2026",
        ], to: "/signals/new")
      for form in SignalForms.all {
        try await check(
          form.pattern.description, [":signal": id], site, as: ExplorationSite.noor)
      }
      try await check("signals/new", [:], site, as: ExplorationSite.noor)
    }
  }

  private func decision(_ site: ExplorationSite, _ address: String) async throws -> String {
    let decision = try await site.proposed(["outcome": "programme"], on: address)
    return String(decision.suffix(36))
  }

  private func check(
    _ pattern: String, _ places: [String: String], _ site: ExplorationSite, as person: Person
  ) async throws {
    let here = places.reduce("/" + pattern) { $0.replacing($1.key, with: $1.value) }
    let drawn = try await site.page(here, as: person)
    #expect(drawn.contains("<form class=\"form\""), "\(here)")
    #expect(!drawn.contains("⟦"), "\(here)")
    let head = try await site.log.head()
    let answer = try await site.send(["on": "geen dag"], to: here, as: person)
    #expect(answer.status == .unprocessableContent, "\(here)")
    #expect(answer.text.contains("Dit is geen dag."), "\(here)")
    #expect(try await site.log.head() == head, "\(here)")
  }
}
