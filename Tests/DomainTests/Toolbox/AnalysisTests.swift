import Domain
import EventSourcing
import TestCast
import TestSupport
import Testing

private typealias Story = Scenario<Analysis>

struct AnalysisTests {
  @Test func `an analysis is begun once`() {
    let begin = Analysis.Command.begin(
      title: "Marktwerking taxi", organisation: inspectorate, edition: 1, on: monday)
    Story.given().when(begin).then(TaxiAnalysis.begun[0])
    Story.given(TaxiAnalysis.begun).when(begin).refuses(.alreadyBegun)
    Story.given().when(.finish(.choose, conclusion: "x", on: monday)).refuses(.notBegun)
  }

  @Test func `it keeps its edition until somebody moves it on to a later one`() {
    Story.given(TaxiAnalysis.begun).when(.moveOn(to: 2, reason: "Nieuwe lijst", on: tuesday))
      .then(.movedOn(edition: 2, reason: "Nieuwe lijst", on: tuesday))
    Story.given(TaxiAnalysis.begun).when(.moveOn(to: 1, reason: "Zo", on: tuesday))
      .refuses(.editionNotLater(than: 1))
  }

  @Test func `every sub-risk is weighed and has its place before there is a choice`() {
    Story.given(TaxiAnalysis.begun).when(.finish(.choose, conclusion: "x", on: monday))
      .refuses(.choosingLacks([.noSubRisks]))
    Story.given(TaxiAnalysis.found).when(.finish(.choose, conclusion: "x", on: monday))
      .refuses(.choosingLacks([.unweighed(1), .unweighed(2), .unprioritised, .noFocus]))
    Story.given(TaxiAnalysis.weighed)
      .when(.choosing(.prioritise([2], reason: "x"), on: tuesday))
      .refuses(.prioritiesIncomplete([1]))
    Story.given(TaxiAnalysis.weighed)
      .when(.choosing(.prioritise([1, 2], reason: "Meeste schade"), on: tuesday))
      .then(.prioritised(subRisks: [1, 2], reason: "Meeste schade", on: tuesday))
    Story.given(TaxiAnalysis.focused)
      .when(.finish(.choose, conclusion: "Eerst de boordcomputer", on: tuesday))
      .then(
        .stepFinished(
          step: .choose, version: 1, standsOn: [], conclusion: "Eerst de boordcomputer",
          on: tuesday))
  }

  @Test func `a sub-risk that is dropped leaves the priorities and the focus`() throws {
    Story.given(TaxiAnalysis.focused).when(.choosing(.drop(1, reason: "Opgelost"), on: tuesday))
      .then(.subRiskDropped(id: 1, reason: "Opgelost", on: tuesday))
    let state = Analysis.state(
      after: TaxiAnalysis.focused + [.subRiskDropped(id: 1, reason: "Opgelost", on: tuesday)])
    let choosing = try #require(state.dossier).choosing
    #expect(choosing.priorities == [2])
    #expect(choosing.focus == nil)
  }

  @Test func `a finished step changes only when it is reopened, as its next version`() {
    Story.given(TaxiAnalysis.chosen).when(.choosing(.find(3, TaxiAnalysis.other), on: wednesday))
      .refuses(.stepFinished(.choose))
    Story.given(TaxiAnalysis.chosen).when(.reopen(.choose, reason: "Nieuw inzicht", on: wednesday))
      .then(.stepReopened(step: .choose, version: 2, reason: "Nieuw inzicht", on: wednesday))
    Story.given(TaxiAnalysis.focused).when(.reopen(.choose, reason: "x", on: wednesday))
      .refuses(.stepNotFinished(.choose))
    Story.given(TaxiAnalysis.chosen).when(.reopen(.choose, reason: "x", on: monday))
      .refuses(.beforeLast(on: tuesday))
  }

  @Test func `a claim about a group takes evidence, and a group in focus`() {
    let bare = Analysis.Judgement(1, explanation: "x", evidence: [], confidence: .low)
    Story.given(TaxiAnalysis.chosen).when(.understanding(.judge(1, "T2", bare), on: tuesday))
      .refuses(.evidenceMissing)
    Story.given(TaxiAnalysis.chosen).when(
      .understanding(.judge(2, "T2", TaxiAnalysis.costs), on: tuesday)
    )
    .refuses(.groupNotInFocus)
    Story.given(TaxiAnalysis.chosen).when(
      .understanding(.judge(1, "T2", TaxiAnalysis.costs), on: tuesday)
    )
    .then(
      .determinantJudged(group: 1, determinant: "T2", judgement: TaxiAnalysis.costs, on: tuesday))
  }

