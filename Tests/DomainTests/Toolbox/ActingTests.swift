import Domain
import EventSourcing
import TestCast
import TestSupport
import Testing

private typealias Story = Scenario<Analysis>

struct ActingTests {
  @Test func `the toolbox suggests what fits, the lightest first, and says why`() {
    Story.given(TaxiAnalysis.understood)
      .when(.acting(.suggest(1, 1, TaxiAnalysis.ground, by: .fitThenLightest), on: wednesday))
      .then(.suggested(id: 1, suggestion: TaxiAnalysis.suggestion, on: wednesday))
  }

  @Test func `without anything in the way there is nothing to suggest`() {
    let helped =
      TaxiAnalysis.chosen + [
        .determinantJudged(
          group: 1, determinant: "T1", judgement: TaxiAnalysis.judgement(5, .high), on: tuesday)
      ]
    Story.given(helped)
      .when(.acting(.suggest(1, 1, TaxiAnalysis.ground, by: .fitThenLightest), on: wednesday))
      .refuses(.nothingToGoBy)
  }

  @Test func `following the suggestion needs no explanation`() {
    Story.given(TaxiAnalysis.suggested).when(.acting(.choose(1, TaxiAnalysis.desk), on: wednesday))
      .then(.chosen(id: 1, choice: TaxiAnalysis.desk, on: wednesday))
  }

  @Test func `to do nothing, or to let a partner act, is as full a choice`() {
    for measure in [Analysis.Measure.nothing, .partnerActs(partner: "Politie")] {
      let choice = Analysis.Choice(for: 1, because: ["T2"], measure, after: 1)
      Story.given(TaxiAnalysis.suggested).when(.acting(.choose(1, choice), on: wednesday))
        .then(.chosen(id: 1, choice: choice, on: wednesday))
    }
  }

  @Test func `who departs from the suggestion says why`() {
    func choose(_ type: References.InterventionType.Key, reason: Prose? = nil) -> Analysis.Choice {
      Analysis.Choice(
        for: 1, because: ["T2"], .intervention(type: type), after: 1, reason: reason)
    }
    let story = Story.given(TaxiAnalysis.suggested)
    story.when(.acting(.choose(1, choose("visit")), on: wednesday))
      .refuses(.departureUnexplained([.heavierThan("desk")]))
    story.when(.acting(.choose(1, choose("leaflet")), on: wednesday))
      .refuses(.departureUnexplained([.notSuggested]))
    story.when(.acting(.choose(1, TaxiAnalysis.visit), on: wednesday))
      .refuses(.departureUnexplained([.nothingSuggested]))
    let explained = choose("visit", reason: "Aanwezigheid op straat telt")
    story.when(.acting(.choose(1, explained), on: wednesday))
      .then(.chosen(id: 1, choice: explained, on: wednesday))
  }

  @Test func `only what is lighter for the same reason asks for an explanation`() {
    let suggestion = Suggestion(
      TaxiAnalysis.input,
      [
        .init("letter", fit: 7, burden: 1, because: ["T7"]),
        .init("desk", fit: 7, burden: 2, because: ["T2"]),
      ], by: .fitThenLightest)
    let story = Story.given(
      TaxiAnalysis.understood + [.suggested(id: 1, suggestion: suggestion, on: wednesday)])
    let choice = Analysis.Choice(
      for: 1, because: ["T2"], .intervention(type: "desk"), after: 1)
    story.when(.acting(.choose(1, choice), on: wednesday))
      .then(.chosen(id: 1, choice: choice, on: wednesday))
  }

  @Test func `what was suggested on an earlier understanding suggests nothing any more`() {
    let story = Story.given(TaxiAnalysis.suggested)
      .and(.stepReopened(step: .understand, version: 2, reason: "x", on: wednesday))
    story.when(.acting(.choose(1, TaxiAnalysis.desk), on: wednesday))
      .refuses(.departureUnexplained([.nothingSuggested]))
  }

  @Test func `a choice gives the reasons that it answers, and a group in focus`() {
    let story = Story.given(TaxiAnalysis.suggested)
    story.when(.acting(.choose(1, .init(for: 1, because: [], .nothing)), on: wednesday))
      .refuses(.reasonsMissing)
    story.when(.acting(.choose(1, .init(for: 2, because: ["T2"], .nothing)), on: wednesday))
      .refuses(.groupNotInFocus)
    story
      .when(.acting(.choose(1, .init(for: 1, because: ["T2"], .nothing, after: 7)), on: wednesday))
      .refuses(.unknownSuggestion)
  }

  @Test func `a mix leaves no group in focus without a choice`() {
    Story.given(TaxiAnalysis.suggested).when(.finish(.act, conclusion: "x", on: thursday))
      .refuses(.actingLacks([1]))
    Story.given(TaxiAnalysis.acting).and(.choiceWithdrawn(id: 1, reason: "Te duur", on: wednesday))
      .when(.finish(.act, conclusion: "x", on: thursday)).refuses(.actingLacks([1]))
    Story.given(TaxiAnalysis.acting).when(.finish(.act, conclusion: "Deze mix", on: thursday))
      .then(
        .stepFinished(
          step: .act, version: 1, standsOn: [1, 1], conclusion: "Deze mix", on: thursday))
  }

  @Test func `a choice of the mix is planned once, also when the mix is settled`() {
    Story.given(TaxiAnalysis.done).when(.acting(.plan(1, 5), on: thursday))
      .then(.choicePlanned(id: 1, intervention: 5, on: thursday))
    Story.given(TaxiAnalysis.done).and(.choicePlanned(id: 1, intervention: 5, on: thursday))
      .when(.acting(.plan(1, 6), on: thursday)).refuses(.alreadyPlanned(5))
    Story.given(TaxiAnalysis.suggested)
      .and(.chosen(id: 1, choice: .init(for: 1, because: ["T2"], .nothing), on: wednesday))
      .when(.acting(.plan(1, 5), on: thursday)).refuses(.nothingToPlan)
    Story.given(TaxiAnalysis.done).when(.acting(.withdraw(1, reason: "x"), on: thursday))
      .refuses(.stepFinished(.act))
  }
}
