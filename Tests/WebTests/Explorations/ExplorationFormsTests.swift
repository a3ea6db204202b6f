import Domain
import Testing

@testable import Web

/// Every form about an exploration or a signal, at the addresses of things that are there.
struct ExplorationFormsTests {
  @Test func `every form is drawn, and comes back when its day is none`() async throws {
    try await StagedSite.with { site in
      let places = try await site.placesOfAnExploration()
      for form in ExplorationForms.all {
        try await site.drawsAndRefuses(
          places.address(of: form.pattern.description),
          as: form.right == .decide ? StagedSite.daan : StagedSite.noor)
      }
      try await site.drawsAndRefuses(
        places.address(of: AdoptionPages.pattern.description), as: StagedSite.daan)
      try await site.drawsAndRefuses("/explorations/new", as: StagedSite.noor)
    }
  }

  @Test func `every form of a signal is drawn, and comes back when its day is none`() async throws {
    try await StagedSite.with { site in
      let places = try await site.placesOfASignal()
      for form in SignalForms.all {
        try await site.drawsAndRefuses(
          places.address(of: form.pattern.description), as: StagedSite.noor)
      }
      try await site.drawsAndRefuses("/signals/new", as: StagedSite.noor)
    }
  }
}
