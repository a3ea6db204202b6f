import Domain
import EventSourcing
import TestCast
import TestSupport
import Testing

private typealias Story = Scenario<CaseFile>

struct PublicationTests {
  private static let text = Publication.Text(
    "Lekkage bij een koelhuis", summary: "Er lekte koudemiddel.", findings: ["Een plas"],
    omission: Publication.Omission([.privacy], what: "Namen van werknemers"))
  private static let other = Publication.Text("Lekkage", summary: "Het is gedicht.")
  private static let closed = CaseFile.Event.closed(outcome: Warehouse.restored, on: wednesday)
  private static let intended = publicized(
    .intended(text: text, viewUntil: nextMonday), on: wednesday)
  private static let viewed = publicized(.viewReceived(view: "Niet mee eens"), on: thursday)
  private static let decided = publicized(.decided(text: other, viewChanged: true), on: thursday)
  private static let sent = thursday.adding(days: 1)
  private static let madeKnown = publicized(.madeKnown, on: sent)
  private static let standstill = Publication.publishable(afterMakingKnownOn: sent)
  private let closed = Story.given(Warehouse.opened, Warehouse.logged, closed)
  private let intended = Story.given(Warehouse.opened, Warehouse.logged, closed, intended)
  private let decided = Story.given(
    Warehouse.opened, Warehouse.logged, closed, intended, viewed, decided)

  private let madeKnown = Story.given(
    Warehouse.opened, Warehouse.logged, closed, intended, viewed, decided, madeKnown)

  private static func publicized(_ event: Publication.Event, on day: Day) -> CaseFile.Event {
    .publicized(id: 1, event: event, on: day)
  }

  private func command(_ command: Publication.Command, on day: Day) -> CaseFile.Command {
    .publicizing(1, command, on: day)
  }

  @Test func `a result is there to publish once a report stands or the case is closed`() {
    let until = wednesday.adding(days: 14)
    let intend = command(.intend(Self.text, viewUntil: until), on: wednesday)
    let intended = Self.publicized(.intended(text: Self.text, viewUntil: until), on: wednesday)
    closed.when(intend).then(intended)
    let visited = Story.given(Warehouse.opened, Warehouse.logged)
    visited.when(intend).refuses(.publication(.nothingToPublish))
    visited.and(Reporting.issued).when(intend).then(intended)
    visited.and(Reporting.issued, Reporting.withdrawn).when(intend)
      .refuses(.publication(.nothingToPublish))
    self.intended.when(.publicizing(2, .intend(Self.text, viewUntil: until), on: wednesday))
      .refuses(.publication(.alreadyUnderway))
  }

  @Test func `whoever it is about has two weeks at least to give their view`() {
    let first = wednesday.adding(days: 14)
    for day in [wednesday, thursday, first.adding(days: -1)] {
      closed.when(command(.intend(Self.text, viewUntil: day), on: wednesday))
        .refuses(.publication(.viewEndsTooEarly(first: first)))
    }
    closed.when(command(.intend(Self.text, viewUntil: first), on: wednesday))
      .then(Self.publicized(.intended(text: Self.text, viewUntil: first), on: wednesday))
  }

  @Test func `nobody decides while a view may still come in, and a view is weighed`() {
    let late = nextMonday.adding(days: 1)
    intended.when(command(.decide(Self.text, viewChanged: nil), on: nextMonday))
      .refuses(.publication(.viewAwaited(until: nextMonday)))
    intended.when(command(.decide(Self.text, viewChanged: nil), on: late))
      .then(Self.publicized(.decided(text: Self.text, viewChanged: nil), on: late))
    intended.when(command(.decide(Self.text, viewChanged: false), on: late))
      .refuses(.publication(.viewMissing))
    let viewed = intended.and(Self.viewed)
    viewed.when(command(.decide(Self.other, viewChanged: nil), on: thursday))
      .refuses(.publication(.viewUnweighed))
    viewed.when(command(.decide(Self.other, viewChanged: true), on: thursday)).then(Self.decided)
    viewed.when(command(.noteView("Nog iets"), on: thursday))
      .refuses(.publication(.viewAlreadyReceived))
  }

  @Test func `what is published was put to whoever it is about, or a view changed it`() {
    let late = nextMonday.adding(days: 1)
    let put = Publication.Text(
      "Lek", name: "De Boer", summary: "Er lekte iets.", findings: ["Een plas", "Een scheur"])
    let story = Story.given(
      Warehouse.opened, Warehouse.logged, Self.closed,
      Self.publicized(.intended(text: put, viewUntil: nextMonday), on: wednesday))
    func decide(_ text: Publication.Text, changed: Bool? = nil) -> Outcome<CaseFile> {
      changed == nil
        ? story.when(command(.decide(text, viewChanged: nil), on: late))
        : story.and(Self.viewed).when(command(.decide(text, viewChanged: changed), on: thursday))
    }
    func text(
      _ title: Line = "Lek", name: Line? = "De Boer", _ summary: Prose = "Er lekte iets.",
      _ findings: [Prose] = ["Een plas", "Een scheur"], _ omission: Publication.Omission? = nil
    ) -> Publication.Text {
      Publication.Text(title, name: name, summary: summary, findings: findings, omission: omission)
    }
    let omission = Publication.Omission([.privacy], what: "Namen")
    decide(text("Lekkage")).refuses(.publication(.notPutToThem(.title)))
    decide(text("Lek", "Er lekte.")).refuses(.publication(.notPutToThem(.summary)))
    decide(text("Lek", "Er lekte iets.", ["Een scheur", "Een plas"]))
      .refuses(.publication(.notPutToThem(.findings)))
    decide(text("Lek", "Er lekte iets.", ["Een plas", "Een scheur"], omission))
      .refuses(.publication(.notPutToThem(.omission)))
    let less = text("Lek", name: nil, "Er lekte iets.", ["Een scheur"], omission)
    decide(less).then(Self.publicized(.decided(text: less, viewChanged: nil), on: late))
    decide(text("Lekkage"), changed: false).refuses(.publication(.notPutToThem(.title)))
    let changed = text("Lekkage", "Er lekte, en het is gedicht.")
    decide(changed, changed: true)
      .then(Self.publicized(.decided(text: changed, viewChanged: true), on: thursday))
    decide(text(name: "Jansen"), changed: true).refuses(.publication(.nameNotPutToThem))
    decide(put, changed: true).refuses(.publication(.viewChangedNothing))
    decide(put, changed: false)
      .then(Self.publicized(.decided(text: put, viewChanged: false), on: thursday))
    decide(less, changed: true)
      .then(Self.publicized(.decided(text: less, viewChanged: true), on: thursday))
    let third = text("Lekkage", "Er lekte iets.", ["Een plas", "Een scheur", "Nog een plas"])
    decide(third, changed: true).refuses(.publication(.notPutToThem(.findings)))
  }

