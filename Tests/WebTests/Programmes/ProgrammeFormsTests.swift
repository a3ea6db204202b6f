import Domain
import Testing

@testable import Web

/// Every form of a programme, at the addresses of parts that are there.
struct ProgrammeFormsTests {
  @Test func `every form is drawn, and comes back when its day is none`() async throws {
    try await StagedSite.with { site in
      let places = try await site.placesOfAProgramme(in: .execution)
      // What is counted is of now, whatever the day.
      let counts = CountingForms.count.pattern.description
      for form in ProgrammeForms.all where form.pattern.description != counts {
        try await site.drawsAndRefuses(
          places.address(of: form.pattern.description),
          as: form.right == .extend ? StagedSite.daan : StagedSite.noor)
      }
    }
  }
}
