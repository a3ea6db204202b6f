import HTTPTypes
import HummingbirdTesting
import Testing

@testable import Web

/// What came of a type of intervention where it was tried, drawn from interventions and their evaluations.
struct BankTypePageTests {
  @Test func `what helped in one sector and harmed in another is said, and no share of so few`()
    async throws
  {
    try await StagedSite.with { site in
      let taxi = try await site.sectored(4, "Taxi")
      let rail = try await site.sectored(5, "Spoor")
      let good = try await site.tried("improved", for: taxi.group, of: taxi.programme)
      let bad = try await site.tried("worsened", for: rail.group, of: rail.programme)
      let page = try await site.page("/bank/types/desk")
      #expect(page.contains("Vaker beter dan slechter ging het in: Taxi."))
      #expect(page.contains("Vaker slechter dan beter ging het in: Spoor."))
      #expect(page.contains("Het zijn nog weinig gevallen."))
      #expect(page.contains("te weinig voor een percentage") && !page.contains("procent van"))
      #expect(page.contains("href=\"\(good)\"") && page.contains("href=\"\(bad)\""))
    }
  }

  @Test func `from five evaluations on there is a share, with of how many`() async throws {
    try await StagedSite.with { site in
      let taxi = try await site.sectored(4, "Taxi")
      for outcome in ["improved", "improved", "improved", "worsened"] {
        try await site.tried(outcome, for: taxi.group, of: taxi.programme)
      }
      #expect(!(try await site.page("/bank/types/desk")).contains("procent van"))
      try await site.tried("unchanged", for: taxi.group, of: taxi.programme)
      #expect(try await site.page("/bank/types/desk").contains("60 procent van 5"))
      #expect(try await site.page("/bank/types").contains("60 procent van 5"))
    }
  }

  @Test func `a type that nobody knows is not there`() async throws {
    try await StagedSite.with { site in
      let answer = try await site.site.ask(.get, "/bank/types/none", as: StagedSite.noor)
      #expect(answer.status == .notFound)
    }
  }
}
