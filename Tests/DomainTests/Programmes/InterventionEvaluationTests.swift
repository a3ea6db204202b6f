import Domain
import EventSourcing
import TestCast
import TestSupport
import Testing

private typealias Story = Scenario<Programme>
private typealias Evaluation = Programme.InterventionEvaluation

struct InterventionEvaluationTests {
  private let bare = Rail.learning("Meer meldingen")
  private let revised = Rail.learning("Evenveel meldingen")

  private func record(
    _ evaluation: Programme.InterventionEvaluation, on day: Day = nextMonday
  ) -> Programme.Command {
    .interventionEvaluation(1, .record(evaluation), on: day)
  }

  private func resting(on comparisons: Evaluation.Comparison...) -> Programme.Command {
    record(Rail.learning("Meer meldingen", rests: comparisons))
  }

  @Test func `an intervention is evaluated once its work is over`() {
    Story.given(Rail.finished).when(record(bare))
      .then(.interventionEvaluated(id: 1, evaluation: bare, on: nextMonday))
    Story.given(Rail.executing).when(record(bare)).refuses(.interventionIs(.planned))
    Story.given(Rail.running).when(record(bare)).refuses(.interventionIs(.running))
    Story.given(Rail.finished).when(record(bare, on: wednesday))
      .refuses(.beforeInterventionOver(on: nextMonday))
    Story.given(Rail.established).when(record(bare)).refuses(.unknownIntervention)
    Story.given(Rail.learnt).when(record(bare)).refuses(.alreadyEvaluated)
  }

  @Test func `what was cancelled is evaluated when it had started`() {
    let cancelled = Programme.Event.interventionCancelled(
      id: 1, reason: "Geen mensen", on: nextMonday)
    Story.given(Rail.running).and(cancelled).when(record(bare))
      .then(.interventionEvaluated(id: 1, evaluation: bare, on: nextMonday))
    Story.given(Rail.executing).and(cancelled).when(record(bare))
      .refuses(.interventionNeverStarted)
  }

  @Test func `it rests on what was measured, the second time later than the first`() {
    let later = Story.given(Rail.finished)
      .and(.measured(indicator: 1, id: 2, measurement: Rail.measurement, on: nextMonday))
    later.when(record(Rail.learning))
      .then(.interventionEvaluated(id: 1, evaluation: Rail.learning, on: nextMonday))
    later.when(resting(on: Rail.comparison, Rail.comparison)).refuses(.comparedTwice(1))
    later.when(resting(on: .init(of: 1, before: 2, after: 1))).refuses(.comparedBackwards(1))
    later.when(resting(on: .init(of: 1, before: 1, after: 1))).refuses(.comparedBackwards(1))
    later.when(resting(on: .init(of: 9, before: 1, after: 2))).refuses(.unknownIndicator)
    later.when(resting(on: .init(of: 1, before: 9, after: 2))).refuses(.unknownMeasurement)
    later.when(resting(on: .init(of: 1, before: 1, after: 9))).refuses(.unknownMeasurement)
    later.and(.indicatorDropped(id: 1, reason: "Zegt niets meer", on: nextMonday))
      .when(record(Rail.learning))
      .then(.interventionEvaluated(id: 1, evaluation: Rail.learning, on: nextMonday))
  }

  @Test func `a baseline stands for a first measurement, when there is one`() {
    let rests = Evaluation.Comparison(of: 2, before: nil, after: 3)
    let evaluation = Rail.learning("Meer meldingen", rests: [rests])
    func story(baseline: Programme.Baseline?) -> Story {
      Story.given(Rail.finished)
        .and(
          .indicatorDefined(
            id: 2,
            definition: .init(
              name: "Meldingen", unit: .counted(in: "meldingen"), baseline: baseline),
            on: monday)
        )
        .and(.measured(indicator: 2, id: 3, measurement: Rail.measurement, on: wednesday))
    }
    story(baseline: .init(.number(value: "5"), on: monday)).when(record(evaluation))
      .then(.interventionEvaluated(id: 1, evaluation: evaluation, on: nextMonday))
    story(baseline: .init(.number(value: "5"))).when(record(evaluation))
      .then(.interventionEvaluated(id: 1, evaluation: evaluation, on: nextMonday))
    story(baseline: .init(.number(value: "5"), on: wednesday)).when(record(evaluation))
      .refuses(.comparedBackwards(2))
    story(baseline: nil).when(record(evaluation)).refuses(.noBaseline(2))
  }

  @Test func `an evaluation of an intervention is revised as a new version`() {
    let revise = Programme.Command.interventionEvaluation(
      1, .revise(revised, reason: "Dubbel geteld"), on: nextMonday)
    let event = Programme.Event.interventionEvaluationRevised(
      id: 1, evaluation: revised, reason: "Dubbel geteld", on: nextMonday)
    Story.given(Rail.learnt).when(revise).then(event)
    Story.given(Rail.finished).when(revise).refuses(.interventionNotEvaluated)
    Story.given(Rail.learnt)
      .when(.interventionEvaluation(1, .revise(Rail.learning, reason: "x"), on: nextMonday))
      .nothingHappens()
    Story.given(Rail.learnt)
      .and(
        .interventionEvaluationRevised(
          id: 1, evaluation: revised, reason: "x", on: nextMonday.adding(days: 2))
      )
      .when(.interventionEvaluation(1, .revise(bare, reason: "x"), on: nextMonday.adding(days: 1)))
      .refuses(.beforeInterventionEvaluated(on: nextMonday.adding(days: 2)))
    let state = Programme.state(after: Rail.learnt + [event])
    let evaluations = state.dossier?.interventions.all[1]?.evaluations
    #expect(evaluations?.versions == [Rail.learning, revised])
  }

  @Test func `what an intervention yields may show when the programme has ended`() {
    Story.given(Rail.ended).when(record(bare))
      .then(.interventionEvaluated(id: 1, evaluation: bare, on: nextMonday))
    Story.given(Rail.ended)
      .and(.interventionEvaluated(id: 1, evaluation: bare, on: nextMonday))
      .when(.interventionEvaluation(1, .revise(revised, reason: "Later gezien"), on: nextMonday))
      .then(
        .interventionEvaluationRevised(
          id: 1, evaluation: revised, reason: "Later gezien", on: nextMonday))
  }
}
