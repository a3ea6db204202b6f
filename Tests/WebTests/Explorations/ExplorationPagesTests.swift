import Domain
import EventSourcing
import HTTPTypes
import HummingbirdTesting
import Testing

@testable import Web

/// Explorations through the router, on a real database.
struct ExplorationPagesTests {
  @Test func `an exploration begins with a title and says what is still missing`() async throws {
    try await StagedSite.with { site in
      #expect(try await site.page("/explorations").contains("Er zijn nog geen verkenningen."))
      let address = try await site.opened("Geluid & \"rust\"")
      let page = try await site.page(address)
      #expect(page.contains("<h1>Geluid &amp; &quot;rust&quot;</h1>"))
      for element in Exploration.Element.allCases {
        #expect(page.contains("href=\"\(address)/\(element.place)\""), "\(element)")
      }
      #expect(!page.contains("href=\"\(address)/decisions\""))
      let list = try await site.page("/explorations?stage=open")
      #expect(list.contains("0 van 6"))
      #expect(list.contains("Nog te doen: beschrijf het maatschappelijk probleem"))
      #expect(try await site.page("/explorations?stage=decided").contains("Kies iets anders"))
    }
  }

  @Test func `opening twice with one form opens one exploration`() async throws {
    try await StagedSite.with { site in
      let command = Identity.fresh()
      let form: KeyValuePairs = ["title": "Geluid", "origin": "obligation", "on": "1-3-2026"]
      let first = try await site.send(form, to: "/explorations/new", command: command)
      let second = try await site.send(form, to: "/explorations/new", command: command)
      #expect(first.status == .seeOther && second.status == .seeOther)
      #expect(first.headers[.location] == "/explorations/\(command)")
      #expect(first.headers[.location] == second.headers[.location])
      #expect(try await site.log.head() == 1)
    }
  }

