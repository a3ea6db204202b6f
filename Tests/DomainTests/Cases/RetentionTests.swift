import Domain
import EventSourcing
import TestCast
import TestSupport
import Testing

private typealias Story = Scenario<CaseFile>

/// A schedule under which everything is kept for five years.
enum Keeping {
  static let category = Retention.Category(
    "W2", "Toezicht met herstel", years: 5, source: "werkwaarde")
  static let term = Retention.Term(category, from: wednesday, after: .restored)
  static let statement = Retention.Statement(
    destroyedAt: Instant(seconds: 1_900_000_000), eventCount: 7, documentCount: 2,
    readModelCount: 9)

  static func schedule() throws -> RetentionSchedule {
    try RetentionSchedule(
      certainty: .working,
      Dictionary(uniqueKeysWithValues: CaseFile.Result.allCases.map { ($0, category) }))
  }
}

struct RetentionTests {
  private static let over = Keeping.term.until.adding(days: 1)
  private let closed = Story.given(
    Warehouse.opened, Warehouse.logged, .closed(outcome: Warehouse.restored, on: wednesday))
  private let schedule: RetentionSchedule
  private let proposed: Scenario<CaseFile>

  init() throws {
    schedule = try Keeping.schedule()
    proposed = closed.and(Self.kept(.destructionProposed(term: Keeping.term, by: joris)))
  }

  private static func kept(_ event: Retention.Event, on day: Day = over) -> CaseFile.Event {
    .kept(event: event, on: day)
  }

  private func command(_ command: Retention.Command, on day: Day = over) -> CaseFile.Command {
    .keeping(command, on: day)
  }

  private var propose: CaseFile.Command { command(.propose(schedule, by: joris)) }

  @Test func `a schedule says of every result how long, and the term runs from the result`() {
    #expect(Keeping.term.until == wednesday.adding(months: 60))
    #expect(throws: RetentionSchedule.Gap.self) {
      try RetentionSchedule(certainty: .working, [.inOrder: Keeping.category])
    }
    #expect(schedule.term(after: .restored, on: wednesday) == Keeping.term)
    let first = schedule.firstKept(with: .restored, on: Self.over)
    #expect(wednesday < first && wednesday.adding(days: 1) == first)
  }

  @Test func `a closing may be recorded a month later, and is late after that`() {
    let month = wednesday.adding(days: 31)
    #expect(!Retention.isLate(closingOn: wednesday, recordedOn: wednesday))
    #expect(!Retention.isLate(closingOn: wednesday, recordedOn: month))
    #expect(Retention.isLate(closingOn: wednesday, recordedOn: month.adding(days: 1)))
  }

  @Test func `a case is destroyed after its term, and never while it goes on`() {
    closed.when(propose).then(Self.kept(.destructionProposed(term: Keeping.term, by: joris)))
    closed.when(command(.propose(schedule, by: joris), on: Keeping.term.until))
      .refuses(.retention(.notOver(until: Keeping.term.until)))
    Story.given(Warehouse.opened).when(propose).refuses(.retention(.notClosed))
    closed.and(.reopened(reason: "Weer mis", on: thursday)).when(propose)
      .refuses(.retention(.notClosed))
  }

  @Test func `a hold stops it`() {
    let held = Self.kept(.held(reason: "Rechtszaak"))
    closed.when(command(.hold(reason: "Rechtszaak"))).then(held)
    closed.and(held).when(propose).refuses(.retention(.onHold))
    proposed.and(held).when(command(.approve(by: noor))).refuses(.retention(.onHold))
    closed.and(held, Self.kept(.holdLifted(reason: "Klaar"))).when(propose)
      .then(Self.kept(.destructionProposed(term: Keeping.term, by: joris)))
    closed.when(command(.liftHold(reason: "x"))).refuses(.retention(.notOnHold))
  }

  @Test func `it takes two people`() {
    proposed.when(command(.approve(by: joris))).refuses(.retention(.sameEyes))
    proposed.when(command(.approve(by: noor))).then(Self.kept(.destructionApproved(by: noor)))
    proposed.when(command(.decline(reason: "Nog niet", by: noor)))
      .then(Self.kept(.destructionDeclined(reason: "Nog niet", by: noor)))
    closed.when(command(.approve(by: noor))).refuses(.retention(.notProposed))
    proposed.and(.reopened(reason: "Weer mis", on: Self.over)).when(command(.approve(by: noor)))
      .refuses(.retention(.notProposed))
  }

  @Test func `nothing changes after two people agreed`() {
    let approved = proposed.and(Self.kept(.destructionApproved(by: noor)))
    approved.when(.reopen(reason: "x", on: Self.over)).refuses(.retention(.destroyed))
    approved.when(command(.hold(reason: "x"))).refuses(.retention(.destroyed))
    let destroyed = Self.kept(.destroyed(statement: Keeping.statement))
    approved.when(command(.complete(Keeping.statement))).then(destroyed)
    approved.and(destroyed).when(.reopen(reason: "x", on: Self.over))
      .refuses(.retention(.destroyed))
    proposed.when(command(.complete(Keeping.statement))).refuses(.retention(.notApproved))
  }

  @Test func `what is public, or may become so, is not destroyed`() {
    let text = Publication.Text("Lekkage", summary: "Het lekte.")
    closed.and(
      .publicized(
        id: 1, event: .intended(text: text, viewUntil: Self.over), on: Self.over)
    ).when(propose).refuses(.retention(.stillPublic))
  }
}
