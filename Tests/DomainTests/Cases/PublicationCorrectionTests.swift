import Domain
import EventSourcing
import TestCast
import TestSupport
import Testing

private typealias Story = Scenario<CaseFile>

/// What was recorded of a hearing by mistake is taken back, and may be recorded anew.
struct PublicationCorrectionTests {
  private static let text = Publication.Text("Lek", summary: "Het lekte.", findings: ["Een plas"])
  private static let late = nextMonday.adding(days: 15)
  private static let until = thursday.adding(days: 14)
  private static let put = publicized(
    .putTo(party: 7, name: "Vervoerder", viewUntil: wednesday.adding(days: 14)), on: wednesday)
  private static let viewed = publicized(.viewReceived(view: "Niet mee eens"), on: thursday)
  private static let carriersView = publicized(
    .viewReceived(view: "Goed", party: 7), on: thursday)
  private static let decided = publicized(
    .decided(text: text, viewChanged: false, by: noor), on: thursday)
  private static let agreed = publicized(.agreed(by: joris), on: thursday)
  private let intended = Story.given(
    Warehouse.opened, Warehouse.logged,
    .closed(outcome: Warehouse.restored, on: wednesday),
    publicized(.intended(text: text, viewUntil: nextMonday), on: wednesday), put)

  private static func publicized(_ event: Publication.Event, on day: Day) -> CaseFile.Event {
    .publicized(id: 1, event: event, on: day)
  }

  private func command(_ command: Publication.Command, on day: Day) -> CaseFile.Command {
    .publicizing(1, command, on: day)
  }

  private func takeBack(
    _ party: Publication.HearingID?, anewUntil: Day? = nil, on day: Day = thursday
  ) -> CaseFile.Command {
    command(.takeBackHearing(party, anewUntil: anewUntil, reason: "Vergissing"), on: day)
  }

  private static func takenBack(
    _ party: Publication.HearingID?, anewUntil: Day? = nil
  ) -> CaseFile.Event {
    publicized(
      .hearingTakenBack(party: party, anewUntil: anewUntil, reason: "Vergissing"), on: thursday)
  }

  @Test func `nobody waits for who was named by mistake, and they can be named anew`() {
    let decide = command(.decide(Self.text, viewChanged: false, by: noor), on: thursday)
    let viewed = intended.and(Self.viewed)
    viewed.when(decide).refuses(.publication(.viewAwaited(until: wednesday.adding(days: 14))))
    viewed.when(takeBack(7)).then(Self.takenBack(7))
    let rid = viewed.and(Self.takenBack(7))
    rid.when(decide).then(Self.decided)
    rid.when(takeBack(7)).refuses(.publication(.notPut))
    rid.when(command(.put(8, to: "Vervoerder", viewUntil: Self.until), on: thursday))
      .then(
        Self.publicized(
          .putTo(party: 8, name: "Vervoerder", viewUntil: Self.until), on: thursday))
    intended.when(takeBack(9)).refuses(.publication(.notPut))
    intended.when(takeBack(7, on: monday)).refuses(.publication(.beforeLast(on: wednesday)))
  }

  @Test func `a term that was wrong begins anew, with two weeks at least`() {
    for party in [nil, 7] as [Publication.HearingID?] {
      intended.when(takeBack(party, anewUntil: Self.until))
        .then(Self.takenBack(party, anewUntil: Self.until))
      intended.when(takeBack(party, anewUntil: Self.until.adding(days: -1)))
        .refuses(.publication(.viewEndsTooEarly(first: Self.until)))
    }
    intended.and(Self.carriersView, Self.takenBack(nil, anewUntil: Self.until))
      .when(command(.decide(Self.text, viewChanged: false, by: noor), on: Self.until))
      .refuses(.publication(.viewAwaited(until: Self.until)))
    intended.and(Self.takenBack(7, anewUntil: Self.until))
      .when(command(.noteView("Goed", of: 7), on: wednesday))
      .refuses(.publication(.beforeLast(on: thursday)))
  }

  @Test func `whom the case is about is always heard`() {
    intended.when(takeBack(nil)).refuses(.publication(.subjectUnheard))
  }

  @Test func `a view is taken back before that it was asked`() {
    intended.and(Self.carriersView).when(takeBack(7)).refuses(.publication(.viewStands))
    intended.and(Self.viewed).when(takeBack(nil, anewUntil: Self.until))
      .refuses(.publication(.viewStands))
  }

  @Test func `a view of another, or of another day, is taken back and recorded anew`() {
    let takeBack = command(.takeBackView(of: 7, reason: "Van een ander"), on: thursday)
    let takenBack = Self.publicized(
      .viewTakenBack(party: 7, reason: "Van een ander"), on: thursday)
    intended.when(takeBack).refuses(.publication(.noView))
    let viewed = intended.and(Self.carriersView)
    viewed.when(takeBack).then(takenBack)
    viewed.when(command(.takeBackView(of: 9, reason: "x"), on: thursday))
      .refuses(.publication(.notPut))
    let rid = viewed.and(takenBack)
    rid.when(takeBack).refuses(.publication(.noView))
    rid.when(command(.noteView("Goed", of: 7), on: wednesday))
      .then(Self.publicized(.viewReceived(view: "Goed", party: 7), on: wednesday))
    rid.and(Self.viewed)
      .when(command(.decide(Self.text, viewChanged: false, by: noor), on: thursday))
      .refuses(.publication(.viewAwaited(until: wednesday.adding(days: 14))))
  }

  @Test func `what was decided on it is decided anew, and what was sent stands`() {
    let heard = intended.and(Self.viewed, Self.carriersView)
    let withoutView = Self.publicized(.viewTakenBack(party: 7, reason: "x"), on: thursday)
    let outOfTime = intended.and(
      Self.publicized(.decided(text: Self.text, viewChanged: nil, by: noor), on: Self.late))
    let makeKnown = command(.makeKnown, on: Self.late)
    for story in [
      heard.and(Self.decided, Self.agreed, withoutView), outOfTime.and(Self.takenBack(7)),
    ] {
      story.when(makeKnown).refuses(.publication(.notNow(.intended)))
    }
    let sent = heard.and(
      Self.decided, Self.agreed, Self.publicized(.madeKnown, on: thursday))
    sent.when(takeBack(7)).refuses(.publication(.notNow(.madeKnown)))
    sent.when(command(.takeBackView(of: 7, reason: "x"), on: thursday))
      .refuses(.publication(.notNow(.madeKnown)))
  }

  @Test func `who recorded a decision that does not say who took it, took it`() {
    let earlier = intended.and(
      Self.viewed, Self.carriersView,
      Self.publicized(.decided(text: Self.text, viewChanged: false), on: thursday))
    earlier.when(command(.agree(by: noor, recorder: noor), on: thursday))
      .refuses(.publication(.sameEyes))
    earlier.when(command(.agree(by: joris, recorder: noor), on: thursday)).then(Self.agreed)
    intended.and(Self.viewed, Self.carriersView, Self.decided)
      .when(command(.agree(by: joris, recorder: joris), on: thursday)).then(Self.agreed)
  }
}
