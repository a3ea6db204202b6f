import Foundation
import HTTPTypes
import HummingbirdTesting
import Testing

@testable import Web

/// Finding what is known in the data bank.
struct BankSearchTests {
  @Test func `words are found in whichever form they were written, in titles first`() async throws {
    try await StagedSite.with { site in
      _ = try await site.acceptedEntry("Onderweg", text: "Er waren veel inspecties.")
      _ = try await site.acceptedEntry("Inspectie met de politie", text: "Samen op pad.")
      _ = try await site.acceptedEntry("Een brief", text: "Zonder bezoek.")
      #expect(try await site.page("/bank?words=inspecties").contains("1 tot en met 2 van 2."))
      let found = try await site.page("/bank?words=inspectie")
      let (first, second) = (
        try #require(found.range(of: "Inspectie met de politie")),
        try #require(found.range(of: ">Onderweg<"))
      )
      #expect(first.lowerBound < second.lowerBound)
      #expect(!found.contains(">Een brief<"))
      #expect(found.contains("1 tot en met 2 van 2."))
      #expect(try await site.page("/bank?words=paardentram").contains("class=\"empty"))
    }
  }

  @Test func `filters narrow what is shown, together`() async throws {
    try await StagedSite.with { site in
      _ = try await site.acceptedEntry(
        "Taxi sterk", text: "Ja.", ["sector": "Taxi", "evidence": "measured"])
      _ = try await site.acceptedEntry("Taxi zwak", text: "Ja.", ["sector": "Taxi"])
      _ = try await site.acceptedEntry("Spoor zwak", text: "Ja.", ["sector": "Spoor"])
      let found = try await site.page("/bank?sector=Taxi&evidence=observed")
      #expect(found.contains(">Taxi zwak<"))
      #expect(!found.contains(">Taxi sterk<") && !found.contains(">Spoor zwak<"))
      #expect(
        try await site.site.ask(.get, "/bank?kind=geen", as: StagedSite.noor).status == .badRequest)
    }
  }

  @Test func `what is to be looked at again stands out once its day has come`() async throws {
    try await StagedSite.with { site in
      let entry = try await site.acceptedEntry("Brief vooraf", text: "Eerst.")
      #expect(!(try await site.page("/bank?standing=due")).contains(">Brief vooraf<"))
      let answer = try await site.send(
        ["review": "2-2-2026", "reason": "Vlot", "on": "1-2-2026"], to: "/bank/\(entry)/review",
        as: StagedSite.iris)
      #expect(answer.status == .seeOther)
      #expect(try await site.page("/bank?standing=due").contains(">Brief vooraf<"))
    }
  }
}
