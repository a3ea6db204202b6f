import Domain
import EventSourcing
import TestCast
import TestSupport
import Testing

private typealias Story = Scenario<CaseFile>

struct CaseTests {
  private let opened = Story.given(Warehouse.opened)
  private let visited = Story.given(Warehouse.opened, Warehouse.logged)

  @Test func `a case is opened once, by somebody who handles it`() {
    let open = CaseFile.Command.open(
      Warehouse.number, Warehouse.opening, organisation: inspectorate, on: monday)
    Story.given().when(open).then(Warehouse.opened)
    opened.when(open).refuses(.alreadyOpened)
    Story.given().when(
      .open(
        Warehouse.number, Warehouse.opening(handlers: []), organisation: inspectorate, on: monday)
    ).refuses(.handlerMissing)
  }

  @Test func `its number is claimed, so that no two cases bear the same`() {
    #expect(
      CaseFile.claims(
        of: Warehouse.opened, in: StreamName(CaseFile.category, (1 as CaseID).identity))
        == [Claim(.take, scope: "case-number-2026", key: "0000007")])
    #expect(CaseNumber(year: 2026, serial: 7)?.description == "2026-0000007")
    #expect(CaseNumber("2026-7") == CaseNumber(year: 2026, serial: 7))
    for nonsense in ["2026", "2026-", "2026-0", "26-7", "2026-12345678", "2026-7x", "-7"] {
      #expect(CaseNumber(nonsense) == nil)
    }
  }

  @Test func `a target group belongs to a programme`() {
    Story.given().when(
      .open(
        Warehouse.number, Warehouse.opening(programme: nil, group: 2), organisation: inspectorate,
        on: monday)
    ).refuses(.targetGroupWithoutProgramme)
    opened.when(.handling(.attach(nil, targetGroup: 2, reason: "x"), on: tuesday))
      .refuses(.targetGroupWithoutProgramme)
    opened.when(.handling(.attach(nil, targetGroup: nil, reason: "Regulier"), on: tuesday))
      .then(.attached(programme: nil, targetGroup: nil, reason: "Regulier", on: tuesday))
  }

  @Test(
    arguments: [
      .handling(.retitle("x"), on: monday), .planning(.plan(Warehouse.plan), on: monday),
      .logging(.log(1, Warehouse.visit, findings: []), on: monday),
      .documents(.file(1, Warehouse.document), on: monday),
      .close(Warehouse.restored, on: monday), .reopen(reason: "x", on: monday),
    ] as [CaseFile.Command])
  func `nothing happens to a case that was not opened`(command: CaseFile.Command) {
    Story.given().when(command).refuses(.notOpened)
  }

  @Test func `a case has a handler at every moment`() {
    opened.when(.handling(.releaseHandler(joris), on: tuesday)).refuses(.handlerMissing)
    opened.when(.handling(.addHandler(joris), on: tuesday)).refuses(.alreadyHandler(joris))
    opened.when(.handling(.addHandler(noor), on: tuesday))
      .then(.handlerAdded(person: noor, on: tuesday))
    Story.given(Warehouse.opened, .handlerAdded(person: noor, on: tuesday))
      .when(.handling(.releaseHandler(joris), on: tuesday))
      .then(.handlerReleased(person: joris, on: tuesday))
    opened.when(.handling(.releaseHandler(noor), on: tuesday)).refuses(.notHandler(noor))
  }

  @Test func `cases are related once, and none to itself`() {
    opened.when(.handling(.relate(1, to: 1), on: tuesday)).refuses(.relatedToItself)
    opened.when(.handling(.relate(2, to: 1), on: tuesday)).then(.related(other: 2, on: tuesday))
    let related = Story.given(Warehouse.opened, .related(other: 2, on: tuesday))
    related.when(.handling(.relate(2, to: 1), on: tuesday)).refuses(.alreadyRelated)
    related.when(.handling(.unrelate(2), on: tuesday)).then(.unrelated(other: 2, on: tuesday))
    opened.when(.handling(.unrelate(2), on: tuesday)).refuses(.notRelated)
  }

  @Test func `a visit with what was found is one event, which may lie before the case`() {
    opened.when(.logging(.log(1, Warehouse.visit, findings: Warehouse.found), on: tuesday))
      .then(Warehouse.logged)
    opened.when(.logging(.log(1, Warehouse.visit, findings: []), on: sunday))
      .then(.logged(id: 1, intervention: Warehouse.visit, findings: [], on: sunday))
    visited.when(.logging(.log(1, Warehouse.visit, findings: []), on: tuesday))
      .refuses(.identifierInUse)
  }

  @Test func `an intervention says something`() {
    let silent = CaseFile.Intervention("information", on: tuesday)
    opened.when(.logging(.log(1, silent, findings: []), on: tuesday)).refuses(.nothingLogged)
    opened.when(
      .logging(
        .log(1, silent, findings: [CaseFile.NewFinding(1, Warehouse.compliant)]), on: tuesday)
    ).then(
      .logged(
        id: 1, intervention: silent, findings: [CaseFile.NewFinding(1, Warehouse.compliant)],
        on: tuesday))
    let backwards = CaseFile.Intervention(
      "information", on: tuesday, from: "10:00", until: "09:00", summary: "x")
    opened.when(.logging(.log(1, backwards, findings: []), on: tuesday))
      .refuses(.endsBeforeItBegins)
  }

  @Test func `a visit may end after midnight, up to twelve hours later`() {
    func visit(until: TimeOfDay) -> CaseFile.Intervention {
      CaseFile.Intervention("visit", on: tuesday, from: "22:30", until: until, summary: "x")
    }
    for until: TimeOfDay in ["01:15", "10:30"] {
      opened.when(.logging(.log(1, visit(until: until), findings: []), on: tuesday))
        .then(.logged(id: 1, intervention: visit(until: until), findings: [], on: tuesday))
      #expect(visit(until: until).endsNextDay)
    }
    opened.when(.logging(.log(1, visit(until: "10:31"), findings: []), on: tuesday))
      .refuses(.endsBeforeItBegins)
    #expect(!visit(until: "23:00").endsNextDay)
  }

  @Test func `at most fifty people are named with one visit`() throws {
    let people = try (1...51).map { try Line("Persoon \($0)") }
    func visit(_ people: [Line]) -> CaseFile.Intervention {
      CaseFile.Intervention("visit", on: tuesday, participants: people, summary: "x")
    }
    opened.when(.logging(.log(1, visit(people), findings: []), on: tuesday))
      .refuses(.tooManyParticipants(max: 50))
    opened.when(
      .planning(.plan(CaseFile.Plan("visit", participants: people)), on: tuesday)
    ).refuses(.tooManyParticipants(max: 50))
    let fifty = visit(Array(people.dropLast()))
    opened.when(.logging(.log(1, fifty, findings: []), on: tuesday))
      .then(.logged(id: 1, intervention: fifty, findings: [], on: tuesday))
  }

  @Test func `no text of a case keeps a citizen service number`() {
    let said: [CaseFile.Command] = [
      .handling(.retitle("Jan 123456782"), on: tuesday),
      .logging(.log(1, Warehouse.visit("BSN 123 456 782"), findings: []), on: tuesday),
      .planning(
        .plan(CaseFile.Plan("visit", participants: ["Piet geboren 1980 123456782"])), on: tuesday),
      .handling(.attach(nil, targetGroup: nil, reason: "Van 1234.56.782"), on: tuesday),
      .close(CaseFile.Outcome(.dropped, explanation: "Het was 123456782"), on: tuesday),
    ]
    for command in said { opened.when(command).refuses(.citizenServiceNumber) }
    let reporter = CaseFile.Opening(
      "x", origin: .report(from: "Jan 123456782", on: monday), handlers: [joris])
    Story.given().when(
      .open(Warehouse.number, reporter, organisation: inspectorate, on: monday)
    ).refuses(.citizenServiceNumber)
  }

  @Test func `what was named once is never named again`() {
    Story.given(
      Warehouse.opened, Warehouse.logged, .findingWithdrawn(id: 1, reason: "x", on: tuesday)
    ).when(.logging(.addFinding(1, Warehouse.violation, at: 1), on: tuesday))
      .refuses(.identifierInUse)
    Story.given(
      Warehouse.opened, Warehouse.logged,
      .documentFiled(id: 1, document: Warehouse.document, on: tuesday),
      .documentRemoved(id: 1, reason: "x", on: tuesday)
    ).when(.documents(.file(1, Warehouse.document), on: tuesday)).refuses(.identifierInUse)
  }

  @Test func `a violation names where the rule stands`() {
    let bare = CaseFile.Finding(.violation, rule: "Regel")
    opened.when(
      .logging(.log(1, Warehouse.visit, findings: [CaseFile.NewFinding(1, bare)]), on: tuesday)
    ).refuses(.legalBasisMissing)
    visited.when(.logging(.addFinding(3, bare, at: 1), on: tuesday)).refuses(.legalBasisMissing)
    visited.when(.logging(.addFinding(3, Warehouse.violation, at: 2), on: tuesday))
      .refuses(.unknownIntervention)
    visited.when(.logging(.addFinding(1, Warehouse.violation, at: 1), on: tuesday))
      .refuses(.identifierInUse)
  }

  @Test func `what was wrong is corrected in a closed case too, and nothing is added to one`() {
    let closed = Story.given(
      Warehouse.opened, Warehouse.logged, .closed(outcome: Warehouse.restored, on: wednesday))
    closed.when(.logging(.correct(1, Warehouse.visit("Anders"), reason: "Fout"), on: nextMonday))
      .then(
        .logCorrected(
          id: 1, intervention: Warehouse.visit("Anders"), reason: "Fout", on: nextMonday))
    closed.when(.logging(.withdrawFinding(1, reason: "Verkeerd pand"), on: nextMonday))
      .then(.findingWithdrawn(id: 1, reason: "Verkeerd pand", on: nextMonday))
    closed.when(.logging(.log(2, Warehouse.visit, findings: []), on: nextMonday))
      .refuses(.closed(on: wednesday))
    closed.when(.planning(.addTask(1, Warehouse.task), on: wednesday))
      .refuses(.closed(on: wednesday))
  }

  @Test func `a withdrawn finding counts no more`() {
    let withdrawn = CaseFile.state(after: [
      Warehouse.opened, Warehouse.logged, .findingWithdrawn(id: 1, reason: "x", on: tuesday),
    ])
    #expect(withdrawn.dossier?.violations.isEmpty == true)
    Story.given(
      Warehouse.opened, Warehouse.logged, .findingWithdrawn(id: 1, reason: "x", on: tuesday)
    )
    .when(.close(CaseFile.Outcome(.inOrder), on: wednesday))
    .then(.closed(outcome: CaseFile.Outcome(.inOrder), on: wednesday))
  }

  @Test func `a plan that was carried out is none any more; another intervention leaves it`() {
    let planned = [Warehouse.opened, .planned(plan: Warehouse.plan, on: monday)]
    #expect(CaseFile.state(after: planned).dossier?.plan == Warehouse.plan)
    #expect(CaseFile.state(after: planned + [Warehouse.logged]).dossier?.plan == nil)
    let call = CaseFile.Intervention("phone-call", on: tuesday)
    let called = planned + [.logged(id: 2, intervention: call, findings: [], on: tuesday)]
    #expect(CaseFile.state(after: called).dossier?.plan == Warehouse.plan)
  }

  /// A visit is planned on Monday for Thursday, or for no day at all.
  @Test(arguments: [
    (sunday, thursday, true), (monday, thursday, true), (tuesday, thursday, false),
    (thursday, thursday, false), (sunday, nil, true), (monday, nil, false), (tuesday, nil, false),
  ])
  func `what was done before it was planned and is logged late leaves the plan`(
    on day: Day, plannedFor planned: Day?, staysPlanned: Bool
  ) {
    let plan = CaseFile.Plan("unannounced-inspection", day: planned)
    let visit = CaseFile.Intervention("unannounced-inspection", on: day)
    let held = CaseFile.state(after: [
      Warehouse.opened, .planned(plan: plan, on: monday),
      .logged(id: 1, intervention: visit, findings: [], on: day),
    ])
    #expect(held.dossier?.plan == (staysPlanned ? plan : nil))
  }

  @Test func `a task is due on or after the day it is set, and is over once`() {
    let held = Story.given(Warehouse.opened, .taskAdded(id: 1, task: Warehouse.task, on: monday))
    opened.when(.planning(.addTask(1, CaseFile.Task("x", dueOn: sunday)), on: monday))
      .refuses(.dueBefore(monday))
    held.when(.planning(.completeTask(1), on: tuesday)).then(.taskDone(id: 1, on: tuesday))
    held.when(.planning(.completeTask(2), on: tuesday)).refuses(.unknownTask)
    held.when(.planning(.moveTask(1, dueOn: nextMonday, reason: "x"), on: tuesday))
      .nothingHappens()
    Story.given(
      Warehouse.opened, .taskAdded(id: 1, task: Warehouse.task, on: monday),
      .taskDone(id: 1, on: tuesday)
    ).when(.planning(.dropTask(1, reason: "x"), on: tuesday)).refuses(.taskOver)
  }

  @Test func `a case is closed when nothing is left to do, and says whether the rules are kept`() {
    Story.given(Warehouse.opened, .taskAdded(id: 1, task: Warehouse.task, on: monday))
      .when(.close(Warehouse.restored, on: tuesday)).refuses(.tasksOpen(1))
    visited.when(.close(CaseFile.Outcome(.inOrder), on: wednesday)).refuses(.violationsFound(1))
    visited.when(.close(CaseFile.Outcome(.restored), on: wednesday)).refuses(.complianceMissing)
    visited.when(.close(Warehouse.restored, on: wednesday))
      .then(.closed(outcome: Warehouse.restored, on: wednesday))
  }

  @Test func `a closed case is reopened with a reason, not before it was closed`() {
    let closed = Story.given(Warehouse.opened, .closed(outcome: Warehouse.restored, on: wednesday))
    closed.when(.reopen(reason: "Nieuwe melding", on: tuesday)).refuses(.beforeLast(on: wednesday))
    closed.when(.reopen(reason: "Nieuwe melding", on: nextMonday))
      .then(.reopened(reason: "Nieuwe melding", on: nextMonday))
    opened.when(.reopen(reason: "x", on: tuesday)).refuses(.notClosed)
    Story.given(
      Warehouse.opened, .closed(outcome: Warehouse.restored, on: wednesday),
      .reopened(reason: "x", on: nextMonday)
    ).when(.close(Warehouse.restored, on: wednesday)).refuses(.beforeLast(on: nextMonday))
    let reopened = Story.given(
      Warehouse.opened, .closed(outcome: Warehouse.restored, on: wednesday),
      .reopened(reason: "x", on: nextMonday))
    for command: CaseFile.Command in [
      .handling(.retitle("x"), on: thursday), .planning(.plan(Warehouse.plan), on: thursday),
      .documents(.file(1, Warehouse.document), on: thursday),
    ] {
      reopened.when(command).refuses(.beforeLast(on: nextMonday))
    }
  }

  @Test func `what was made at a visit is filed with it, each content once`() {
    let (photo, other) = (Warehouse.document.file, Warehouse.filed("hal.jpg", digest: 2).file)
    func log(_ files: [CaseFile.NewFile]) -> CaseFile.Command {
      .logging(.log(1, Warehouse.visit, findings: [], files: files), on: tuesday)
    }
    opened.when(log([CaseFile.NewFile(1, photo), CaseFile.NewFile(2, other, description: "Hal")]))
      .then(
        .logged(id: 1, intervention: Warehouse.visit, findings: [], on: tuesday),
        .documentFiled(
          id: 1, document: CaseFile.Document(photo, intervention: 1), on: tuesday),
        .documentFiled(
          id: 2, document: CaseFile.Document(other, description: "Hal", intervention: 1),
          on: tuesday))
    opened.when(log([CaseFile.NewFile(1, photo), CaseFile.NewFile(2, photo)]))
      .refuses(.alreadyFiled(1))
    opened.when(log([CaseFile.NewFile(1, photo), CaseFile.NewFile(1, other)]))
      .refuses(.identifierInUse)
  }

  @Test func `the same content is filed once, a version replaces, and what is removed says why`() {
    let held = Story.given(
      Warehouse.opened, Warehouse.logged,
      .documentFiled(id: 1, document: Warehouse.document, on: tuesday))
    held.when(.documents(.file(2, Warehouse.document), on: tuesday)).refuses(.alreadyFiled(1))
    let newer = Warehouse.filed("foto2.jpg", digest: 2)
    held.when(.documents(.replace(1, newer), on: tuesday))
      .then(.documentReplaced(id: 1, document: newer, on: tuesday))
    held.when(.documents(.remove(1, reason: "Verkeerde zaak"), on: tuesday))
      .then(.documentRemoved(id: 1, reason: "Verkeerde zaak", on: tuesday))
    held.when(.documents(.remove(2, reason: "x"), on: tuesday)).refuses(.unknownDocument)
    opened.when(.documents(.file(1, Warehouse.document), on: tuesday))
      .refuses(.unknownIntervention)
  }
}
