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
  private static let other = Publication.Text(
    "Lekkage bij een koelhuis", summary: "Er lekte koudemiddel.",
    omission: Publication.Omission([.privacy], what: "Namen van werknemers"))
  private static let closed = CaseFile.Event.closed(outcome: Warehouse.restored, on: wednesday)
  private static let intended = publicized(
    .intended(text: text, viewUntil: nextMonday), on: wednesday)
  private static let viewed = publicized(.viewReceived(view: "Niet mee eens"), on: thursday)
  private static let decided = publicized(
    .decided(text: other, viewChanged: true, by: noor), on: thursday)
  private static let agreed = publicized(.agreed(by: joris), on: thursday)
  private static let sent = thursday.adding(days: 1)
  private static let madeKnown = publicized(.madeKnown, on: sent)
  private static let standstill = Publication.publishable(afterMakingKnownOn: sent)
  private let closed = Story.given(Warehouse.opened, Warehouse.logged, closed)
  private let intended = Story.given(Warehouse.opened, Warehouse.logged, closed, intended)
  private let decided = Story.given(
    Warehouse.opened, Warehouse.logged, closed, intended, viewed, decided)

  private let agreed = Story.given(
    Warehouse.opened, Warehouse.logged, closed, intended, viewed, decided, agreed)

  private let madeKnown = Story.given(
    Warehouse.opened, Warehouse.logged, closed, intended, viewed, decided, agreed, madeKnown)

  private static func publicized(_ event: Publication.Event, on day: Day) -> CaseFile.Event {
    .publicized(id: 1, event: event, on: day)
  }

  private func command(_ command: Publication.Command, on day: Day) -> CaseFile.Command {
    .publicizing(1, command, on: day)
  }

  @Test func `a result is there to publish once a report stands or the case is closed`() {
    let until = wednesday.adding(days: 14)
    let intend = command(.intend(Self.text, viewUntil: until), on: wednesday)
    let intended = Self.publicized(
      .intended(text: Self.text, viewUntil: until, subject: 3), on: wednesday)
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
      .then(
        Self.publicized(.intended(text: Self.text, viewUntil: first, subject: 3), on: wednesday))
  }

  @Test func `nobody decides while a view may still come in, and a view is weighed`() {
    let late = nextMonday.adding(days: 1)
    intended.when(command(.decide(Self.text, viewChanged: nil, by: noor), on: nextMonday))
      .refuses(.publication(.viewAwaited(until: nextMonday)))
    intended.when(command(.decide(Self.text, viewChanged: nil, by: noor), on: late))
      .then(
        Self.publicized(.decided(text: Self.text, viewChanged: nil, by: noor), on: late))
    intended.when(command(.decide(Self.text, viewChanged: false, by: noor), on: late))
      .refuses(.publication(.viewMissing))
    let viewed = intended.and(Self.viewed)
    viewed.when(command(.decide(Self.other, viewChanged: nil, by: noor), on: thursday))
      .refuses(.publication(.viewUnweighed))
    viewed.when(command(.decide(Self.other, viewChanged: true, by: noor), on: thursday))
      .then(Self.decided)
    viewed.when(command(.noteView("Nog iets"), on: thursday))
      .refuses(.publication(.viewAlreadyReceived))
  }

  @Test func `each whom it is about has a term and a view of their own`() {
    let until = thursday.adding(days: 14)
    let put = Self.publicized(
      .putTo(party: 7, name: "Vervoerder", viewUntil: until), on: thursday)
    let early = until.adding(days: -1)
    intended.when(command(.put(7, to: "Vervoerder", viewUntil: early), on: thursday))
      .refuses(.publication(.viewEndsTooEarly(first: until)))
    intended.when(command(.put(7, to: "Vervoerder", viewUntil: until), on: thursday)).then(put)
    let two = intended.and(put)
    two.when(command(.put(8, to: "Vervoerder", viewUntil: until), on: thursday))
      .refuses(.publication(.alreadyPut))
    // A view of the first that came before it was put to the second is kept on its own day.
    let own = Self.publicized(.viewReceived(view: "Niet mee eens"), on: wednesday)
    two.when(command(.noteView("Niet mee eens"), on: wednesday)).then(own)
    two.when(command(.noteView("Te laat", of: 7), on: wednesday))
      .refuses(.publication(.beforeLast(on: thursday)))
    two.when(command(.noteView("Wie ben ik", of: 8), on: thursday))
      .refuses(.publication(.notPut))
    let decide = command(.decide(Self.other, viewChanged: true, by: noor), on: thursday)
    two.and(own).when(decide).refuses(.publication(.viewAwaited(until: until)))
    let other = Self.publicized(.viewReceived(view: "Goed", party: 7), on: thursday)
    two.and(other).when(decide).refuses(.publication(.viewAwaited(until: nextMonday)))
    two.and(own, other).when(decide).then(Self.decided)
    let late = until.adding(days: 1)
    two.when(command(.decide(Self.text, viewChanged: nil, by: noor), on: late))
      .then(Self.publicized(.decided(text: Self.text, viewChanged: nil, by: noor), on: late))
    two.when(command(.put(8, to: " VERVOERDER ", viewUntil: until), on: thursday))
      .refuses(.publication(.alreadyPut))
  }

  @Test func `what is published was put to whoever it is about, whatever a view changed`() {
    let late = nextMonday.adding(days: 1)
    let put = Publication.Text(
      "Lek", name: "De Boer", summary: "Er lekte iets.", findings: ["Een plas", "Een scheur"])
    let story = Story.given(
      Warehouse.opened, Warehouse.logged, Self.closed,
      Self.publicized(.intended(text: put, viewUntil: nextMonday), on: wednesday))
    func decide(_ text: Publication.Text, changed: Bool? = nil) -> Outcome<CaseFile> {
      changed == nil
        ? story.when(command(.decide(text, viewChanged: nil, by: noor), on: late))
        : story.and(Self.viewed)
          .when(command(.decide(text, viewChanged: changed, by: noor), on: thursday))
    }
    func text(
      _ title: Line = "Lek", name: Line? = "De Boer", _ summary: Prose = "Er lekte iets.",
      _ findings: [Prose] = ["Een plas", "Een scheur"], _ omission: Publication.Omission? = nil
    ) -> Publication.Text {
      Publication.Text(title, name: name, summary: summary, findings: findings, omission: omission)
    }
    let omission = Publication.Omission([.privacy], what: "Namen")
    for changed in [nil, true, false] as [Bool?] {
      decide(text("Lekkage"), changed: changed).refuses(.publication(.notPutToThem(.title)))
      decide(text("Lek", "Er lekte."), changed: changed)
        .refuses(.publication(.notPutToThem(.summary)))
      decide(text("Lek", "Er lekte iets.", ["Een scheur", "Een plas"]), changed: changed)
        .refuses(.publication(.notPutToThem(.findings)))
      decide(text("Lek", "Er lekte iets.", ["Een plas", "Een scheur"], omission), changed: changed)
        .refuses(.publication(.notPutToThem(.omission)))
      decide(text(name: "Jansen"), changed: changed).refuses(.publication(.nameNotPutToThem))
    }
    let unheard = text("Lek", name: nil, "Er lekte iets.", ["Een scheur"], omission)
    decide(unheard).refuses(.publication(.notPutToThem(.omission)))
    let less = text(
      "Lek", name: nil, "Er lekte iets.", ["Een scheur"], Publication.Omission([.privacy]))
    decide(less)
      .then(Self.publicized(.decided(text: less, viewChanged: nil, by: noor), on: late))
    decide(less, changed: true)
      .then(Self.publicized(.decided(text: less, viewChanged: true, by: noor), on: thursday))
    decide(put, changed: true).refuses(.publication(.viewChangedNothing))
    decide(put, changed: false)
      .then(Self.publicized(.decided(text: put, viewChanged: false, by: noor), on: thursday))
  }

  @Test func `another title or summary is put to everybody again, and agreed to again`() {
    let (until, changed) = (thursday.adding(days: 14), Publication.Text("Lek", summary: "Dicht."))
    let revised = Self.publicized(.revised(text: changed, viewUntil: until), on: thursday)
    let put = Self.publicized(
      .putTo(party: 7, name: "Vervoerder", viewUntil: nextMonday), on: wednesday)
    for story in [intended.and(Self.viewed), decided, agreed] {
      story.when(command(.revise(changed, viewUntil: until), on: thursday)).then(revised)
      story.when(command(.revise(changed, viewUntil: thursday), on: thursday))
        .refuses(.publication(.viewEndsTooEarly(first: until)))
      story.and(revised)
        .when(command(.decide(changed, viewChanged: nil, by: noor), on: until))
        .refuses(.publication(.viewAwaited(until: until)))
      story.and(revised).when(command(.makeKnown, on: until))
        .refuses(.publication(.notNow(.intended)))
    }
    let same = command(.revise(Self.text, viewUntil: until), on: thursday)
    intended.and(Self.viewed).when(same).refuses(.publication(.nothingRevised))
    decided.when(same)
      .then(Self.publicized(.revised(text: Self.text, viewUntil: until), on: thursday))
    let own = Self.publicized(.viewReceived(view: "Goed"), on: thursday)
    intended.and(put, revised, own)
      .when(command(.decide(changed, viewChanged: false, by: noor), on: thursday))
      .refuses(.publication(.viewAwaited(until: until)))
    let decided = Self.publicized(
      .decided(text: changed, viewChanged: false, by: noor), on: thursday)
    agreed.and(revised, own)
      .when(command(.decide(changed, viewChanged: false, by: noor), on: thursday)).then(decided)
    agreed.and(revised, own, decided).when(command(.makeKnown, on: thursday))
      .refuses(.publication(.notAgreed))
    madeKnown.when(command(.revise(changed, viewUntil: until), on: Self.sent))
      .refuses(.publication(.notNow(.madeKnown)))
  }

  @Test func `a second person agrees to the text before it is made known`() {
    decided.when(command(.makeKnown, on: thursday)).refuses(.publication(.notAgreed))
    decided.when(command(.agree(by: noor), on: thursday)).refuses(.publication(.sameEyes))
    decided.when(command(.agree(by: joris), on: thursday)).then(Self.agreed)
    agreed.when(command(.agree(by: amina), on: thursday)).refuses(.publication(.alreadyAgreed))
    intended.when(command(.agree(by: joris), on: thursday))
      .refuses(.publication(.notNow(.intended)))
  }

  @Test func `a decision anew asks the second person again`() {
    let anew = Self.publicized(
      .decided(text: Self.text, viewChanged: false, by: joris), on: thursday)
    agreed.when(command(.decide(Self.text, viewChanged: false, by: joris), on: thursday))
      .then(anew)
    agreed.and(anew).when(command(.makeKnown, on: thursday)).refuses(.publication(.notAgreed))
    agreed.and(anew).when(command(.agree(by: joris), on: thursday))
      .refuses(.publication(.sameEyes))
    madeKnown.when(command(.decide(Self.text, viewChanged: false, by: joris), on: Self.sent))
      .refuses(.publication(.notNow(.madeKnown)))
  }

  @Test func `what was made known before it took a second person waits for one`() {
    let earlier = Publication.Event.decided(text: Self.other, viewChanged: true)
    let story = Story.given(
      Warehouse.opened, Warehouse.logged, Self.closed, Self.intended, Self.viewed,
      Self.publicized(earlier, on: thursday), Self.madeKnown)
    let publish = command(
      .publish(until: Publication.lastDay(from: Self.standstill), reason: nil),
      on: Self.standstill)
    story.when(publish).refuses(.publication(.notAgreed))
    let agreed = Self.publicized(.agreed(by: joris), on: Self.sent)
    story.when(command(.agree(by: joris), on: Self.sent)).then(agreed)
    story.and(agreed).when(publish)
      .then(
        Self.publicized(
          .published(until: Publication.lastDay(from: Self.standstill), reason: nil),
          on: Self.standstill))
  }

  @Test(arguments: [
    (Publication.Omission([.privacy, .investigation], what: "Namen"), true),
    (Publication.Omission([.privacy, .investigation], what: "Namen en meer"), false),
    (Publication.Omission([.privacy], what: "Iets anders"), false),
    (Publication.Omission([.privacy]), false),
    (Publication.Omission([.security], what: "Namen"), false),
    (nil, false),
  ])
  func `who leaves out more says so on further grounds, in no other words`(
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
    ).when(command(.decide(less, viewChanged: nil, by: noor), on: late))
    if isTaken {
      outcome.then(Self.publicized(.decided(text: less, viewChanged: nil, by: noor), on: late))
    } else {
      outcome.refuses(.publication(.notPutToThem(.omission)))
    }
  }

  @Test func `the decision is sent once, not before it is there`() {
    agreed.when(command(.makeKnown, on: Self.sent)).then(Self.madeKnown)
    agreed.when(command(.makeKnown, on: wednesday))
      .refuses(.publication(.beforeLast(on: thursday)))
    intended.when(command(.makeKnown, on: thursday)).refuses(.publication(.notNow(.intended)))
    madeKnown.when(command(.makeKnown, on: Self.sent)).refuses(.publication(.notNow(.madeKnown)))
    madeKnown.when(command(.refrain(reason: "x"), on: Self.sent))
      .then(Self.publicized(.refrained(reason: "x"), on: Self.sent))
  }

  @Test func `between sending the decision and publication lie two weeks`() {
    #expect(Self.standstill == Self.sent.adding(days: 15))
    let until = Publication.lastDay(from: Self.standstill)
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
    let last = Publication.lastDay(from: Self.standstill)
    #expect(last == Self.standstill.adding(months: 36).adding(days: -1))
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

  @Test(
    arguments: [
      ("2026-03-20", "2029-03-19"), ("2025-03-01", "2028-02-29"), ("2024-02-28", "2027-02-27"),
      ("2024-02-29", "2027-02-28"), ("2024-03-01", "2027-02-28"), ("2025-02-28", "2028-02-27"),
      ("2026-01-01", "2028-12-31"),
    ] as [(Day, Day)])
  func `three years are over on the day before the same date`(_ first: Day, _ last: Day) {
    #expect(Publication.lastDay(from: first) == last)
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
