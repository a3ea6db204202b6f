import Domain
import TestCast
import Testing

/// What the toolbox suggests, and in which order.
struct SuggestionRuleTests {
  private func suggest(
    _ judged: [Suggestion.Judged], _ experience: [Suggestion.Experience] = []
  ) -> [Suggestion.Advice] {
    SuggestionRule.fitThenLightest.advice(
      on: Suggestion.Input(
        group: 1, version: 1, edition: 1, judged: judged, experience: experience),
      from: Small.edition)
  }

  @Test func `what helps compliance calls for nothing`() {
    #expect(suggest([.init("T1", 3, .high), .init("T2", 5, .high)]).isEmpty)
  }

  @Test func `who knows the rules gets no leaflet`() {
    let types = suggest([.init("T1", 4, .high), .init("T7", 1, .high)]).map(\.intervention)
    #expect(types == ["desk", "visit"])
  }

  @Test func `inspecting who does not know the rules comes last, with a caution`() {
    let advice = suggest([.init("T1", 2, .low), .init("T7", 1, .high)])
    #expect(advice.map(\.intervention) == ["leaflet", "desk", "visit"])
    #expect(advice.map(\.cautions) == [[], [.rulesUnknown], [.rulesUnknown]])
  }

  @Test func `a judgement counts for what it hinders and how sure we are`() {
    #expect(suggest([.init("T7", 1, .low)]).map(\.fit) == [2, 2])
    #expect(suggest([.init("T7", 2, .high)]).map(\.fit) == [3, 3])
  }

  @Test func `what helped before decides between equals only`() {
    let edition = References.Edition(
      determinants: [Small.inspection], segments: [Small.honest],
      interventionTypes: [Small.type("first", "Eerst", 2), Small.type("second", "Dan", 2)],
      fits: [Small.fit("first", "T7"), Small.fit("second", "T7")])
    let none = Suggestion.Experience.Tally(improved: 0, unchanged: 0, worsened: 0)
    let helped = Suggestion.Experience(
      "second", "T7", here: .init(improved: 2, unchanged: 1, worsened: 0), elsewhere: none)
    let input = Suggestion.Input(
      group: 1, version: 1, edition: 1, judged: [.init("T7", 1, .high)], experience: [helped])
    let advice = SuggestionRule.fitThenLightest.advice(on: input, from: edition)
    #expect(advice.map(\.intervention) == ["second", "first"])
  }

  @Test func `what did harm often enough to tell is cautioned, here and elsewhere apart`() {
    let harm = Suggestion.Experience.Tally(improved: 1, unchanged: 0, worsened: 4)
    let few = Suggestion.Experience.Tally(improved: 0, unchanged: 0, worsened: 4)
    let judged = [Suggestion.Judged("T7", 1, .high)]
    func cautions(here: Suggestion.Experience.Tally, elsewhere: Suggestion.Experience.Tally)
      -> [Suggestion.Caution]
    {
      suggest(judged, [.init("desk", "T7", here: here, elsewhere: elsewhere)])
        .filter { $0.intervention == "desk" }.flatMap(\.cautions)
    }
    #expect(cautions(here: harm, elsewhere: few) == [.worsenedHere])
    #expect(cautions(here: few, elsewhere: harm) == [.worsenedElsewhere])
    #expect(cautions(here: few, elsewhere: few).isEmpty)
  }

  @Test func `a suggestion that was kept can be worked out again`() {
    let kept = TaxiAnalysis.suggestion
    #expect(kept.rule.advice(on: kept.input, from: Small.edition) == kept.advice)
  }
}
