import Domain
import EventSourcing
import TestCast
import TestSupport
import Testing

private typealias Story = Scenario<Programme>

struct EndingTests {
  private let revised = Rail.evaluation("Het besef groeide licht")

  @Test func `a programme is evaluated in its evaluation`() {
    let record = Programme.Command.evaluation(.record(Rail.evaluation), on: nextMonday)
    Story.given(Rail.evaluating).when(record)
      .then(.evaluationRecorded(evaluation: Rail.evaluation, on: nextMonday))
    Story.given(Rail.running).when(record).refuses(.notInEvaluation(.execution))
    Story.given(Rail.evaluated).when(record).refuses(.alreadyEvaluated)
  }

  @Test func `an evaluation is revised as a new version`() {
    let revise = Programme.Command.evaluation(
      .revise(revised, reason: "Tegenspraak"), on: nextMonday)
    Story.given(Rail.evaluated).when(revise).then(
      .evaluationRevised(evaluation: revised, reason: "Tegenspraak", on: nextMonday))
    Story.given(Rail.evaluating).when(revise).refuses(.notEvaluated)
    Story.given(Rail.evaluated)
      .when(.evaluation(.revise(Rail.evaluation, reason: "x"), on: nextMonday))
      .nothingHappens()
    let state = Programme.state(
      after: Rail.evaluated + [
        .evaluationRevised(evaluation: revised, reason: "Tegenspraak", on: nextMonday)
      ])
    #expect(state.dossier?.evaluations.versions == [Rail.evaluation, revised])
    #expect(state.dossier?.evaluations.present == revised)
  }

  @Test func `a programme ends evaluated`() {
    let end = Programme.Command.end(reason: "Doel bereikt", on: nextMonday)
    Story.given(Rail.evaluated).when(end).then(.ended(reason: "Doel bereikt", on: nextMonday))
    Story.given(Rail.evaluating).when(end).refuses(.notEvaluated)
    Story.given(Rail.running).when(end).refuses(.notInEvaluation(.execution))
  }

  @Test func `a programme does not end while an intervention runs`() {
    Story.given(Rail.running)
      .and(.gatePassed(to: .evaluation, grounds: "Klaar", on: nextMonday))
      .and(.evaluationRecorded(evaluation: Rail.evaluation, on: nextMonday))
      .when(.end(reason: "Klaar", on: nextMonday)).refuses(.interventionsRunning([1]))
  }

  @Test func `another round takes another evaluation`() {
    let again = Story.given(Rail.evaluated)
      .and(.loopedBack(to: .execution, reason: "Nieuw", on: nextMonday))
      .and(.gatePassed(to: .evaluation, grounds: "Klaar", on: nextMonday))
    again.when(.end(reason: "Klaar", on: nextMonday)).refuses(.notEvaluated)
    again.when(.evaluation(.record(revised), on: nextMonday))
      .then(.evaluationRecorded(evaluation: revised, on: nextMonday))
  }
}
