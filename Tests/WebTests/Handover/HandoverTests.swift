import Domain
import EventSourcing
import HTTPTypes
import HummingbirdTesting
import ReadModels
import TestStaging
import Testing

@testable import Web

/// What people leave behind, over a real database.
@Suite struct HandoverTests {
  @Test func `all that somebody who left still held is listed, with where it is handed over`()
    async throws
  {
    try await StagedSite.with { staged in
      let programme = try await staged.adopted()
      let membership = try await join("amina", programme, staged)
      let intervention = try await staged.made(
        ["name": "Controles", "owner": "amina", "on": "1-2-2026"], to: programme + "/interventions")
      let exploration = try await staged.complete()
      let decision = try await staged.proposed(
        ["outcome": "project", "description": "Meten.", "owner": "amina"], on: exploration)
      let adoption = try await staged.send(
        ["version": "8", "grounds": "Ja.", "on": "2-3-2026"], to: decision + "/adoption",
        as: StagedSite.daan)
      #expect(adoption.status == .seeOther)

      #expect(try await staged.page("/handover").contains("Er is geen werk achtergebleven."))
      let site = try Self.site(staged, without: [StagedSite.noor, StagedSite.amina])
      let page = try await site.ask(.get, "/handover", as: StagedSite.eva).text
      for address in [
        "\(programme)/manager", "\(programme)/team/\(membership)/end",
        "\(programme)/interventions/\(intervention)/plan", "\(exploration)/reopening",
        decision,
      ] {
        #expect(page.contains("href=\"\(address)\""), "\(address)")
      }
      for words in [
        "Noor de Wit", "Programmamanager", "Teamlid, inspecteur",
        "Eigenaar van de interventie Controles", "Uitvoerder van het besluit",
      ] {
        #expect(page.contains(words), "\(words)")
      }
      let portfolio = try await site.ask(.get, "/", as: StagedSite.eva).text
      #expect(portfolio.contains("4 stukken werk zijn van mensen die vertrokken zijn"))
      let told = try await site.ask(.get, programme, as: StagedSite.eva).text
      #expect(told.contains("Het account van Noor de Wit, die dit programma leidt, is gesloten."))
    }
  }

  @Test func `who may hand nothing over reads what there is, and a guest only their own`()
    async throws
  {
    try await StagedSite.with { staged in
      let programme = try await staged.adopted()
      let other = try await staged.adopted(number: 5)
      let id = try #require(ProgrammeID(String(programme.dropFirst("/programmes/".count))))
      let pieter = Person(
        try #require(PersonID("pieter")), of: AccountID(.fresh()), name: "Pieter",
        authority: Authority([.role(.partner, in: .programme(id: id))]),
        organisation: TestStage.organisation)
      let site = try Self.site(staged, without: [StagedSite.noor], and: [pieter])
      let leader = try await site.ask(.get, "/handover", as: StagedSite.lotte).text
      #expect(leader.contains("href=\"\(programme)\"") && leader.contains("href=\"\(other)\""))
      #expect(!leader.contains("/manager\""))
      let guest = try await site.ask(.get, "/handover", as: pieter).text
      #expect(guest.contains("href=\"\(programme)\"") && !guest.contains("href=\"\(other)\""))
    }
  }

  @Test func `work that is over is nobody's to take`() async throws {
    try await StagedSite.with { staged in
      let programme = try await staged.adopted()
      let intervention = try await staged.made(
        ["name": "Controles", "owner": "amina", "on": "1-2-2026"], to: programme + "/interventions")
      _ = try await staged.send(
        ["reason": "Niet nodig", "on": "2-2-2026"],
        to: "\(programme)/interventions/\(intervention)/cancellation")
      let membership = try await join("amina", programme, staged)
      _ = try await staged.send(
        ["on": "2-2-2026"], to: "\(programme)/team/\(membership)/end")
      let site = try Self.site(staged, without: [StagedSite.amina])
      let page = try await site.ask(.get, "/handover", as: StagedSite.eva).text
      #expect(page.contains("Er is geen werk achtergebleven."))
    }
  }

  @Test func `a closed account says what was left, to who sees the work`() async throws {
    try await StagedSite.with { staged in
      let programme = try await staged.adopted()
      let account = try await staged.made(
        ["name": "Joris Smit", "on": "1-2-2026"], to: "/people/new", as: StagedSite.iris)
      let id = try #require(AccountID(account))
      let programmeID = try #require(
        ProgrammeID(String(programme.dropFirst("/programmes/".count))))
      try await staged.stage.perform(
        .appointManager(.opaque(for: id), on: try #require(Day("2026-03-01"))),
        to: Programme.self, on: programmeID.identity, by: StagedSite.noor.id)
      let open = try await staged.page("/people/\(account)", as: StagedSite.lotte)
      #expect(!open.contains("Over te dragen werk"))
      _ = try await staged.send(
        ["reason": "Vertrokken", "on": "2-3-2026"], to: "/people/\(account)/closing",
        as: StagedSite.iris)
      let closed = try await staged.page("/people/\(account)", as: StagedSite.lotte)
      #expect(closed.contains("Over te dragen werk") && closed.contains("href=\"\(programme)\""))
      let administrator = Person(
        try #require(PersonID("ad")), name: "Ad", roles: [.administrator],
        organisation: TestStage.organisation)
      let site = try Self.site(staged, without: [], and: [administrator])
      let told = try await site.ask(.get, "/people/\(account)", as: administrator).text
      #expect(told.contains("Wie het werk ziet") && !told.contains("href=\"\(programme)\""))
    }
  }

  private func join(_ person: String, _ programme: String, _ staged: StagedSite) async throws -> Int
  {
    _ = try await staged.send(
      ["person": person, "role": "inspecteur", "on": "1-2-2026"], to: programme + "/team")
    return try await staged.log.head()
  }

  /// The site after these people left.
  private static func site(
    _ staged: StagedSite, without left: [Person], and others: [Person] = []
  ) throws -> TestSite {
    try TestSite(
      over: staged.stage,
      people: StagedSite.people.map { person in
        left.contains(person)
          ? Person(
            person.id, of: person.account, name: person.name, authority: Authority(),
            organisation: person.organisation, isOpen: false)
          : person
      } + others)
  }
}
