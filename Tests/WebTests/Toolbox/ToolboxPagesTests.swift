import Foundation
import HTTPTypes
import HummingbirdTesting
import Testing

@testable import Web

/// A programme manager goes through the toolbox in the browser's way: pages, forms and answers.
struct ToolboxPagesTests {
  @Test func `the toolbox begins with the last edition, and says so`() async throws {
    try await StagedSite.with { staged in
      let (toolbox, _) = try await staged.begunToolbox()
      let page = try await staged.page(toolbox)
      #expect(page.contains("editie 1 van de referentieset"))
      #expect(page.contains("er wordt aan gewerkt"))
      #expect(try await staged.page("/references").contains("Controlekans"))
    }
  }

  @Test func `sub-risks are weighed, drawn, put in order and chosen beside the damage`()
    async throws
  {
    try await StagedSite.with { staged in
      let (toolbox, _, _) = try await staged.chosenToolbox()
      let page = try await staged.page(toolbox + "/choose")
      #expect(page.contains("Te zwaar beladen"))
      #expect(page.contains("4, groot"))
      #expect(page.contains("<text class=\"matrix-number\""))
      #expect(page.contains("De maatschappelijke schade van het probleem is niet geschat."))
      #expect(page.contains("Hier kunnen wij iets"))
    }
  }

  @Test func `a step that lacks something says what`() async throws {
    try await StagedSite.with { staged in
      let (toolbox, _) = try await staged.begunToolbox()
      let answer = try await staged.send(
        ["conclusion": "Klaar", "on": "1-2-2026"], to: toolbox + "/choose/conclusion")
      #expect(answer.status == .unprocessableContent)
      #expect(answer.text.contains("Nog niet alles is er. Het gaat om: een deelrisico."))
    }
  }

  @Test func `a judgement without evidence is sent back with all that was written`() async throws {
    try await StagedSite.with { staged in
      let (toolbox, group, _) = try await staged.chosenToolbox()
      let answer = try await staged.send(
        ["score": "1", "explanation": "Het loont", "confidence": "high", "on": "1-2-2026"],
        to: "\(toolbox)/understand/\(group)/determinants/T2")
      #expect(answer.status == .unprocessableContent)
      #expect(answer.text.contains("Het loont"))
    }
  }

  @Test func `the toolbox suggests the lightest that fits, and asks why one departs from it`()
    async throws
  {
    try await StagedSite.with { staged in
      let (toolbox, group, _) = try await staged.judgedToolbox()
      try await staged.send(["on": "1-2-2026"], to: "\(toolbox)/act/\(group)/suggestion")
      let page = try await staged.page(toolbox + "/act")
      let desk = try #require(page.range(of: "Deskinspectie"))
      let visit = try #require(page.range(of: "Inspectie</th>"))
      #expect(desk.lowerBound < visit.lowerBound)
      let answer = try await staged.send(
        ["determinant-T2": "on", "measure": "type:visit", "on": "1-2-2026"],
        to: "\(toolbox)/act/\(group)/choices")
      #expect(answer.status == .unprocessableContent)
      #expect(answer.text.contains("‘Deskinspectie’ is minder belastend en past minstens zo goed"))
    }
  }

  @Test func `what was chosen becomes an intervention of the programme`() async throws {
    try await StagedSite.with { staged in
      let places = try await staged.placesOfAnAnalysis()
      let plan = places.address(
        of: "programmes/:programme/toolbox/act/choices/:choice/plan")
      #expect(try await staged.page(plan).contains("value=\"Deskinspectie\""))
      let intervention = try await staged.made(
        ["name": "Deskinspectie tachografen", "on": "1-2-2026"], to: plan)
      let page = try await staged.page(
        places.address(of: "programmes/:programme/toolbox/act"))
      #expect(page.contains("interventions/\(intervention)"))
      #expect(page.contains("Deskinspectie tachografen"))
    }
  }

