import Domain
import HTTPTypes
import HummingbirdTesting
import ReadModels
import TestStaging
import Testing

@testable import Web

/// A programme with an indicator that is counted from the cases of an intervention that runs.
private struct Counted {
  let programme: String
  let id: ProgrammeID
  let intervention: String
  let indicator: String

  init(on site: StagedSite) async throws {
    programme = try await site.adopted(phase: .execution)
    id = try #require(ProgrammeID(String(programme.dropFirst("/programmes/".count))))
    intervention = try await site.made(
      [
        "name": "Controles", "owner": "noor", "from": "1-2-2026", "to": "1-6-2026",
        "effect": "Minder roet", "on": "1-2-2026",
      ], to: programme + "/interventions")
    _ = try await site.made(
      ["on": "2-2-2026"], to: "\(programme)/interventions/\(intervention)/start")
    indicator = try await site.made(
      [
        "name": "Naleving", "kind": "counted", "unit": "procent", "aim": "atLeast",
        "on": "1-2-2026",
      ],
      to: programme + "/indicators")
    _ = try await site.made(
      ["measure": "complianceShare", "intervention": intervention, "on": "3-2-2026"],
      to: page + "/counting")
  }

  var page: String { "\(programme)/indicators/\(indicator)" }

  /// A case that came of the intervention and is closed, at its address.
  func ended(
    _ title: String, _ compliance: String, confidentiality: String = "normal",
    on site: StagedSite
  ) async throws -> String {
    let file = try await site.made(
      [
        "title": title, "origin": "programmeAction", "intervention": intervention,
        "programme": id.description, "person": "noor", "confidentiality": confidentiality,
        "on": "4-2-2026",
      ], to: "/cases/new")
    _ = try await site.made(
      ["result": "restored", "compliance": compliance, "on": "5-2-2026"],
      to: "/cases/\(file)/outcome")
    return "/cases/\(file)"
  }
}

/// What came of cases, as the indicators of their programme tell it.
struct CountedCasesTests {
  @Test func `a figure is counted from closed cases, recorded, and leads to them and back`()
    async throws
  {
    try await StagedSite.with { site in
      let counted = try await Counted(on: site)
      #expect(try await site.page(counted.page).contains("Er is nog geen zaak om uit te tellen."))
      let kept = try await counted.ended("Ketel een", "reached", on: site)
      let broken = try await counted.ended("Ketel twee", "notReached", on: site)
      let unknown = try await counted.ended("Ketel drie", "unknown", on: site)
      #expect(try await site.page(counted.page).contains("50 procent (1 van 2 zaken)"))

      let stale = try await site.send(
        ["seen": "1/1", "note": "Te laat"], to: counted.page + "/count")
      #expect(stale.status == .unprocessableContent)
      #expect(stale.text.contains("Intussen zijn er zaken gesloten of heropend."))
      _ = try await site.made(
        ["seen": "1/2", "note": "Eerste telling"], to: counted.page + "/count")
      _ = try await counted.ended("Ketel vier", "reached", on: site)
      let page = try await site.page(counted.page)
      #expect(page.contains("66,7 procent (2 van 3 zaken)"))
      #expect(page.contains("1 van 2 zaken</a>") && page.contains("Eerste telling"))
      let then = try #require(page.firstMatch(of: #/\/cases\?[^"]*as-of=[0-9]+/#))
      let cases = try await site.page(String(then.output).replacing("&amp;", with: "&"))
      #expect(cases.contains(kept) && cases.contains(broken))
      #expect(!cases.contains(unknown) && !cases.contains("Ketel vier"))
      let met = try await site.page(
        "/cases?programme=\(counted.id)&measure=complianceShare&met=yes")
      #expect(met.contains(kept) && !met.contains(broken))

      let file = try await site.page(kept)
      #expect(file.contains("Telt mee in") && file.contains("\(counted.page)\""))
      #expect(file.contains("\(counted.programme)/interventions/\(counted.intervention)\""))
      let history = try await site.page(counted.programme + "/history")
      #expect(history.contains("Aandeel dat de regels nu naleeft"))
      #expect(history.contains("1 van 2 zaken"))
    }
  }

  @Test func `a number of cases is not counted in percent, and the form says so at its field`()
    async throws
  {
    try await StagedSite.with { site in
      let counted = try await Counted(on: site)
      let back = try await site.send(
        ["measure": "closed", "on": "3-2-2026"], to: counted.page + "/counting")
      #expect(back.status == .unprocessableContent)
      #expect(back.text.contains("in de eenheid van deze indicator telt u geen zaken."))
    }
  }

  @Test func `a case that only its handlers see counts for everybody`() async throws {
    try await StagedSite.with { site in
      let counted = try await Counted(on: site)
      let hidden = try await counted.ended(
        "Fraude", "reached", confidentiality: "handlersOnly", on: site)
      for person in [StagedSite.noor, StagedSite.daan] {
        let page = try await site.page(counted.page, as: person)
        #expect(page.contains("100 procent (1 van 1 zaken)"))
        #expect(page.contains("Eén van deze zaken ziet alleen wie haar behandelt."))
      }
      let list = "/cases?programme=\(counted.id)&measure=complianceShare"
      #expect(try await site.page(list).contains(hidden))
      #expect(!(try await site.page(list, as: StagedSite.daan)).contains(hidden))
    }
  }

  @Test func `an intervention tells how its cases ended and opens the next one`() async throws {
    try await StagedSite.with { site in
      let counted = try await Counted(on: site)
      let address = "\(counted.programme)/interventions/\(counted.intervention)"
      #expect(try await site.page(address).contains("nog geen zaak gesloten"))
      _ = try await counted.ended("Ketel een", "reached", on: site)
      _ = try await counted.ended("Ketel twee", "partly", on: site)
      let page = try await site.page(address)
      #expect(page.contains("2 zaken zijn gesloten."))
      #expect(page.contains("De regels worden nu nageleefd in 1 van de 2"))
      let next = "/cases/new?intervention=\(counted.intervention)"
      #expect(page.contains(next))
      let form = try await site.page(next)
      #expect(form.contains("value=\"\(counted.intervention)\" selected"))
      #expect(form.contains("value=\"\(counted.id)\" selected"))
    }
  }

  @Test func `a case that was reopened no longer counts`() async throws {
    try await StagedSite.with { site in
      let counted = try await Counted(on: site)
      let file = try await counted.ended("Ketel een", "reached", on: site)
      _ = try await site.made(
        ["reason": "Nieuwe melding", "on": "6-2-2026"], to: file + "/reopening")
      #expect(try await site.page(counted.page).contains("Er is nog geen zaak om uit te tellen."))
      let answer = try await site.send(["seen": "0/0", "note": ""], to: counted.page + "/count")
      #expect(answer.status == .unprocessableContent)
    }
  }
}
