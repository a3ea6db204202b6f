import EventSourcing
import HTTPTypes
import HummingbirdTesting
import Testing

@testable import Web

struct ReferencesPagesTests {
  @Test func `an edition takes two people, and programmes keep the one they began with`()
    async throws
  {
    try await StagedSite.with { staged in
      let (toolbox, _) = try await staged.begunToolbox()
      try await staged.send(
        ["name": "Bezoek", "burden": "3", "certainty": "working", "on": "1-2-2026"],
        to: "/references/draft/types/visit/wording", as: StagedSite.iris)
      try await staged.send(
        ["note": "Kortere naam", "on": "1-2-2026"], to: "/references/draft/proposal",
        as: StagedSite.iris)
      let own = try await staged.send(
        ["on": "1-2-2026"], to: "/references/draft/publication", as: StagedSite.iris)
      #expect(own.status == .unprocessableContent)
      #expect(own.text.contains("Wie het concept voorlegt, publiceert het niet zelf."))
      try await staged.send(
        ["on": "1-2-2026"], to: "/references/draft/publication", as: StagedSite.hugo)
      #expect(try await staged.page("/references").contains("Bezoek"))
      #expect(try await staged.page("/references/editions/1").contains("Inspectie"))
      #expect(try await staged.page(toolbox).contains("editie 1 van de referentieset"))
      try await staged.send(
        ["reason": "Betere naam", "on": "1-2-2026"], to: toolbox + "/edition")
      #expect(try await staged.page(toolbox).contains("editie 2 van de referentieset"))
    }
  }

  @Test func `what is added takes no code that something else has`() async throws {
    try await StagedSite.with { staged in
      _ = try await staged.begunToolbox()
      let head = try await staged.log.head()
      let answer = try await staged.send(
        [
          "key": "visit", "name": "Iets anders", "burden": "3", "certainty": "working",
          "on": "1-2-2026",
        ],
        to: "/references/draft/types", as: StagedSite.iris)
      #expect(answer.status == .unprocessableContent)
      #expect(answer.text.contains("Deze code is er al."))
      #expect(try await staged.log.head() == head)
    }
  }

  @Test func `what an edition cannot do without is named`() async throws {
    try await StagedSite.with { staged in
      _ = try await staged.begunToolbox()
      try await staged.send(
        ["certainty": "working", "on": "1-2-2026"], to: "/references/draft/types/leaflet/fits",
        as: StagedSite.iris)
      let answer = try await staged.send(
        ["note": "Zo", "on": "1-2-2026"], to: "/references/draft/proposal",
        as: StagedSite.iris)
      #expect(answer.status == .unprocessableContent)
      #expect(answer.text.contains("niets past bij T1"))
    }
  }
}