  @Test func `segments are parts of one whole`() {
    let tooMuch = [
      Analysis.SegmentShare("honest", 60, .low), Analysis.SegmentShare("careless", 50, .low),
    ]
    Story.given(TaxiAnalysis.chosen).when(.understanding(.segments(1, tooMuch), on: tuesday))
      .refuses(.sharesAboveWhole(percent: 110))
    let twice = [
      Analysis.SegmentShare("honest", 10, .low), Analysis.SegmentShare("honest", 20, .low),
    ]
    Story.given(TaxiAnalysis.chosen).when(.understanding(.segments(1, twice), on: tuesday))
      .refuses(.segmentTwice("honest"))
  }

  @Test func `a group is understood when nothing of it is missing`() {
    Story.given(TaxiAnalysis.chosen).when(.finish(.understand, conclusion: "x", on: wednesday))
      .refuses(
        .understandingLacks([
          .init(1, .sector), .init(1, .size), .init(1, .goal), .init(1, .segments),
          .init(1, .determinants),
        ]))
    Story.given(TaxiAnalysis.profiled).when(
      .finish(.understand, conclusion: "Het loont", on: wednesday)
    )
    .then(
      .stepFinished(
        step: .understand, version: 1, standsOn: [1], conclusion: "Het loont", on: wednesday))
  }

  @Test func `acting is not finished before the groups are understood`() throws {
    let hasty =
      TaxiAnalysis.chosen + [
        .chosen(id: 1, choice: .init(for: 1, because: ["T7"], .nothing), on: tuesday)
      ]
    Story.given(hasty).when(.finish(.act, conclusion: "x", on: wednesday))
      .refuses(.stepBeforeOpen(.understand))
    Story.given(hasty).when(.skipUnderstanding(by: noor, reason: "Spoed", on: wednesday))
      .then(.understandingSkipped(by: noor, reason: "Spoed", on: wednesday))
    let skipped = hasty + [.understandingSkipped(by: noor, reason: "Spoed", on: wednesday)]
    Story.given(skipped).when(.skipUnderstanding(by: joris, reason: "Ook", on: wednesday))
      .refuses(.alreadySkipped(by: noor))
    Story.given(skipped).when(.finish(.act, conclusion: "Toch", on: wednesday))
      .then(
        .stepFinished(
          step: .act, version: 1, standsOn: [1, 1], conclusion: "Toch", on: wednesday))
    let course = try #require(Analysis.state(after: skipped).dossier).course
    #expect(course.skippings.map(\.by) == [noor])
  }

  @Test func `a mix says on which analysis it stood, also when that is made anew`() throws {
    let finished = try #require(Analysis.state(after: TaxiAnalysis.done).dossier).course
    #expect(!finished.isOutdated(.act))
    let reopened = try #require(
      Analysis.state(
        after: TaxiAnalysis.done + [
          .stepReopened(step: .understand, version: 2, reason: "x", on: thursday)
        ]
      ).dossier
    ).course
    #expect(reopened.isOutdated(.act))
    #expect(!reopened.isOutdated(.choose))
    #expect(reopened[.understand].version == 2)
    #expect(reopened.skipping == nil)
  }

  @Test func `a step is not finished on one that stands on an earlier version itself`() {
    let again =
      TaxiAnalysis.acting + [
        .stepReopened(step: .choose, version: 2, reason: "x", on: thursday),
        .stepFinished(step: .choose, version: 2, standsOn: [], conclusion: "y", on: thursday),
      ]
    Story.given(again).when(.finish(.act, conclusion: "Deze mix", on: thursday))
      .refuses(.stepBeforeOutdated(.understand))
    Story.given(again)
      .and(.stepReopened(step: .understand, version: 2, reason: "x", on: thursday))
      .and(
        .stepFinished(
          step: .understand, version: 2, standsOn: [2], conclusion: "y", on: thursday)
      )
      .when(.finish(.act, conclusion: "Deze mix", on: thursday))
      .then(
        .stepFinished(
          step: .act, version: 1, standsOn: [2, 2], conclusion: "Deze mix", on: thursday))
  }

  @Test func `nothing happens before the analysis was begun`() {
    Story.given(TaxiAnalysis.begun).when(.choosing(.find(1, TaxiAnalysis.subRisk), on: sunday))
      .refuses(.beforeBeginning(on: monday))
  }
}