  @Test func `what is gathered shows, and what is withdrawn stays with its reason`() async throws {
    try await StagedSite.with { site in
      let address = try await site.complete()
      let finding = try await site.made(
        [
          "text": "Meer klachten.", "source": "Jaarverslag",
          "source-address": "https://www.example.nl/verslag", "on": "1-3-2026",
        ], to: address + "/findings", as: StagedSite.amina)
      let page = try await site.page(address)
      #expect(page.contains("href=\"https://www.example.nl/verslag\""))
      #expect(page.contains("Amina el Idrissi"))
      #expect(page.contains("U kunt een besluit voorstellen."))
      let withdrawn = try await site.send(
        ["reason": "Verouderd.", "on": "2-3-2026"],
        to: "\(address)/findings/\(finding)/withdrawal")
      #expect(withdrawn.headers[.location] == address + "#findings")
      let after = try await site.page(address)
      #expect(after.contains("Ingetrokken bevindingen"))
      #expect(after.contains("Verouderd."))
      #expect(
        try await site.site.ask(
          .get, "\(address)/findings/\(finding)/withdrawal", as: StagedSite.noor
        ).status == .notFound)
    }
  }

  @Test func `who writes over somebody else's text is shown what changed`() async throws {
    try await StagedSite.with { site in
      let address = try await site.opened()
      let first = try await site.send(
        ["version": "1", "text": "Eerste.", "on": "1-3-2026"], to: address + "/problem")
      #expect(first.status == .seeOther)
      let second = try await site.send(
        ["version": "1", "text": "Tweede.", "on": "1-3-2026"], to: address + "/problem",
        as: StagedSite.amina)
      #expect(second.status == .conflict)
      #expect(second.text.contains("Iemand anders was u voor"))
      #expect(second.text.contains("Eerste."))
      #expect(second.text.contains("Tweede.</textarea>"))
    }
  }

  @Test func `what somebody wrote whose session ended stands under the names of the form`()
    async throws
  {
    try await StagedSite.with { site in
      let address = try await site.opened()
      let drawn = try #require(DrawnForm(try await site.page(address + "/findings")))
      let answer = try await site.site.post(address + "/findings", as: nil, drawn.body)
      #expect(answer.status == .unauthorized)
      #expect(answer.text.contains(">Bevinding</label>"))
      #expect(!answer.text.contains(">Veld "))
    }
  }

  @Test func `who changes one part is not in the way of who changes another`() async throws {
    try await StagedSite.with { site in
      let address = try await site.opened()
      let drawn = try #require(DrawnForm(try await site.page(address + "/problem")))
      try await site.send(
        ["name": "KLM", "role": "vervoerder", "on": "1-3-2026"], to: address + "/parties",
        as: StagedSite.amina)
      let answer = try await site.site.post(
        address + "/problem", as: StagedSite.noor, drawn.body)
      #expect(answer.status == .seeOther)
    }
  }

  @Test func `what is written about a party that was removed meanwhile comes back`() async throws {
    try await StagedSite.with { site in
      let address = try await site.opened()
      let party = try await site.made(
        ["name": "KLM", "role": "vervoerder", "on": "1-3-2026"], to: address + "/parties")
      try await site.send(
        ["reason": "Dubbel.", "on": "1-3-2026"], to: "\(address)/parties/\(party)/removal",
        as: StagedSite.amina)
      let answer = try await site.send(
        ["name": "KLM Cityhopper", "role": "dochter van KLM", "on": "1-3-2026"],
        to: "\(address)/parties/\(party)")
      #expect(answer.status == .unprocessableContent)
      #expect(answer.text.contains("Deze partij is intussen verwijderd."))
      #expect(answer.text.contains("KLM Cityhopper"))
      #expect(
        try await site.site.ask(.get, "\(address)/parties/\(party)", as: StagedSite.noor).status
          == .notFound)
    }
  }

  @Test func `who was first in another window is told that it was them`() async throws {
    try await StagedSite.with { site in
      let address = try await site.opened()
      try await site.send(
        ["version": "1", "text": "Eerste.", "on": "1-3-2026"], to: address + "/problem")
      let own = try await site.send(
        ["version": "1", "text": "Tweede.", "on": "1-3-2026"], to: address + "/problem")
      #expect(own.status == .conflict)
      #expect(own.text.contains("U was uzelf voor, in een ander venster"))
      #expect(own.text.contains("Tweede.</textarea>"))
      try await site.send(
        ["version": "2", "text": "Derde.", "on": "1-3-2026"], to: address + "/problem",
        as: StagedSite.amina)
      let both = try await site.send(
        ["version": "1", "text": "Tweede.", "on": "1-3-2026"], to: address + "/problem")
      #expect(both.text.contains("Iemand anders was u voor"))
    }
  }

  @Test func `each outcome asks what it needs`() async throws {
    try await StagedSite.with { site in
      let address = try await site.complete()
      let rest: KeyValuePairs = [
        "outcome": "project", "grounds": "Nodig.", "alternatives": "Geen.", "on": "2-3-2026",
      ]
      let project = try await site.send(rest, to: address + "/decisions")
      #expect(project.status == .unprocessableContent)
      #expect(project.text.contains("id=\"field-description-error\""))
      #expect(project.text.contains("id=\"field-owner-error\""))
      #expect(!project.text.contains("id=\"field-look-again-error\""))
      let idle = try await site.send(
        [
          "outcome": "noAction", "look-again": "2-3-2026", "grounds": "Nodig.",
          "alternatives": "Geen.", "on": "2-3-2026",
        ], to: address + "/decisions")
      #expect(idle.status == .unprocessableContent)
      #expect(idle.text.contains("Kies een dag na 2 maart 2026 om opnieuw te kijken."))
      let nobody = try await site.send(
        [
          "outcome": "project", "description": "Meten.", "owner": "iemand", "grounds": "Nodig.",
          "alternatives": "Geen.", "on": "2-3-2026",
        ], to: address + "/decisions")
      #expect(nobody.status == .unprocessableContent)
      #expect(nobody.text.contains("id=\"field-owner-error\""))
    }
  }

  @Test func `looking back shows the exploration as it was and nothing to change`() async throws {
    try await StagedSite.with { site in
      let address = try await site.opened("Eerst")
      _ = try await site.made(["title": "Later", "on": "1-3-2026"], to: address + "/title")
      let then = try await site.page(address + "?as-of=1")
      #expect(then.contains("<h1>Eerst</h1>"))
      #expect(!then.contains("\(address)/title"))
      #expect(try await site.page(address).contains("<h1>Later</h1>"))
      let before = try await site.site.ask(.get, address + "?as-of=0", as: StagedSite.noor)
      #expect(before.status == .notFound)
    }
  }

  @Test func `who may only read gets no forms, and there is nothing for an unknown one`()
    async throws
  {
    try await StagedSite.with { site in
      let address = try await site.complete()
      let page = try await site.page(address, as: StagedSite.lotte)
      #expect(!page.contains("\(address)/parties"))
      #expect(page.contains("Een programmamanager kan een besluit voorstellen."))
      let refused = try await site.send(
        ["title": "Anders", "on": "1-3-2026"], to: address + "/title", as: StagedSite.lotte)
      #expect(refused.status == .forbidden)
      for unknown in ["/explorations/\(Identity.fresh())", "/explorations/x", "/signals/x"] {
        #expect(
          try await site.site.ask(.get, unknown, as: StagedSite.noor).status == .notFound)
      }
      #expect(
        try await site.site.ask(.get, "/explorations?stage=x", as: StagedSite.noor).status
          == .badRequest)
    }
  }
}
