import Domain
import EventSourcing
import HTTPTypes
import HummingbirdTesting
import ReadModels
import TestStaging
import Testing

@testable import Web

/// Cases as whoever looks for them finds them, and whoever may not see them does not.
struct FindingCasesTests {
  @Test func `the list is one's own first, and a case is found by number and by words`()
    async throws
  {
    try await StagedSite.with { site in
      let own = try await site.openedCase("Lekkende koelinstallatie")
      let other = try await site.openedCase("Overladen vrachtwagen", handler: "amina")
      let list = try await site.page("/cases")
      #expect(list.contains(own) && !list.contains(other))
      let all = try await site.page("/cases?whose=all")
      #expect(all.contains(own) && all.contains(other))
      let words = try await site.page("/cases?q=vracht")
      #expect(words.contains(other) && !words.contains(own))
      let number = try await site.page("/cases?q=2026-0000001")
      #expect(number.contains(own) && !number.contains(other))
      #expect(try await site.page("/cases?q=%27%29%3A%2A").contains("geen zaak"))
    }
  }

  @Test func `a title is found by what is written in it, with its points and hyphens`()
    async throws
  {
    try await StagedSite.with { site in
      let address = try await site.openedCase("Jansen B.V. te Noord-Holland, rit 2026-0012, A-12")
      for words in ["Jansen+B.V.", "jansen+b.v", "jans", "noord-hol", "rit+2026-0012", "A-12"] {
        #expect(try await site.page("/cases?q=\(words)").contains(address), "\(words)")
      }
    }
  }

  @Test func `what only the handlers may see, nobody else finds`() async throws {
    try await StagedSite.with { site in
      let address = try await site.openedCase(
        "Onderzoek naar fraude", handler: "amina", "handlersOnly")
      let noor = StagedSite.noor
      #expect(try await site.site.ask(.get, address, as: noor).status == .notFound)
      #expect(try await site.site.ask(.get, address + "/history", as: noor).status == .notFound)
      for list in ["/cases?whose=all&closed=yes", "/cases?q=fraude", "/cases?q=2026-0000001"] {
        #expect(!(try await site.page(list)).contains(address))
        #expect(try await site.page(list, as: StagedSite.amina).contains(address))
      }
      #expect(try await site.send(["on": "1-3-2026"], to: address + "/plan").status == .notFound)
    }
  }

  @Test func `whoever a case was closed to does not find it by looking back`() async throws {
    try await StagedSite.with { site in
      let address = try await site.openedCase("Onderzoek naar fraude", handler: "amina")
      let then = "/cases?whose=all&as-of=\(try await site.log.head())"
      #expect(try await site.page(then).contains(address))
      _ = try await site.made(
        ["confidentiality": "handlersOnly", "reason": "Opsporing", "on": "1-2-2026"],
        to: address + "/confidentiality")
      #expect(!(try await site.page(then)).contains(address))
      #expect(try await site.page(then, as: StagedSite.amina).contains(address))
    }
  }

  @Test func `whoever inspects elsewhere reads a case of another programme and may not add to it`()
    async throws
  {
    try await StagedSite.with { site in
      let programme = try await site.adopted()
      let id = try #require(ProgrammeID(String(programme.dropFirst("/programmes/".count))))
      let address = try await site.openedCase("Roet", programme: id)
      let reader = Person(
        try #require(PersonID("gast")), of: AccountID(.fresh()), name: "Gast",
        authority: Authority([
          .role(.partner, in: .programme(id: id)),
          .role(.inspector, in: .programme(id: ProgrammeID(.fresh()))),
        ]), organisation: TestStage.organisation)
      let guests = try TestSite(over: site.stage, people: StagedSite.people + [reader])
      #expect(try await guests.ask(.get, address, as: reader).status == .ok)
      #expect(try await guests.ask(.get, address + "/plan", as: reader).status == .forbidden)
      let page = try await guests.ask(.get, address, as: reader).text
      #expect(!page.contains("\(address)/plan"))
    }
  }
}
