import Domain
import EventSourcing
import HTTPTypes
import HummingbirdTesting
import Testing

@testable import Web

/// What pages of cases say to whoever goes about it otherwise than the rules have it.
struct CaseRulesPagesTests {
  @Test func `a form of a closed case says so at once, with the way to reopen it`() async throws {
    try await StagedSite.with { site in
      _ = try await site.begunToolbox()
      let address = try await site.openedCase()
      let visit = try await site.made(
        ["kind": "visit", "when": "gisteren", "summary": "x"], to: address + "/interventions")
      _ = try await site.made(["result": "inOrder", "on": "2-3-2026"], to: address + "/outcome")
      for form in ["/interventions", "/plan", "/tasks", "/title", "/relations", "/subject"] {
        let page = try await site.page(address + form)
        #expect(page.contains("De zaak is op 2 maart 2026 gesloten."), "\(form)")
        #expect(page.contains("href=\"\(address)/reopening\""), "\(form)")
      }
      let allowed = [
        "/reopening", "/interventions/\(visit)/correction", "/surveys", "/publications",
      ]
      for form in allowed {
        let page = try await site.page(address + form)
        #expect(!page.contains("Heropen haar eerst"), "\(form)")
      }
    }
  }

  @Test func `a task that was done meanwhile says so`() async throws {
    try await StagedSite.with { site in
      let address = try await site.openedCase()
      let task = try await site.made(
        ["title": "Brief", "due": "2 weken", "on": "2-2-2026"], to: address + "/tasks")
      let done = "\(address)/tasks/\(task)/done"
      _ = try await site.made(["on": "2-3-2026"], to: done)
      let late = try await site.send(["on": "2-3-2026"], to: done)
      #expect(late.status == .notFound)
      #expect(late.text.contains("Deze taak is al gedaan of vervallen."))
    }
  }

  @Test func `a correction says by whom, and leads to the findings that it leaves as they are`()
    async throws
  {
    try await StagedSite.with { site in
      _ = try await site.begunToolbox()
      let address = try await site.openedCase()
      _ = try await site.made(["person": "amina", "on": "2-2-2026"], to: address + "/handlers")
      let visit = try await site.made(
        [
          "kind": "visit", "when": "gisteren", "finding-1-outcome": "compliant",
          "finding-1-rule": "Logboek bijgehouden",
        ], to: address + "/interventions")
      let form = "\(address)/interventions/\(visit)/correction"
      let page = try await site.page(form)
      #expect(page.contains("Bevindingen veranderen niet mee"))
      #expect(page.contains(#/findings\/[0-9a-f-]{36}\/correction/#))
      _ = try await site.made(
        [
          "kind": "visit", "when": "1-3-2026", "summary": "x", "reason": "Vergeten",
          "on": "2-3-2026",
        ], to: form, as: StagedSite.amina)
      #expect(try await site.page(address).contains("Verbeterd door Amina el Idrissi: Vergeten"))
    }
  }

  @Test func `what does not apply counts neither for nor against`() async throws {
    try await StagedSite.with { site in
      _ = try await site.begunToolbox()
      let address = try await site.openedCase()
      let checklist = try await site.made(
        ["title": "Koeling", "on": "1-2-2026", "items": "A | a\nB | b\nC | c"],
        to: "/checklists/new")
      _ = try await site.made(
        ["kind": "visit", "checklist": checklist, "on": "1-2-2026"], to: address + "/plan")
      _ = try await site.made(
        [
          "kind": "visit", "when": "gisteren", "check-q1": "inOrder", "check-q2": "inOrder",
          "check-q3": "notApplicable",
        ], to: address + "/interventions")
      #expect(try await site.page(address).contains("2 van 2 in orde"))
    }
  }

  @Test func `a case is opened in the last years, and no text of it holds a citizen number`()
    async throws
  {
    try await StagedSite.with { site in
      func opened(_ title: String, on day: String) async throws -> String {
        let answer = try await site.send(
          [
            "title": title, "origin": "ownObservation", "person": "noor",
            "confidentiality": "normal", "on": day,
          ], to: "/cases/new")
        #expect(answer.status == .unprocessableContent, "\(title)")
        return answer.text
      }
      let old = try await opened("Oud", on: "1-1-1950")
      #expect(old.contains("ten hoogste 5 jaar geleden"))
      let named = try await opened("Jan, geboren 1980 123456782", on: "1-2-2026")
      #expect(named.contains("burgerservicenummer"))
    }
  }

  @Test func `a visit ends after midnight, and none begins in the future`() async throws {
    try await StagedSite.with { site in
      _ = try await site.begunToolbox()
      let form = try await site.openedCase() + "/interventions"
      let page = String(form.dropLast("/interventions".count))
      _ = try await site.made(
        ["kind": "visit", "when": "28feb 2230", "end-time": "01:15", "summary": "x"], to: form)
      #expect(try await site.page(page).contains("22:30–01:15 (volgende dag)"))
      let early = try await site.send(
        ["kind": "visit", "when": "vandaag 23:59", "summary": "x"], to: form)
      #expect(early.status == .unprocessableContent)
    }
  }

  @Test func `more lines than a letter takes are counted`() async throws {
    try await StagedSite.with { site in
      let address = try await site.openedCase()
      let answer = try await site.send(
        ["to": "Jan", "address": "1\n2\n3\n4\n5\n6\n7", "on": "2-3-2026"],
        to: address + "/reports")
      #expect(answer.text.contains("Dit zijn 7 regels. Schrijf er ten hoogste 6."))
    }
  }
}