  @Test(arguments: [
    (Publication.Omission([.privacy, .investigation], what: "Namen en meer"), true),
    (Publication.Omission([.privacy], what: "Iets anders"), true),
    (Publication.Omission([.privacy]), false),
    (Publication.Omission([.security], what: "Namen"), false),
    (nil, false),
  ])
  func `who leaves out more goes on saying what was left out before`(
    _ omission: Publication.Omission?, _ isTaken: Bool
  ) {
    let late = nextMonday.adding(days: 1)
    func text(_ findings: [Prose], _ omission: Publication.Omission?) -> Publication.Text {
      Publication.Text("Lek", summary: "Er lekte iets.", findings: findings, omission: omission)
    }
    let put = text(["Een plas", "Een scheur"], Publication.Omission([.privacy], what: "Namen"))
    let less = text(["Een scheur"], omission)
    let outcome = Story.given(
      Warehouse.opened, Warehouse.logged, Self.closed,
      Self.publicized(.intended(text: put, viewUntil: nextMonday), on: wednesday)
    ).when(command(.decide(less, viewChanged: nil), on: late))
    if isTaken {
      outcome.then(Self.publicized(.decided(text: less, viewChanged: nil), on: late))
    } else {
      outcome.refuses(.publication(.notPutToThem(.omission)))
    }
  }

  @Test func `the decision is sent once, not before it is there`() {
    decided.when(command(.makeKnown, on: Self.sent)).then(Self.madeKnown)
    decided.when(command(.makeKnown, on: wednesday))
      .refuses(.publication(.beforeLast(on: thursday)))
    intended.when(command(.makeKnown, on: thursday)).refuses(.publication(.notNow(.intended)))
    madeKnown.when(command(.makeKnown, on: Self.sent)).refuses(.publication(.notNow(.madeKnown)))
    madeKnown.when(command(.refrain(reason: "x"), on: Self.sent))
      .then(Self.publicized(.refrained(reason: "x"), on: Self.sent))
  }

  @Test func `between sending the decision and publication lie two weeks`() {
    #expect(Self.standstill == Self.sent.adding(days: 15))
    let until = Publication.longest.end(after: Self.standstill)
    let early = Self.standstill.adding(days: -1)
    decided.when(command(.publish(until: until, reason: nil), on: Self.standstill))
      .refuses(.publication(.notMadeKnown))
    madeKnown.when(command(.publish(until: until, reason: "x"), on: early))
      .refuses(.publication(.tooEarly(first: Self.standstill)))
    madeKnown.when(command(.publish(until: until, reason: nil), on: Self.standstill))
      .then(Self.publicized(.published(until: until, reason: nil), on: Self.standstill))
    intended.when(command(.publish(until: until, reason: nil), on: Self.standstill))
      .refuses(.publication(.notNow(.intended)))
  }

  @Test func `it is public for three years at most, and for less with a reason`() {
    let last = Publication.longest.end(after: Self.standstill)
    #expect(last == Self.standstill.adding(months: 36))
    func publish(_ until: Day, _ reason: Prose?) -> Outcome<CaseFile> {
      madeKnown.when(command(.publish(until: until, reason: reason), on: Self.standstill))
    }
    publish(last.adding(days: 1), nil).refuses(.publication(.endsTooLate(last: last)))
    publish(last.adding(days: -1), nil).refuses(.publication(.reasonMissing))
    publish(last.adding(days: -1), "Klein").then(
      Self.publicized(
        .published(until: last.adding(days: -1), reason: "Klein"), on: Self.standstill))
    publish(thursday, "Klein").refuses(.publication(.endsTooEarly))
  }

  @Test func `it may be refrained from before, and withdrawn after`() {
    let published = Self.publicized(
      .published(until: Self.standstill.adding(days: 9), reason: "Klein"), on: Self.standstill)
    decided.when(command(.refrain(reason: "Toch niet"), on: thursday))
      .then(Self.publicized(.refrained(reason: "Toch niet"), on: thursday))
    decided.when(command(.withdraw(reason: "x"), on: thursday))
      .refuses(.publication(.notNow(.decided)))
    madeKnown.and(published).when(command(.withdraw(reason: "Fout"), on: Self.standstill))
      .then(Self.publicized(.withdrawn(reason: "Fout"), on: Self.standstill))
    madeKnown.and(published).when(command(.refrain(reason: "x"), on: Self.standstill))
      .refuses(.publication(.notNow(.published)))
    decided.when(command(.refrain(reason: "x"), on: wednesday))
      .refuses(.publication(.beforeLast(on: thursday)))
  }
}
