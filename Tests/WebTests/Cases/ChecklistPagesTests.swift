import Domain
import EventSourcing
import HTTPTypes
import HummingbirdTesting
import ReadModels
import TestStaging
import Testing

@testable import Web

/// Checklists in editions, and what belongs to a programme that has ended.
struct ChecklistPagesTests {
  @Test func `an edition that comes after another's shows what that one says`() async throws {
    try await StagedSite.with { site in
      let id = try await site.made(
        ["title": "Koeling", "on": "1-2-2026", "items": "A | a"], to: "/checklists/new")
      let form = "/checklists/\(id)/editions"
      let fields: KeyValuePairs = [
        "title": "Koeling", "on": "1-2-2026", "items": "A | a\nB | b", "version": "1",
      ]
      _ = try await site.send(fields, to: form, as: StagedSite.amina)
      let late = try await site.send(
        ["title": "Koeling", "on": "1-2-2026", "items": "A | a\nC | c", "version": "1"], to: form)
      #expect(late.status == .conflict)
      #expect(late.text.contains("class=\"conflict\"") && late.text.contains("Amina"))
      #expect(late.text.contains("C | c"), "what was written is kept")
      #expect(late.text.contains("<li>B: b</li>"), "and what the other wrote is told")
    }
  }

  @Test func `a question that went does not lend its key to another`() async throws {
    try await StagedSite.with { site in
      let id = try await site.made(
        ["title": "Koeling", "on": "1-2-2026", "items": "A | a\nB | b"], to: "/checklists/new")
      let editions = "/checklists/\(id)/editions"
      func publish(_ items: String, on version: String) async throws {
        let answer = try await site.send(
          ["title": "Koeling", "on": "1-2-2026", "items": items, "version": version], to: editions)
        #expect(answer.status == .seeOther, "\(items)")
      }
      try await publish("A | a", on: "1")
      try await publish("A | a\nC | c", on: "2")
      let twice = try await site.send(
        ["title": "Koeling", "on": "1-2-2026", "items": "A | a\nA | b", "version": "3"],
        to: editions)
      #expect(twice.status == .unprocessableContent)
      #expect(twice.text.contains("Twee vragen zijn gelijk."))
    }
  }

  @Test func `who inspects elsewhere cannot take a checklist along`() async throws {
    try await StagedSite.with { site in
      func programme(_ number: Int) async throws -> ProgrammeID {
        let address = try await site.adopted(number: number)
        return try #require(ProgrammeID(String(address.dropFirst("/programmes/".count))))
      }
      let (theirs, own) = (try await programme(4), try await programme(5))
      let checklist = try await site.made(
        ["title": "Roet", "programme": theirs.description, "items": "a | b", "on": "1-2-2026"],
        to: "/checklists/new")
      let guest = Person(
        try #require(PersonID("gast")), of: AccountID(.fresh()), name: "Gast",
        authority: Authority([
          .role(.partner, in: .programme(id: theirs)), .role(.inspector, in: .programme(id: own)),
        ]), organisation: TestStage.organisation)
      let guests = try TestSite(over: site.stage, people: StagedSite.people + [guest])
      let answer = try await guests.post(
        "/checklists/\(checklist)/editions", as: guest,
        "command=\(Identity.fresh())&version=1&title=Roet&items=a+%7C+c&on=1-2-2026&programme=\(own)"
      )
      #expect(answer.status == .forbidden)
    }
  }

  @Test func `a checklist goes on naming its programme when that has ended`() async throws {
    try await StagedSite.with { site in
      let address = try await site.adopted(phase: .execution)
      let programme = String(address.dropFirst("/programmes/".count))
      let other = try await site.adopted(number: 5, phase: .execution)
      let id = try await site.made(
        ["title": "Roet", "programme": programme, "items": "A | a", "on": "1-2-2026"],
        to: "/checklists/new")
      for ending in [address, other] { try await site.end(ending) }
      let form = "/checklists/\(id)/editions"
      let option = "<option value=\"\(programme)\" selected>Schone lucht (beëindigd)</option>"
      #expect(try await site.page(form).contains(option))
      func publish(_ programme: String, _ items: String) async throws -> HTTPResponse.Status {
        try await site.send(
          ["title": "Roet", "programme": programme, "items": items, "on": "2-3-2026"], to: form
        ).status
      }
      #expect(try await publish(programme, "A | a\nB | b") == .seeOther)
      let lead = "<p class=\"lead\">Schone lucht</p>"
      #expect(try await site.page("/checklists/\(id)").contains(lead))
      let ended = String(other.dropFirst("/programmes/".count))
      #expect(try await publish(ended, "A | a") == .unprocessableContent)
      #expect(!(try await site.page("/checklists/new")).contains(programme))
    }
  }

  @Test func `a case goes on belonging to its programme when that has ended`() async throws {
    try await StagedSite.with { site in
      let address = try await site.adopted(phase: .execution)
      let programme = try #require(ProgrammeID(String(address.dropFirst("/programmes/".count))))
      let file = try await site.openedCase(programme: programme)
      try await site.end(address)
      let option = "<option value=\"\(programme)\" selected>Schone lucht (beëindigd)</option>"
      #expect(try await site.page(file + "/programme").contains(option))
    }
  }
}

extension StagedSite {
  /// Does one thing in the programme at `address`, evaluates it, and ends it.
  fileprivate func end(_ address: String) async throws {
    let work = try await made(
      [
        "name": "Controles", "owner": "amina", "from": "1-2-2026", "to": "1-6-2026",
        "effect": "Minder roet", "on": "1-2-2026",
      ], to: address + "/interventions")
    let intervention = "\(address)/interventions/\(work)"
    _ = try await made(["on": "1-3-2026"], to: intervention + "/start")
    _ = try await made(
      ["to": "evaluation", "grounds": "Gedaan", "on": "2-3-2026"], to: address + "/gate")
    _ = try await made(["result": "Minder roet", "on": "2-3-2026"], to: intervention + "/result")
    _ = try await made(
      [
        "contribution": "Een deel", "confidence": "medium", "confidence-reason": "Gemeten",
        "explanations": "Regen", "worked": "Controles", "did-not-work": "Brieven",
        "lessons": "Eerder", "continuation": "Toezicht", "on": "2-3-2026",
      ], to: address + "/evaluation")
    _ = try await made(["reason": "Klaar", "on": "2-3-2026"], to: address + "/end")
  }
}
