import Domain
import EventSourcing
import TestCast
import TestSupport
import Testing

private typealias Story = Scenario<Programme>

/// On which days something can have happened.
struct DaysTests {
  private static let long: Day = "1901-01-01"

  @Test(
    arguments: [
      .rename(Programme.Label(planYear: 2021, number: 7, name: "Spoor"), on: long),
      .restateProblem("Drukker", on: long), .appointManager(joris, on: long),
      .extend(
        review: "2028-06-01", end: "2029-03-01", decidedBy: amina, reason: "x", on: long),
      .course(.planGate(to: .evaluation, expectedOn: nextMonday), on: long),
      .goals(.set(2, "x"), on: long), .indicators(.define(2, Rail.described), on: long),
      .targetGroups(.add(2, "x"), on: long),
      .partners(.involve(2, .init(name: "ERA", kind: .external)), on: long),
      .team(.join(amina, role: "Jurist"), on: long),
      .interventions(.plan(2, Rail.bare), on: long),
      .achievements(.record(1, .init("40 bezoeken", source: meerjarenplan)), on: long),
    ] as [Programme.Command])
  func `nothing of a programme happened before it began`(command: Programme.Command) {
    Story.given(Rail.executing).when(command).refuses(.beforeBeginning(on: monday))
  }

  @Test func `one that was taken over began on its first day, not when it came here`() {
    let started = Rail.charter(
      label: Rail.label, term: .init(start: "2020-01-01", review: tuesday, end: "2028-03-01"))
    let story = Story.given(
      .adopted(charter: started, adoption: Rail.adoption, phase: .execution, on: monday))
    story.when(.goals(.set(1, "Veilig spoor"), on: "2020-01-01"))
      .then(.goalSet(id: 1, text: "Veilig spoor", on: "2020-01-01"))
    story.when(.goals(.set(1, "Veilig spoor"), on: "2019-12-31"))
      .refuses(.beforeBeginning(on: "2020-01-01"))
    story.and(.interventionPlanned(id: 1, plan: Rail.whole, on: monday))
      .when(.interventions(.start(1), on: "2021-05-01"))
      .then(.interventionStarted(id: 1, on: "2021-05-01"))
  }

  @Test func `what was measured, estimated or agreed may be older than the programme`() {
    let era = Programme.Partner(name: "ERA", kind: .external)
    let story = Story.given(Rail.prepared).and(.partnerInvolved(id: 1, partner: era, on: monday))
    story.when(.indicators(.measure(1, 1, Rail.measurement), on: "2019-06-01"))
      .then(.measured(indicator: 1, id: 1, measurement: Rail.measurement, on: "2019-06-01"))
    story.when(.estimateDamage(1, Rail.estimate, on: "2019-06-01"))
      .then(.damageEstimated(id: 1, estimate: Rail.estimate, on: "2019-06-01"))
    story.when(.partners(.agree(1, 1, "Deelt cijfers"), on: "2019-06-01"))
      .then(.agreementMade(partner: 1, id: 1, text: "Deelt cijfers", on: "2019-06-01"))
  }

  @Test func `no work starts before the programme does`() {
    let later = Rail.charter(
      label: Rail.label, term: .init(start: nextMonday, review: nextMonday, end: "2028-03-01"))
    let history: [Programme.Event] =
      [.established(charter: later, decision: Rail.decision, on: monday)]
      + Rail.executing.dropFirst()
    Story.given(history).when(.interventions(.start(1), on: wednesday))
      .refuses(.beforeStart(on: nextMonday))
    Story.given(history).when(.interventions(.start(1), on: nextMonday))
      .then(.interventionStarted(id: 1, on: nextMonday))
  }

  @Test(
    arguments: [
      .goals(.drop(1, reason: "x"), on: monday), .goals(.reword(1, "x"), on: monday),
      .targetGroups(.drop(1, reason: "x"), on: monday),
      .targetGroups(.rename(1, "x"), on: monday),
      .indicators(.drop(1, reason: "x"), on: monday),
      .indicators(.reviseTarget(1, .init(.number(value: "70")), reason: "x"), on: monday),
      .interventions(.revise(1, Rail.bare), on: monday),
      .partners(.part(1, reason: "x"), on: monday),
      .partners(.revise(1, .init(name: "ERA", kind: .internal)), on: monday),
      .team(.leave(joris), on: monday), .team(.join(joris, role: "x"), on: monday),
      .achievements(.withdraw(1, reason: "x"), on: monday),
    ] as [Programme.Command])
  func `nothing changes or goes before it was there`(command: Programme.Command) {
    let history: [Programme.Event] =
      Rail.established + [
        .goalSet(id: 1, text: "Veilig spoor", on: tuesday),
        .targetGroupAdded(id: 1, name: "Spoorwegondernemingen", on: tuesday),
        .indicatorDefined(id: 1, definition: Rail.definition, on: tuesday),
        .interventionPlanned(id: 1, plan: Rail.full, on: tuesday),
        .partnerInvolved(id: 1, partner: .init(name: "ERA", kind: .external), on: tuesday),
        .memberJoined(person: joris, role: "Inspecteur", on: tuesday),
        .achievementRecorded(id: 1, achievement: .init("x", source: meerjarenplan), on: tuesday),
      ]
    Story.given(history).when(command).refuses(.beforePart(on: tuesday))
  }

