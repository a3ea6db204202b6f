import Foundation
import HTTPTypes
import Testing

@testable import Web

/// The loop of a programme as its pages show it.
struct ChainPagesTests {
  @Test func `the programme shows from which risk and reason an intervention came, and its effect`()
    async throws
  {
    try await StagedSite.with { staged in
      let taxi = try await staged.sectored(4, "Taxi")
      let intervention = try await staged.tried(
        "worsened", for: taxi.group, of: taxi.programme)
      for address in [taxi.programme, taxi.toolbox] {
        let page = try await staged.page(address)
        #expect(page.contains("Van risico tot nieuwe keuze voor Vervoerders"), "\(address)")
        let table = try #require(page.range(of: "chain-table-"))
        let words = [
          "Te zwaar beladen", "Kosten en baten", "Deskronde", "verslechterd (zekerheid: laag)",
          "nog geen nieuwe keuze", "Kiezen, versie 1",
        ]
        for word in words {
          #expect(page[table.lowerBound...].contains(word), "\(address): \(word)")
        }
        let pages = [
          "\(taxi.toolbox)/choose", "\(taxi.toolbox)/understand/\(taxi.group)",
          "\(intervention)#evaluation", "\(taxi.toolbox)/act#group-\(taxi.group)",
        ]
        for page in pages where try await !staged.page(address).contains("href=\"\(page)\"") {
          Issue.record("\(address) has no link to \(page)")
        }
      }
    }
  }

  @Test func `an intervention says on which analysis it stands, and that there is a later one`()
    async throws
  {
    try await StagedSite.with { staged in
      let taxi = try await staged.sectored(4, "Taxi")
      let intervention = try await staged.tried(
        "improved", for: taxi.group, of: taxi.programme)
      let before = try await staged.page(intervention)
      #expect(before.contains("Waarop deze keuze rust"))
      #expect(
        before.contains(
          "Kiezen, versie 1, Begrijpen, versie 1, Aanpakken, versie 1 en editie 1"))
      #expect(!before.contains("inmiddels is er"))
      _ = try await staged.made(
        ["conclusion": "Klaar", "on": "5-2-2026"], to: taxi.toolbox + "/choose/conclusion")
      _ = try await staged.made(
        ["reason": "Nieuwe cijfers", "on": "6-2-2026"], to: taxi.toolbox + "/choose/reopening")
      #expect(
        try await staged.page(intervention)
          .contains("staat op een eerdere versie; inmiddels is er Kiezen, versie 2"))
    }
  }

  @Test func `an intervention that no toolbox chose says nothing of one`() async throws {
    try await StagedSite.with { staged in
      let programme = try await staged.adopted()
      let intervention = try await staged.made(
        ["name": "Controles", "on": "1-2-2026"], to: programme + "/interventions")
      let page = try await staged.page("\(programme)/interventions/\(intervention)")
      #expect(!page.contains("Waarop deze keuze rust"))
      #expect(try await !staged.page(programme).contains("Van risico tot nieuwe keuze"))
    }
  }
}

struct WrappedWordsTests {
  @Test func `words go on the next line when they do not fit`() {
    #expect(
      WrappedWords.lines("Te zwaar beladen op de weg", scalarsMax: 12, linesMax: 3)
        == ["Te zwaar", "beladen op", "de weg"])
    #expect(WrappedWords.lines("", scalarsMax: 12, linesMax: 3).isEmpty)
  }

  @Test func `what does not fit is left out behind an ellipsis, and a long word is cut`() {
    #expect(
      WrappedWords.lines("een twee drie", scalarsMax: 4, linesMax: 2) == ["een", "twee…"])
    #expect(
      WrappedWords.lines("Aansprakelijkheidsverzekering", scalarsMax: 8, linesMax: 2)
        == ["Aanspra…"])
  }
}
