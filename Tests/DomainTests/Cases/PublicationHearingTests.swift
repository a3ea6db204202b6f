import Domain
import EventSourcing
import TestCast
import TestSupport
import Testing

private typealias Story = Scenario<CaseFile>

/// To whom a text was put, and what that decides.
struct PublicationHearingTests {
  private static let text = Publication.Text("Lek", summary: "Het lekte.", findings: ["Een plas"])
  private static let other = Publication.Text("Lek", summary: "Het lekte.")
  private static let closed = CaseFile.Event.closed(outcome: Warehouse.restored, on: wednesday)
  private static let intended = publicized(
    .intended(text: text, viewUntil: nextMonday), on: wednesday)
  private static let viewed = publicized(.viewReceived(view: "Niet mee eens"), on: thursday)
  private let closed = Story.given(Warehouse.opened, Warehouse.logged, closed)
  private let intended = Story.given(Warehouse.opened, Warehouse.logged, closed, intended)

  private static func publicized(_ event: Publication.Event, on day: Day) -> CaseFile.Event {
    .publicized(id: 1, event: event, on: day)
  }

  private func command(_ command: Publication.Command, on day: Day) -> CaseFile.Command {
    .publicizing(1, command, on: day)
  }

  @Test func `a view or a party that comes after the decision takes it back`() {
    let (late, until) = (nextMonday.adding(days: 1), nextMonday.adding(days: 15))
    let decided = intended.and(
      Self.publicized(.decided(text: Self.other, viewChanged: nil, by: noor), on: late),
      Self.publicized(.agreed(by: joris), on: late))
    let put = Self.publicized(.putTo(party: 7, name: "Vervoerder", viewUntil: until), on: late)
    decided.when(command(.noteView("Niet mee eens"), on: thursday)).then(Self.viewed)
    decided.when(command(.put(7, to: "Vervoerder", viewUntil: until), on: late)).then(put)
    for event in [Self.viewed, put] {
      decided.and(event).when(command(.makeKnown, on: late))
        .refuses(.publication(.notNow(.intended)))
    }
    decided.and(Self.viewed)
      .when(command(.decide(Self.text, viewChanged: nil, by: noor), on: late))
      .refuses(.publication(.viewUnweighed))
    decided.and(put).when(command(.decide(Self.text, viewChanged: nil, by: noor), on: late))
      .refuses(.publication(.viewAwaited(until: until)))
    decided.and(Self.publicized(.madeKnown, on: late)).when(
      command(.put(7, to: "Vervoerder", viewUntil: until), on: late)
    )
    .refuses(.publication(.notNow(.madeKnown)))
  }

  @Test func `nobody has more than a year for a view`() {
    let last = wednesday.adding(months: 12)
    closed.when(command(.intend(Self.text, viewUntil: last.adding(days: 1)), on: wednesday))
      .refuses(.publication(.viewEndsTooLate(last: last)))
    closed.when(command(.intend(Self.text, viewUntil: last), on: wednesday))
      .then(
        Self.publicized(.intended(text: Self.text, viewUntil: last, subject: 3), on: wednesday))
  }

  @Test func `a text keeps who the case was about when it was put to them`() {
    let until = wednesday.adding(days: 14)
    let named = CaseFile.Event.subjectNamed(subject: 9, on: monday)
    let intended = CaseFile.Event.publicized(
      id: 1, event: .intended(text: Self.text, viewUntil: until, subject: 9), on: wednesday)
    Story.given(Warehouse.opened, Warehouse.logged, named, Self.closed)
      .when(command(.intend(Self.text, viewUntil: until), on: wednesday)).then(intended)
  }

  @Test func `nobody agrees to what was decided before and not put to whoever it is about`() {
    let earlier = Publication.Text("Lekkage", summary: "Er lekte heel veel.")
    Story.given(
      Warehouse.opened, Warehouse.logged, Self.closed, Self.intended, Self.viewed,
      Self.publicized(.decided(text: earlier, viewChanged: true), on: thursday)
    ).when(command(.agree(by: joris), on: thursday))
      .refuses(.publication(.notPutToThem(.title)))
  }
}
