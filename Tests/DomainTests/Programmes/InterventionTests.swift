import Domain
import EventSourcing
import TestCast
import TestSupport
import Testing

private typealias Story = Scenario<Programme>

struct InterventionTests {
  @Test func `an intervention may be planned with little known`() {
    Story.given(Rail.established).when(.interventions(.plan(1, Rail.bare), on: tuesday))
      .then(.interventionPlanned(id: 1, plan: Rail.bare, on: tuesday))
    Story.given(Rail.prepared).when(.interventions(.plan(1, Rail.bare), on: tuesday))
      .refuses(.identifierInUse)
  }

  @Test func `a plan points at what stands`() {
    let story = Story.given(Rail.established)
    story.when(.interventions(.plan(1, .init(name: "x", targetGroup: 1)), on: tuesday))
      .refuses(.unknownTargetGroup)
    story.when(.interventions(.plan(1, .init(name: "x", goal: 1)), on: tuesday))
      .refuses(.unknownGoal)
    story.when(.interventions(.plan(1, .init(name: "x", indicator: 1)), on: tuesday))
      .refuses(.unknownIndicator)
  }

  @Test func `a plan may go on pointing at a goal that was dropped`() {
    let renamed = Programme.Plan(name: "Bezoeken", goal: 1)
    let dropped = Story.given(Rail.prepared).and(.goalDropped(id: 1, reason: "x", on: monday))
    dropped.when(.interventions(.revise(1, renamed), on: tuesday))
      .then(.interventionRevised(id: 1, plan: renamed, on: tuesday))
    dropped.and(.interventionRevised(id: 1, plan: Rail.bare, on: tuesday))
      .when(.interventions(.revise(1, renamed), on: tuesday)).refuses(.unknownGoal)
  }

  @Test func `a plan is revised until the work is over`() {
    let story = Story.given(Rail.prepared)
    story.when(.interventions(.revise(1, Rail.bare), on: tuesday))
      .then(.interventionRevised(id: 1, plan: Rail.bare, on: tuesday))
    story.when(.interventions(.revise(1, Rail.full), on: tuesday)).nothingHappens()
    story.when(.interventions(.revise(9, Rail.full), on: tuesday)).refuses(.unknownIntervention)
    Story.given(Rail.running).when(.interventions(.revise(1, Rail.bare), on: nextMonday))
      .refuses(.startLacks([.owner, .period, .expectedEffect]))
    Story.given(Rail.finished).when(.interventions(.revise(1, Rail.bare), on: nextMonday))
      .refuses(.interventionIs(.finished))
  }

  @Test func `starting takes an owner, a period and an expected effect`() {
    Story.given(Rail.executing).when(.interventions(.start(1), on: wednesday))
      .then(.interventionStarted(id: 1, on: wednesday))
    Story.given(Rail.adopted).and(.interventionPlanned(id: 1, plan: Rail.bare, on: monday))
      .when(.interventions(.start(1), on: wednesday))
      .refuses(.startLacks([.owner, .period, .expectedEffect]))
    Story.given(Rail.adopted)
      .and(.interventionPlanned(id: 1, plan: .init(name: "x", owner: joris), on: monday))
      .when(.interventions(.start(1), on: wednesday))
      .refuses(.startLacks([.period, .expectedEffect]))
  }

  @Test func `work starts in execution, once`() {
    Story.given(Rail.prepared).when(.interventions(.start(1), on: wednesday))
      .refuses(.notInExecution(.development))
    Story.given(Rail.running).when(.interventions(.start(1), on: wednesday))
      .refuses(.interventionIs(.running))
    Story.given(Rail.executing).when(.interventions(.start(9), on: wednesday))
      .refuses(.unknownIntervention)
  }

  @Test func `what runs is finished with a result`() {
    let finish = Programme.Command.interventions(.finish(1, result: "40 bezoeken"), on: nextMonday)
    Story.given(Rail.running).when(finish)
      .then(.interventionFinished(id: 1, result: "40 bezoeken", on: nextMonday))
    Story.given(Rail.executing).when(finish).refuses(.interventionIs(.planned))
    Story.given(Rail.finished).when(finish).refuses(.interventionIs(.finished))
    Story.given(Rail.established).when(finish).refuses(.unknownIntervention)
    Story.given(Rail.running).when(.interventions(.finish(1, result: "x"), on: tuesday))
      .refuses(.beforeStarted(on: wednesday))
  }

  @Test func `what is planned or runs is cancelled for a reason`() {
    let cancel = Programme.Command.interventions(.cancel(1, reason: "Geen mensen"), on: nextMonday)
    let cancelled = Programme.Event.interventionCancelled(
      id: 1, reason: "Geen mensen", on: nextMonday)
    Story.given(Rail.executing).when(cancel).then(cancelled)
    Story.given(Rail.running).when(cancel).then(cancelled)
    Story.given(Rail.finished).when(cancel).refuses(.interventionIs(.finished))
    Story.given(Rail.executing).and(cancelled).when(cancel).refuses(.interventionIs(.cancelled))
    Story.given(Rail.running).when(.interventions(.cancel(1, reason: "x"), on: tuesday))
      .refuses(.beforeStarted(on: wednesday))
    Story.given(Rail.established).when(cancel).refuses(.unknownIntervention)
    let state = Programme.state(after: Rail.running + [cancelled])
    #expect(state.dossier?.interventions.all[1]?.startedOn == wednesday)
  }
}
