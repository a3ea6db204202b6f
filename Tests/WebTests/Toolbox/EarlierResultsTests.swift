import HTTPTypes
import Testing

@testable import Web

/// What was learnt of interventions comes back in the next suggestion.
struct EarlierResultsTests {
  @Test func `what made things worse elsewhere comes back as a caution`() async throws {
    try await StagedSite.with { staged in
      let taxi = try await staged.sectored(4, "Taxi")
      for _ in 1...5 {
        try await staged.tried("worsened", for: taxi.group, of: taxi.programme)
      }
      let ship = try await staged.sectored(5, "Scheepvaart")
      try await staged.send(
        ["on": "5-2-2026"], to: "\(ship.toolbox)/act/\(ship.group)/suggestion")
      let page = try await staged.page(ship.toolbox + "/act")
      #expect(page.contains("in een andere branche werd het er eerder slechter van"))
      #expect(
        page.contains(
          "Kosten en baten: in andere branches 0 verbeterd, 0 niet veranderd, 5 verslechterd"))
      try await staged.send(
        ["on": "5-2-2026"], to: "\(taxi.toolbox)/act/\(taxi.group)/suggestion")
      #expect(
        try await staged.page(taxi.toolbox + "/act")
          .contains("in deze branche werd het er eerder slechter van"))
    }
  }

  @Test func `small numbers are shown as small, and caution against nothing`() async throws {
    try await StagedSite.with { staged in
      let taxi = try await staged.sectored(4, "Taxi")
      try await staged.tried("worsened", for: taxi.group, of: taxi.programme)
      try await staged.send(
        ["on": "5-2-2026"], to: "\(taxi.toolbox)/act/\(taxi.group)/suggestion")
      let page = try await staged.page(taxi.toolbox + "/act")
      #expect(
        page.contains(
          "in deze branche 0 verbeterd, 0 niet veranderd, 1 verslechterd "
            + "(te weinig voor een conclusie)"))
      #expect(!page.contains("werd het er eerder slechter van"))
    }
  }
}
