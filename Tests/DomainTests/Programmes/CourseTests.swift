import Domain
import EventSourcing
import TestCast
import TestSupport
import Testing

private typealias Story = Scenario<Programme>

struct CourseTests {
  @Test func `a gate ahead is planned for a day`() {
    let planned = Programme.Event.gatePlanned(to: .execution, expectedOn: nextMonday, on: monday)
    let command = Programme.Command.course(
      .planGate(to: .execution, expectedOn: nextMonday), on: monday)
    Story.given(Rail.established).when(command).then(planned)
    Story.given(Rail.established).and(planned).when(command).nothingHappens()
    let course = Programme.state(after: Rail.established + [planned]).dossier?.course
    #expect(course?.nextGate?.expectedOn == nextMonday)
  }

  @Test(arguments: [Programme.Phase.exploration, .development])
  func `a gate behind is not planned`(phase: Programme.Phase) {
    Story.given(Rail.established)
      .when(.course(.planGate(to: phase, expectedOn: nextMonday), on: monday))
      .refuses(.gateIsBehind(phase))
  }

  @Test func `the gate to execution takes a goal, an indicator and an intervention`() {
    let pass = Programme.Command.course(
      .passGate(to: .execution, grounds: "Plan is klaar"), on: tuesday)
    Story.given(Rail.established).when(pass)
      .refuses(.gateLacks([.goal, .indicator, .intervention]))
    Story.given(Rail.prepared).and(.goalDropped(id: 1, reason: "x", on: monday)).when(pass)
      .refuses(.gateLacks([.goal]))
    Story.given(Rail.prepared).and(.indicatorDropped(id: 1, reason: "x", on: monday)).when(pass)
      .refuses(.gateLacks([.indicator]))
    Story.given(Rail.prepared).and(.interventionCancelled(id: 1, reason: "x", on: monday))
      .when(pass).refuses(.gateLacks([.intervention]))
    Story.given(Rail.prepared).when(pass)
      .then(.gatePassed(to: .execution, grounds: "Plan is klaar", on: tuesday))
  }

  @Test func `the gate to evaluation takes an intervention that started`() {
    let pass = Programme.Command.course(
      .passGate(to: .evaluation, grounds: "Klaar"), on: nextMonday)
    Story.given(Rail.executing).when(pass).refuses(.gateLacks([.startedIntervention]))
    Story.given(Rail.running).when(pass)
      .then(.gatePassed(to: .evaluation, grounds: "Klaar", on: nextMonday))
  }

  @Test func `no phase is skipped and none follows the last`() {
    Story.given(Rail.prepared)
      .when(.course(.passGate(to: .evaluation, grounds: "Klaar"), on: tuesday))
      .refuses(.notTheNextPhase(.execution))
    Story.given(Rail.evaluating)
      .when(.course(.passGate(to: .evaluation, grounds: "Klaar"), on: nextMonday))
      .refuses(.notTheNextPhase(nil))
  }

  @Test func `a phase does not end before it began`() {
    Story.given(Rail.prepared)
      .when(.course(.passGate(to: .execution, grounds: "Klaar"), on: sunday))
      .refuses(.beforePhaseBegan(on: monday))
    Story.given(Rail.executing)
      .when(.course(.loopBack(to: .development, reason: "Nieuw"), on: monday))
      .refuses(.beforePhaseBegan(on: tuesday))
    Story.given(Rail.evaluated).when(.end(reason: "Klaar", on: monday))
      .refuses(.beforePhaseBegan(on: nextMonday))
  }

  @Test func `new insight leads back, and the gates on the way are passed again`() {
    let back = Programme.Event.loopedBack(to: .exploration, reason: "Nieuw", on: nextMonday)
    Story.given(Rail.evaluating)
      .when(.course(.loopBack(to: .exploration, reason: "Nieuw"), on: nextMonday)).then(back)
    Story.given(Rail.evaluating).and(back)
      .when(.course(.passGate(to: .development, grounds: "Verkend"), on: nextMonday))
      .then(.gatePassed(to: .development, grounds: "Verkend", on: nextMonday))
  }

  @Test(arguments: [Programme.Phase.development, .execution])
  func `back is back`(phase: Programme.Phase) {
    Story.given(Rail.established)
      .when(.course(.loopBack(to: phase, reason: "Nieuw"), on: tuesday))
      .refuses(.notAnEarlierPhase(than: .development))
  }

  @Test func `someone else than the manager lets a programme run longer`() {
    let story = Story.given(Rail.established)
    story.when(extend(to: "2029-03-01", by: amina)).then(
      .extended(
        review: "2028-06-01", end: "2029-03-01", decidedBy: amina, reason: "Nog niet af",
        on: tuesday))
    story.when(extend(to: "2029-03-01", by: noor)).refuses(.managerCannotExtend(noor))
    story.when(extend(to: "2028-03-01", by: amina)).refuses(.endNotLater(than: "2028-03-01"))
    story.when(extend(to: "2028-05-01", by: amina))
      .refuses(.reviewOutsideTerm(from: wednesday, to: "2028-05-01"))
  }

  @Test func `a review that is agreed with an extension is yet to come`() {
    func extend(review: Day, end: Day, on day: Day) -> Programme.Command {
      .extend(review: review, end: end, decidedBy: amina, reason: "Nog niet af", on: day)
    }
    let story = Story.given(Rail.established)
    story.when(extend(review: tuesday, end: "2029-03-01", on: tuesday))
      .refuses(.reviewOutsideTerm(from: wednesday, to: "2029-03-01"))
    story.when(extend(review: wednesday, end: "2029-03-01", on: tuesday)).then(
      .extended(
        review: wednesday, end: "2029-03-01", decidedBy: amina, reason: "Nog niet af", on: tuesday)
    )
    story.when(extend(review: "2028-06-01", end: "2028-06-02", on: "2028-06-02"))
      .refuses(.endNotLater(than: "2028-06-02"))
  }

  @Test func `an extension counts from then on`() {
    let extended = Programme.Event.extended(
      review: "2028-06-01", end: "2029-03-01", decidedBy: amina, reason: "x", on: tuesday)
    let term = Programme.state(after: Rail.established + [extended]).dossier?.term
    #expect(term == Programme.Term(start: monday, review: "2028-06-01", end: "2029-03-01"))
  }

  private func extend(to end: Day, by person: PersonID) -> Programme.Command {
    .extend(
      review: "2028-06-01", end: end, decidedBy: person, reason: "Nog niet af", on: tuesday)
  }
}
