import Domain
import EventSourcing
import TestCast
import TestSupport
import Testing

private typealias Story = Scenario<CaseFile>

/// What a publication rests on, and how long the same result is public.
struct PublicationTermTests {
  private static let text = Publication.Text("Lekkage", summary: "Er lekte koudemiddel.")
  private static let first = Publication.publishable(afterMakingKnownOn: thursday)
  private static let last = Publication.lastDay(from: first)
  private static let published = of(
    1,
    [
      (.intended(text: text, viewUntil: thursday), wednesday),
      (.viewReceived(view: "Goed"), thursday),
      (.decided(text: text, viewChanged: false, by: noor), thursday),
      (.agreed(by: joris), thursday), (.madeKnown, thursday),
      (.published(until: last, reason: nil), first),
    ])
  private let visited = Story.given(Warehouse.opened, Warehouse.logged)

  private static func of(
    _ id: PublicationID, _ steps: [(event: Publication.Event, day: Day)]
  ) -> [CaseFile.Event] {
    steps.map { .publicized(id: id, event: $0.event, on: $0.day) }
  }

  private static func closed(
    _ result: CaseFile.Result = .restored, on day: Day
  ) -> CaseFile.Event {
    .closed(outcome: CaseFile.Outcome(result, compliance: .reached), on: day)
  }

  private static func stopped(_ cause: Publication.Stop, on day: Day) -> CaseFile.Event {
    .publicized(id: 1, event: .stopped(cause: cause), on: day)
  }

  /// Ready to be published a second time on `day`.
  private static func again(on day: Day) -> [CaseFile.Event] {
    let known = day.adding(days: -20)
    return of(
      2,
      [
        (.intended(text: text, viewUntil: known), known.adding(days: -20)),
        (.decided(text: text, viewChanged: nil, by: noor), known), (.agreed(by: joris), known),
        (.madeKnown, known),
      ])
  }

  private func story(_ events: [CaseFile.Event]) -> Story {
    events.reduce(visited) { $0.and($1) }
  }

  @Test func `what was published stops when its case is reopened`() {
    story([Self.closed(on: wednesday)] + Self.published)
      .when(.reopen(reason: "Weer mis", on: Self.first))
      .then(
        .reopened(reason: "Weer mis", on: Self.first),
        Self.stopped(.caseReopened, on: Self.first))
    story([Self.closed(on: wednesday)] + Self.published)
      .when(.reopen(reason: "Weer mis", on: Self.last.adding(days: 1)))
      .then(.reopened(reason: "Weer mis", on: Self.last.adding(days: 1)))
  }

  @Test func `what is underway stops too, and goes on by a new intention`() {
    let begun = [Self.closed(on: wednesday)] + Self.published.dropLast()
    let reopened = CaseFile.Event.reopened(reason: "Weer mis", on: Self.first)
    let stopped = Self.stopped(.caseReopened, on: Self.first)
    story(begun).when(.reopen(reason: "Weer mis", on: Self.first)).then(reopened, stopped)
    let again = story(begun + [reopened, stopped, Self.closed(on: Self.first)])
    again.when(.publicizing(1, .publish(until: Self.last, reason: nil), on: Self.first))
      .refuses(.publication(.notNow(.stopped)))
    let until = Self.first.adding(days: 14)
    again.when(.publicizing(2, .intend(Self.text, viewUntil: until), on: Self.first))
      .then(
        .publicized(
          id: 2, event: .intended(text: Self.text, viewUntil: until, subject: 3), on: Self.first))
  }

  @Test func `what was published stops when the report or the violation does not stand`() {
    let told = story([Reporting.issued] + Self.published)
    told.when(.reporting(.withdraw(1, reason: "Naam fout"), on: Self.first))
      .then(
        .reportWithdrawn(id: 1, reason: "Naam fout", on: Self.first),
        Self.stopped(.reportWithdrawn, on: Self.first))
    told.when(.logging(.withdrawFinding(1, reason: "Vergissing"), on: Self.first))
      .then(
        .findingWithdrawn(id: 1, reason: "Vergissing", on: Self.first),
        Self.stopped(.violationTakenBack, on: Self.first))
    let none = CaseFile.Finding(.unclear, rule: Warehouse.violation.rule)
    told.when(.logging(.correctFinding(1, none, reason: "Vergissing"), on: Self.first))
      .then(
        .findingCorrected(id: 1, finding: none, reason: "Vergissing", on: Self.first),
        Self.stopped(.violationTakenBack, on: Self.first))
    let another = CaseFile.Finding(.violation, rule: "Dicht", legalBasis: "Artikel 3")
    told.when(.logging(.correctFinding(1, another, reason: "Vergissing"), on: Self.first))
      .then(
        .findingCorrected(id: 1, finding: another, reason: "Vergissing", on: Self.first),
        Self.stopped(.violationTakenBack, on: Self.first))
    let better = CaseFile.Finding(
      .violation, rule: "Dicht", legalBasis: Warehouse.violation.legalBasis)
    told.when(.logging(.correctFinding(1, better, reason: "Netter"), on: Self.first))
      .then(.findingCorrected(id: 1, finding: better, reason: "Netter", on: Self.first))
  }

  @Test func `what was published stops when the case is about somebody else`() {
    let told = story([Reporting.issued] + Self.published)
    told.when(.handling(.nameSubject(9), on: Self.first))
      .then(
        .subjectNamed(subject: 9, on: Self.first), Self.stopped(.subjectChanged, on: Self.first))
  }

