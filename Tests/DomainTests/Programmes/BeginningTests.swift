import Domain
import EventSourcing
import TestCast
import TestSupport
import Testing

private typealias Story = Scenario<Programme>

struct BeginningTests {
  private let taken = Claim(
    .take, scope: "programme-number", key: "Inspectie Leefomgeving en Transport (ILT)/2020/8")
  private let stream = StreamName("programme", (1 as ProgrammeID).identity)

  @Test func `a programme follows from a decision and starts in development`() {
    Story.given().when(.establish(Rail.charter, from: Rail.decision, on: monday))
      .then(.established(charter: Rail.charter, decision: Rail.decision, on: monday))
    let dossier = Programme.state(after: Rail.established).dossier
    #expect(dossier?.course.phase == .development)
    #expect(dossier?.origin == .decision(reference: Rail.decision))
    #expect(dossier?.course.nextGate?.to == .execution)
  }

  @Test func `a programme that already ran comes in the phase it is in`() {
    Story.given()
      .when(.adopt(Rail.known, from: Rail.adoption, in: .execution, by: amina, on: monday))
      .then(
        .adopted(charter: Rail.known, adoption: Rail.adoption, phase: .execution, on: monday))
    let dossier = Programme.state(after: Rail.adopted).dossier
    #expect(dossier?.course.phase == .execution)
    #expect(dossier?.origin == .plan(adoption: Rail.adoption))
  }

  @Test func `what is taken over runs already`() {
    Story.given()
      .when(.adopt(Rail.charter, from: Rail.adoption, in: .execution, by: amina, on: monday))
      .refuses(.adoptedBeforeStart(on: monday))
    Story.given()
      .when(.adopt(Rail.charter, from: Rail.adoption, in: .execution, by: amina, on: tuesday))
      .then(
        .adopted(charter: Rail.charter, adoption: Rail.adoption, phase: .execution, on: tuesday))
  }

  @Test func `who takes a programme over does not become its manager by that`() {
    Story.given()
      .when(.adopt(Rail.known, from: Rail.adoption, in: .execution, by: noor, on: monday))
      .refuses(.adopterCannotManage(noor))
  }

  @Test func `no programme comes in behind the gate to evaluation`() {
    Story.given()
      .when(.adopt(Rail.known, from: Rail.adoption, in: .evaluation, by: amina, on: monday))
      .refuses(.cannotBeAdoptedIn(.evaluation))
    for phase in Programme.Phase.adoptable {
      Story.given()
        .when(.adopt(Rail.known, from: Rail.adoption, in: phase, by: amina, on: monday))
        .then(.adopted(charter: Rail.known, adoption: Rail.adoption, phase: phase, on: monday))
    }
  }

  @Test(arguments: [Rail.established, Rail.ended])
  func `a programme begins once`(history: [Programme.Event]) {
    Story.given(history).when(.establish(Rail.charter, from: Rail.decision, on: monday))
      .refuses(.alreadyBegun)
    Story.given(history)
      .when(.adopt(Rail.known, from: Rail.adoption, in: .execution, by: amina, on: monday))
      .refuses(.alreadyBegun)
  }

  @Test(arguments: [
    Programme.Term(start: tuesday, review: monday, end: wednesday),
    Programme.Term(start: monday, review: wednesday, end: tuesday),
  ])
  func `start, review and end come in that order`(term: Programme.Term) {
    let charter = Rail.charter(label: Rail.label, term: term)
    Story.given().when(.establish(charter, from: Rail.decision, on: monday))
      .refuses(.termOutOfOrder)
    Story.given()
      .when(.adopt(charter, from: Rail.adoption, in: .execution, by: amina, on: monday))
      .refuses(.termOutOfOrder)
  }

  @Test(arguments: [0, 1000])
  func `a number has bounds`(number: Int) {
    let label = Programme.Label(planYear: 2020, number: number, name: "Spoor")
    let charter = Rail.charter(label: label, term: Rail.term)
    Story.given().when(.establish(charter, from: Rail.decision, on: monday))
      .refuses(.numberOutOfRange(max: 999))
    Story.given(Rail.established).when(.rename(label, on: monday))
      .refuses(.numberOutOfRange(max: 999))
  }

  @Test(
    arguments: [
      .rename(Rail.label, on: monday), .restateProblem("x", on: monday),
      .appointManager(joris, on: monday),
      .extend(review: monday, end: monday, decidedBy: amina, reason: "x", on: monday),
      .course(.loopBack(to: .development, reason: "x"), on: monday),
      .goals(.set(1, "x"), on: monday), .indicators(.drop(1, reason: "x"), on: monday),
      .targetGroups(.add(1, "x"), on: monday), .partners(.part(1, reason: "x"), on: monday),
      .team(.leave(joris), on: monday), .interventions(.start(1), on: monday),
      .achievements(.withdraw(1, reason: "x"), on: monday),
      .evaluation(.record(Rail.evaluation), on: monday), .end(reason: "x", on: monday),
    ] as [Programme.Command])
  func `nothing happens to a programme that did not begin, or that ended`(
    command: Programme.Command
  ) {
    Story.given().when(command).refuses(.notBegun)
    Story.given(Rail.ended).when(command).refuses(.ended(on: nextMonday))
  }

  @Test func `number and name belong to a plan year`() {
    let next = Programme.Label(planYear: 2021, number: 7, name: "Spoor")
    let renumbered = Programme.Label(planYear: 2020, number: 9, name: "Spoor")
    let story = Story.given(Rail.established)
    story.when(.rename(next, on: tuesday)).then(
      .renamed(label: next, organisation: inspectorate, previousNumber: nil, on: tuesday))
    story.when(.rename(renumbered, on: tuesday)).then(
      .renamed(label: renumbered, organisation: inspectorate, previousNumber: 8, on: tuesday))
    story.when(.rename(Rail.label, on: tuesday)).nothingHappens()
    let dossier = Programme.state(
      after: Rail.established + [
        .renamed(label: next, organisation: inspectorate, previousNumber: nil, on: tuesday)
      ]
    ).dossier
    #expect(dossier?.label == next)
    #expect(dossier?.labels[2020] == Rail.label)
  }

  @Test func `a number is held in its plan year and given back when it changes`() {
    let held = Programme.claims(of: Rail.established[0], in: stream)
    #expect(held == [taken])
    #expect(Programme.claims(of: Rail.adopted[0], in: stream) == [taken])
    #expect(claims(2021, 7, previous: nil) == ["take 2021/7"])
    #expect(claims(2020, 9, previous: 8) == ["release 2020/8", "take 2020/9"])
    #expect(claims(2020, 8, previous: 8) == [])
    #expect(Programme.claims(of: .ended(reason: "x", on: monday), in: stream) == [])
  }

  private func claims(_ year: PlanYear, _ number: Int, previous: Int?) -> [String] {
    let event = Programme.Event.renamed(
      label: Programme.Label(planYear: year, number: number, name: "Spoor"),
      organisation: "ILT", previousNumber: previous, on: monday)
    return Programme.claims(of: event, in: stream)
      .map { "\($0.act) \($0.key.dropFirst("ILT/".count))" }
  }

  @Test func `problem and manager change, once`() {
    let story = Story.given(Rail.established)
    story.when(.restateProblem("Drukker", on: tuesday))
      .then(.problemRestated(problem: "Drukker", on: tuesday))
    story.when(.restateProblem("Het spoor is druk", on: tuesday)).nothingHappens()
    story.when(.appointManager(joris, on: tuesday))
      .then(.managerAppointed(person: joris, on: tuesday))
    story.when(.appointManager(noor, on: tuesday)).nothingHappens()
  }
}