  @Test func `acting is not finished before understanding, unless somebody takes it upon them`()
    async throws
  {
    try await StagedSite.with { staged in
      let places = try await staged.placesOfAnAnalysis()
      let toolbox = places.address(of: "programmes/:programme/toolbox")
      let conclusion: KeyValuePairs = ["conclusion": "Zo doen we het", "on": "1-2-2026"]
      try await staged.send(conclusion, to: toolbox + "/choose/conclusion")
      let early = try await staged.send(conclusion, to: toolbox + "/act/conclusion")
      #expect(early.status == .unprocessableContent)
      #expect(early.text.contains("Rond eerst de stap Begrijpen af."))
      try await staged.send(
        ["reason": "Spoed", "on": "1-2-2026"], to: toolbox + "/understand/skipping")
      #expect(
        try await staged.send(conclusion, to: toolbox + "/act/conclusion").status == .seeOther)
      let page = try await staged.page(toolbox)
      #expect(page.contains("Noor de Wit heeft op 1 februari 2026 besloten om Begrijpen"))
      #expect(page.contains("Spoed"))
    }
  }

  @Test func `a step that is opened again shows which mix stood on which analysis`() async throws {
    try await StagedSite.with { staged in
      let places = try await staged.placesOfAnAnalysis()
      let toolbox = places.address(of: "programmes/:programme/toolbox")
      try await staged.send(
        ["conclusion": "Klaar", "on": "1-2-2026"], to: toolbox + "/choose/conclusion")
      try await staged.send(
        ["reason": "Nieuwe cijfers", "on": "2-2-2026"], to: toolbox + "/choose/reopening")
      let page = try await staged.page(toolbox)
      #expect(page.contains("Kiezen, versie 2"))
      #expect(page.contains("Nieuwe cijfers"))
      #expect(try await staged.page(toolbox + "/history").contains("als versie 2"))
    }
  }

  @Test
  func `a stored suggestion is explained, and comes out the same when it is worked out again`()
    async throws
  {
    try await StagedSite.with { staged in
      let places = try await staged.placesOfAnAnalysis()
      let page = try await staged.page(
        places.address(of: "programmes/:programme/toolbox/act/suggestions/:suggestion"))
      #expect(page.contains("opnieuw berekend, met dezelfde uitkomst"))
      #expect(page.contains("6 (Kosten en baten) + 3 (Controlekans)"))
      #expect(page.contains("nog geen uitkomst die iets zegt"))
      #expect(try await staged.page("/references/rule").contains("Menselijke tussenkomst"))
    }
  }

  @Test func `what a judgement rests on is chosen among closed rounds, with their spread`()
    async throws
  {
    try await StagedSite.with { staged in
      let places = try await staged.placesOfAnAnalysis()
      let round = places.address(
        of: "programmes/:programme/toolbox/sessions/:session/rounds/:round")
      let scores = try await staged.page(round + "/scores", as: StagedSite.iris)
      let question = try #require(scores.firstMatch(of: /name="score-([0-9a-f-]{36})"/)?.1)
      try await staged.send(
        pairs: [("score-\(question)", "2"), ("on", "1-2-2026")], to: round + "/scores",
        as: StagedSite.iris)
      let judgement = places.address(
        of: "programmes/:programme/toolbox/understand/:group/determinants/:determinant")
      #expect(!(try await staged.page(judgement).contains("Wat hindert (Focusgroep)")))
      try await staged.send(["on": "1-2-2026"], to: round + "/closing")
      #expect(try await staged.page(judgement).contains("Wat hindert (Focusgroep)"))
      try await staged.send(
        pairs: [
          ("score", "2"), ("explanation", "Samen besproken"), ("confidence", "medium"),
          ("evidence-1", "Focusgroep"), ("evidence-1-source", "Verslag"),
          ("round", places.identities[":round"] ?? ""), ("on", "1-2-2026"),
        ], to: judgement)
      let group = try await staged.page(
        places.address(of: "programmes/:programme/toolbox/understand/:group"))
      #expect(group.contains("Samen gescoord in:"))
    }
  }
}