  /// A fine that was decided and sent, and an objection against it.
  private static let fined: [CaseFile.Event] = [
    .decided(action: 4, measure: .fine, decision: Enforcement.Decision(.fine(amount: 500))),
    .sent(action: 4), .objectionReceived(action: 4),
  ].map { .enforced(id: 1, event: $0, on: thursday) }

  @Test(arguments: Enforcement.ObjectionOutcome.allCases)
  func `what was published stops when what was decided is taken back after an objection`(
    _ outcome: Enforcement.ObjectionOutcome
  ) {
    let settled = story([Reporting.issued] + Self.fined + Self.published)
      .when(
        .enforcing(1, .settleObjection(4, outcome, reason: "Onevenredig"), on: Self.first))
    let event = CaseFile.Event.enforced(
      id: 1, event: .objectionSettled(action: 4, outcome: outcome, reason: "Onevenredig"),
      on: Self.first)
    switch outcome {
    case .revised, .revoked: settled.then(event, Self.stopped(.measureTakenBack, on: Self.first))
    case .inadmissible, .unfounded: settled.then(event)
    }
  }

  @Test func `what is public or underway stops when what was decided is withdrawn`() {
    let withdrawn = CaseFile.Event.enforced(
      id: 1, event: .withdrawn(action: 4, reason: "Vergissing"), on: Self.first)
    for steps in [Self.published, Self.published.dropLast(3), Self.published.dropLast()] {
      story([Reporting.issued] + Self.fined + steps)
        .when(.enforcing(1, .withdraw(4, reason: "Vergissing"), on: Self.first))
        .then(withdrawn, Self.stopped(.measureTakenBack, on: Self.first))
    }
  }

  @Test func `an objection to what was withdrawn before stops nothing`() {
    let withdrawn = CaseFile.Event.enforced(
      id: 1, event: .withdrawn(action: 4, reason: "Vergissing"), on: thursday)
    story([Reporting.issued] + Self.fined + [withdrawn] + Self.published)
      .when(
        .enforcing(1, .settleObjection(4, .revoked, reason: "Onevenredig"), on: Self.first)
      )
      .then(
        .enforced(
          id: 1,
          event: .objectionSettled(action: 4, outcome: .revoked, reason: "Onevenredig"),
          on: Self.first))
  }

  @Test func `an intention of a measure that is dropped stops nothing`() {
    let announced = CaseFile.Event.enforced(
      id: 1,
      event: .intentionAnnounced(
        action: 4, measure: .fine,
        intention: Enforcement.Intention("Boete", viewBy: nextMonday)), on: thursday)
    story([Reporting.issued, announced] + Self.published)
      .when(.enforcing(1, .withdraw(4, reason: "Toch niet"), on: Self.first))
      .then(
        .enforced(id: 1, event: .withdrawn(action: 4, reason: "Toch niet"), on: Self.first))
  }

  @Test func `a reopening that is dated back stops what was published on its own day`() {
    story([Self.closed(on: wednesday)] + Self.published)
      .when(.reopen(reason: "Weer mis", on: Self.first.adding(days: -1)))
      .then(
        .reopened(reason: "Weer mis", on: Self.first.adding(days: -1)),
        Self.stopped(.caseReopened, on: Self.first))
  }

  @Test func `the same result is public for three years from its first day, however often`() {
    let withdrawn = Self.of(1, [(.withdrawn(reason: "Fout"), Self.first)])
    let day = Self.first.adding(months: 12)
    let again = story(
      [Self.closed(on: wednesday)] + Self.published + withdrawn + Self.again(on: day))
    again.when(
      .publicizing(2, .publish(until: Self.last.adding(days: 1), reason: nil), on: day)
    ).refuses(.publication(.endsTooLate(last: Self.last)))
    again.when(.publicizing(2, .publish(until: Self.last, reason: nil), on: day))
      .then(.publicized(id: 2, event: .published(until: Self.last, reason: nil), on: day))
    let over = Self.last.adding(days: 1)
    again.when(.publicizing(2, .publish(until: over, reason: nil), on: over))
      .refuses(.publication(.publicLongEnough(last: Self.last)))
    story([Self.closed(on: wednesday)] + Self.published)
      .when(
        .publicizing(2, .intend(Self.text, viewUntil: over.adding(days: 14)), on: over)
      ).refuses(.publication(.publicLongEnough(last: Self.last)))
  }

  @Test(arguments: [CaseFile.Result.restored, .sanctioned])
  func `only a reopened case that ends otherwise has a result of its own`(
    _ result: CaseFile.Result
  ) {
    let day = Self.first.adding(months: 12)
    let reopened: [CaseFile.Event] = [
      .reopened(reason: "Weer mis", on: Self.first), Self.stopped(.caseReopened, on: Self.first),
      Self.closed(result, on: Self.first),
    ]
    let again = story(
      [Self.closed(on: wednesday)] + Self.published + reopened + Self.again(on: day))
    let longest = Publication.lastDay(from: day)
    let publish = again.when(.publicizing(2, .publish(until: longest, reason: nil), on: day))
    if result == .restored {
      publish.refuses(.publication(.endsTooLate(last: Self.last)))
    } else {
      publish.then(.publicized(id: 2, event: .published(until: longest, reason: nil), on: day))
    }
  }
}
