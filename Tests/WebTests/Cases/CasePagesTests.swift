import Domain
import EventSourcing
import HTTPTypes
import HummingbirdTesting
import ReadModels
import TestStaging
import Testing

@testable import Web

/// Cases through the router, on a real database.
struct CasePagesTests {
  @Test func `a case is opened, planned, visited and closed`() async throws {
    try await StagedSite.with { site in
      _ = try await site.begunToolbox()
      let address = try await site.openedCase()
      let checklist = try await site.made(
        [
          "title": "Koeling", "on": "1-2-2026",
          "items": "Is alles dicht? | Installaties lekken niet | Verordening 517/2014, artikel 3",
        ], to: "/checklists/new")
      _ = try await site.made(
        [
          "kind": "visit", "day": "1-3-2026", "place": "Hal 3", "participants": "J. de Boer",
          "checklist": checklist, "purpose": "Kijken of het lekt", "on": "1-2-2026",
        ], to: address + "/plan")
      let form = try await site.page(address + "/interventions")
      #expect(form.contains("value=\"1-3-2026\"") && form.contains("value=\"Hal 3\""))
      #expect(form.contains("Is alles dicht?"))
      _ = try await site.made(
        [
          "kind": "visit", "when": "01032026 0830", "end-time": "10u", "check-q1": "notInOrder",
          "finding-1-outcome": "compliant", "finding-1-rule": "Logboek bijgehouden",
          "summary": "De compressor lekt.", "measurements": "gehalte 82,5 ppm",
        ], to: address + "/interventions")
      let visited = try await site.page(address)
      #expect(visited.contains("08:30–10:00") && visited.contains("gehalte 82,5 ppm"))
      #expect(visited.contains("Installaties lekken niet"))
      #expect(visited.contains("Verordening 517/2014, artikel 3"))
      #expect(visited.contains("Logboek bijgehouden"))
      let next = try await site.page(address + "/interventions")
      #expect(!next.contains("value=\"Hal 3\""), "what was planned is done")
      let early = try await site.send(
        ["result": "inOrder", "on": "2-3-2026"], to: address + "/outcome")
      #expect(early.status == .unprocessableContent)
      #expect(early.text.contains("In orde kan dan niet."))
      _ = try await site.made(
        ["result": "restored", "compliance": "reached", "on": "2-3-2026"],
        to: address + "/outcome")
      let closed = try await site.page(address)
      #expect(closed.contains("gesloten") && !closed.contains("\(address)/interventions\""))
      _ = try await site.made(
        ["reason": "Nieuwe melding.", "on": "2-3-2026"], to: address + "/reopening")
      #expect(try await site.page(address + "/history").contains("Nieuwe melding."))
    }
  }

  @Test func `numbers have no gap, however many open cases at once`() async throws {
    try await StagedSite.with { site in
      let addresses = try await withThrowingTaskGroup(of: String.self) { group in
        for _ in 0..<12 { group.addTask { try await site.openedCase() } }
        return try await group.reduce(into: [String]()) { $0.append($1) }
      }
      var numbers: [String] = []
      for address in addresses {
        let page = try await site.page(address)
        let number = try #require(page.firstMatch(of: #/Zaak (2026-\d{7})/#))
        numbers.append(String(number.output.1))
      }
      #expect(numbers.sorted() == (1...12).map { CaseNumber(year: 2026, serial: $0)?.description })
    }
  }

  @Test func `of two who say at once whom a case is about, the second is told of the first`()
    async throws
  {
    try await StagedSite.with { site in
      let address = try await site.openedCase()
      let (first, second) = (
        try await site.registered("Dolfijn Vis"), try await site.registered("Reiger Transport")
      )
      let subject = address + "/subject"
      let fields = [("version", "1"), ("on", "1-2-2026")]
      let taken = try await site.send(pairs: fields + [("subject", first)], to: subject)
      #expect(taken.status == .seeOther)
      let late = try await site.send(pairs: fields + [("subject", second)], to: subject)
      #expect(late.status == .conflict)
      let page = try await site.page(address)
      #expect(page.contains("Dolfijn Vis") && !page.contains("Reiger Transport"))
    }
  }

  @Test
  func
    `whoever takes themselves off a case that its handlers alone see comes to the list of cases`()
    async throws
  {
    try await StagedSite.with { site in
      let address = try await site.openedCase("Fraude", handler: "noor", "handlersOnly")
      _ = try await site.made(["person": "amina", "on": "1-2-2026"], to: address + "/handlers")
      let left = try await site.send(["on": "2-2-2026"], to: address + "/handlers/noor/end")
      #expect(left.status == .seeOther)
      let landed = try await site.page(try #require(left.headers[.location]))
      #expect(landed.contains("<h1") && landed.contains("Zaken") && !landed.contains("Fraude"))
    }
  }

  @Test
  func `whoever closes a case to all but its handlers, and is none, comes to the list of cases`()
    async throws
  {
    try await StagedSite.with { site in
      let address = try await site.openedCase("Fraude", handler: "amina")
      let closed = try await site.send(
        ["confidentiality": "handlersOnly", "reason": "Opsporing", "on": "2-2-2026"],
        to: address + "/confidentiality")
      #expect(closed.status == .seeOther)
      let landed = try await site.page(try #require(closed.headers[.location]))
      #expect(landed.contains("Zaken") && !landed.contains("Fraude"))
    }
  }

  @Test func `a term may be written in words and never ends on a weekend`() async throws {
    try await StagedSite.with { site in
      let address = try await site.openedCase()
      _ = try await site.made(
        ["title": "Brief", "due": "2 weken", "on": "2-2-2026"], to: address + "/tasks")
      _ = try await site.made(
        ["title": "Bellen", "due": "5 werkdagen", "on": "6-2-2026"], to: address + "/tasks")
      let page = try await site.page(address)
      #expect(page.contains("16 februari 2026") && page.contains("13 februari 2026"))
      let wrong = try await site.send(
        ["title": "x", "due": "ooit", "on": "2-2-2026"], to: address + "/tasks")
      #expect(wrong.text.contains("Schrijf een dag of een termijn"))
    }
  }
}

extension StagedSite {
  /// A case that was opened, at its address.
  func openedCase(
    _ title: String = "Lekkage", handler: String = "noor", _ confidentiality: String = "normal",
    programme: ProgrammeID? = nil
  ) async throws -> String {
    let id = try await made(
      [
        "title": title, "origin": "ownObservation", "person": handler,
        "programme": programme?.description ?? "", "confidentiality": confidentiality,
        "on": "1-2-2026",
      ], to: "/cases/new")
    return "/cases/\(id)"
  }
}