  @Test func `a gate is planned ahead`() {
    Story.given(Rail.established)
      .when(.course(.planGate(to: .execution, expectedOn: monday), on: tuesday))
      .refuses(.gateDayPast(on: tuesday))
  }

  @Test func `gates are planned in the order of the phases, and before the programme is over`() {
    func plan(_ phase: Programme.Phase, _ expectedOn: Day) -> Programme.Command {
      .course(.planGate(to: phase, expectedOn: expectedOn), on: monday)
    }
    let first = Story.given(Rail.established)
      .and(.gatePlanned(to: .execution, expectedOn: "2027-01-01", on: monday))
    first.when(plan(.evaluation, "2026-12-31"))
      .refuses(.gateBeforeEarlier(.execution, on: "2027-01-01"))
    first.when(plan(.evaluation, "2027-01-01"))
      .then(.gatePlanned(to: .evaluation, expectedOn: "2027-01-01", on: monday))
    let last = Story.given(Rail.established)
      .and(.gatePlanned(to: .evaluation, expectedOn: "2027-01-01", on: monday))
    last.when(plan(.execution, "2027-01-02"))
      .refuses(.gateAfterLater(.evaluation, on: "2027-01-01"))
    last.when(plan(.evaluation, "2028-03-02")).refuses(.gateAfterEnd(on: "2028-03-01"))
    last.when(plan(.evaluation, "2028-03-01"))
      .then(.gatePlanned(to: .evaluation, expectedOn: "2028-03-01", on: monday))
  }

  @Test func `what a programme does, it plans within its term`() {
    let long = Programme.Plan(
      name: "Bedrijfsbezoeken", period: Period(from: monday, to: "2028-03-02"))
    let early = Programme.Plan(
      name: "Bedrijfsbezoeken", period: Period(from: sunday, to: nextMonday))
    let story = Story.given(Rail.prepared)
    for plan in [long, early] {
      story.when(.interventions(.plan(2, plan), on: monday))
        .refuses(.periodOutsideTerm(from: monday, to: "2028-03-01"))
      story.when(.interventions(.revise(1, plan), on: monday))
        .refuses(.periodOutsideTerm(from: monday, to: "2028-03-01"))
    }
    let renamed = Programme.Plan(name: "Bezoeken", period: early.period)
    story.and(.interventionPlanned(id: 2, plan: early, on: monday))
      .when(.interventions(.revise(2, renamed), on: monday))
      .then(.interventionRevised(id: 2, plan: renamed, on: monday))
  }

  @Test func `a target is for a day to come, after its baseline`() {
    func definition(by day: Day, baseline: Day? = nil) -> Programme.Definition {
      .init(
        name: "x", unit: .counted(in: "procent"),
        baseline: .init(.number(value: "10"), on: baseline),
        target: .init(.number(value: "65"), by: day))
    }
    let story = Story.given(Rail.prepared)
    story.when(.indicators(.define(2, definition(by: tuesday)), on: tuesday))
      .refuses(.targetDayNotAfter(tuesday))
    story.when(
      .indicators(.define(2, definition(by: wednesday, baseline: nextMonday)), on: tuesday)
    )
    .refuses(.targetDayNotAfter(nextMonday))
    let good = definition(by: wednesday, baseline: sunday)
    story.when(.indicators(.define(2, good), on: tuesday))
      .then(.indicatorDefined(id: 2, definition: good, on: tuesday))
    let revised = Programme.Target(.number(value: "70"), by: tuesday)
    story.when(.indicators(.reviseTarget(1, revised, reason: "x"), on: tuesday))
      .refuses(.targetDayNotAfter(tuesday))
  }

  @Test func `an evaluation is of its phase, and revised after it was made`() {
    Story.given(Rail.evaluating).when(.evaluation(.record(Rail.evaluation), on: wednesday))
      .refuses(.beforePhaseBegan(on: nextMonday))
    let late =
      Rail.evaluating + [.evaluationRecorded(evaluation: Rail.evaluation, on: "2026-03-20")]
    let revised = Rail.evaluation("Het besef groeide licht")
    Story.given(late).when(.evaluation(.revise(revised, reason: "x"), on: nextMonday))
      .refuses(.beforeEvaluated(on: "2026-03-20"))
    Story.given(late).when(.end(reason: "Klaar", on: nextMonday))
      .refuses(.beforeEvaluated(on: "2026-03-20"))
  }

  @Test func `a programme ends after its work, and after its start`() {
    let over: [Programme.Event] =
      Rail.running + [
        .gatePassed(to: .evaluation, grounds: "Gedaan", on: nextMonday),
        .evaluationRecorded(evaluation: Rail.evaluation, on: nextMonday),
        .interventionFinished(id: 1, result: "40 bezoeken", on: "2026-03-20"),
      ]
    Story.given(over).when(.end(reason: "Klaar", on: nextMonday))
      .refuses(.beforeWorkWasOver(on: "2026-03-20"))
    Story.given(over).when(.end(reason: "Klaar", on: "2026-03-20"))
      .then(.ended(reason: "Klaar", on: "2026-03-20"))
    let later = Rail.charter(
      label: Rail.label, term: .init(start: "2027-01-01", review: "2027-06-01", end: "2028-03-01"))
    let early =
      [.established(charter: later, decision: Rail.decision, on: monday)]
      + Rail.evaluated.dropFirst()
    Story.given(early).when(.end(reason: "Klaar", on: nextMonday))
      .refuses(.beforeStart(on: "2027-01-01"))
  }
}
