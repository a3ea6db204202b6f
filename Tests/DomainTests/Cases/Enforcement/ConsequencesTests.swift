import Domain
import TestCast
import Testing

private typealias Story = EnforcementStory

struct ConsequencesTests {
  @Test func `somebody looks again after the decision, as often as needed`() {
    let restored = Enforcement.Reinspection(isRestored: true, note: "De vloer ligt er")
    Story.given(Depot.heard).when(.reinspect(1, restored), on: "2026-05-04").refuses(.notDecided)
    Story.given(Depot.sent).when(.reinspect(1, restored), on: "2026-05-04")
      .then(.reinspected(action: 1, reinspection: restored))
    let looked = Story.given(Depot.sent)
      .and(.reinspected(action: 1, reinspection: .init(isRestored: false)), on: "2026-05-04")
    looked.when(.reinspect(1, restored), on: "2026-05-03")
      .refuses(.before(.reinspection, on: "2026-05-04"))
    #expect(looked.dossier.actions[1]?.isRestored == false)
    let again = looked.and(.reinspected(action: 1, reinspection: restored), on: "2026-05-11")
    #expect(again.dossier.actions[1]?.isRestored == true)
  }

  @Test func `nothing is forfeited before the term is over`() {
    let sent = Story.given(Depot.sent)
    sent.when(.forfeit(1, times: 1), on: "2026-05-01").refuses(.termRuns(until: "2026-05-01"))
    sent.when(.forfeit(1, times: 1), on: "2026-05-02")
      .then(.forfeited(action: 1, forfeiture: Depot.forfeiture(times: 1)))
    sent.when(.forfeit(1, times: 0), on: "2026-05-08").refuses(.timesNotPositive)
    #expect(Depot.forfeiture(times: 1).amount == 1000)
    #expect(Depot.forfeiture(times: 2).amount == 2000)
  }

  @Test func `never more is forfeited than the maximum`() {
    #expect(Depot.forfeiture(times: 3).amount == 2500)
    let forfeited = Story.given(Depot.forfeited)
    #expect(forfeited.dossier.actions[1]?.leftToForfeit == 500)
    forfeited.when(.forfeit(1, times: 1), on: "2026-05-17")
      .refuses(.before(.forfeiture, on: "2026-05-18"))
    guard
      case .success(let events) = forfeited.when(.forfeit(1, times: 1), on: "2026-05-25").result,
      let last = events.first, case .forfeited(_, let forfeiture) = last
    else {
      Issue.record("nothing was forfeited")
      return
    }
    #expect(forfeiture.amount == 500)
    forfeited.and(last, on: "2026-05-25").when(.forfeit(1, times: 1), on: "2026-06-01")
      .refuses(.maximumForfeited)
  }

  @Test func `no more times are forfeited than have passed since the term`() {
    let sent = Story.given(Depot.sent)
    // The term was over on Friday 1 May: one week has begun on the 8th, two on the 9th.
    sent.when(.forfeit(1, times: 2), on: "2026-05-08").refuses(.moreTimesThanPassed(left: 1))
    sent.when(.forfeit(1, times: 2), on: "2026-05-09")
      .then(.forfeited(action: 1, forfeiture: Depot.forfeiture(times: 2)))
    Story.given(Depot.forfeited).when(.forfeit(1, times: 2), on: "2026-05-18")
      .refuses(.moreTimesThanPassed(left: 1))
    func times(_ unit: Enforcement.Penalty.Unit, on day: Day) -> EnforcementOutcome {
      let order = Depot.ordered(
        .orderUnderPenalty(order: Depot.order, penalty: .init(10, unit)), as: 1, on: tuesday)
      return Story.given(Depot.chosen + [order]).and(.sent(action: 1), on: wednesday)
        .when(.forfeit(1, times: .max), on: day)
    }
    times(.perDay, on: "2026-05-11").refuses(.moreTimesThanPassed(left: 10))
    times(.perMonth, on: "2026-06-01").refuses(.moreTimesThanPassed(left: 1))
    times(.perMonth, on: "2026-06-02").refuses(.moreTimesThanPassed(left: 2))
  }

  @Test func `nothing is forfeited once everything was restored, until it is not`() {
    let restored = Story.given(Depot.sent)
      .and(.reinspected(action: 1, reinspection: .init(isRestored: true)), on: "2026-05-04")
    restored.when(.forfeit(1, times: 1), on: "2026-05-03")
      .refuses(.before(.reinspection, on: "2026-05-04"))
    restored.when(.forfeit(1, times: 1), on: "2026-05-11")
      .refuses(.foundRestored(on: "2026-05-04"))
    let again =
      restored
      .and(.reinspected(action: 1, reinspection: .init(isRestored: false)), on: "2026-06-01")
    again.when(.forfeit(1, times: 2), on: "2026-06-01").refuses(.moreTimesThanPassed(left: 1))
    again.when(.forfeit(1, times: 1), on: "2026-06-01")
      .then(.forfeited(action: 1, forfeiture: Depot.forfeiture(times: 1)))
    Story.given(Depot.forfeited)
      .when(.reinspect(1, .init(isRestored: true)), on: "2026-05-17")
      .refuses(.before(.forfeiture, on: "2026-05-18"))
  }

  @Test func `what was forfeited is collected after the order was withdrawn, not when revoked`() {
    let withdrawn = Story.given(Depot.forfeited)
      .and(.withdrawn(action: 1, reason: "Verhuisd"), on: "2026-05-20")
    Story.given(Depot.forfeited).when(.withdraw(1, reason: "Verhuisd"), on: "2026-05-17")
      .refuses(.before(.lastStep, on: "2026-05-18"))
    withdrawn.when(.decideCollection(1, 2000), on: "2026-05-21")
      .then(.collectionDecided(action: 1, amount: 2000))
    withdrawn.when(.decideCollection(1, 2000), on: "2026-05-19")
      .refuses(.before(.lastStep, on: "2026-05-20"))
    withdrawn.and(.collectionDecided(action: 1, amount: 2000), on: "2026-05-21")
      .when(.collect(1, 2000), on: "2026-05-22").then(.collected(action: 1, amount: 2000))
    withdrawn.when(.forfeit(1, times: 1), on: "2026-05-25")
      .refuses(.actionOver(on: "2026-05-20"))
    #expect(withdrawn.dossier.unsettled == .collection)
    let objected = Story.given(Depot.forfeited).and(.objectionReceived(action: 1), on: "2026-05-19")
    let revoked = objected.and(.withdrawn(action: 1, reason: "Verhuisd"), on: "2026-05-20")
      .and(.objectionSettled(action: 1, outcome: .revoked, reason: "Terecht"), on: "2026-06-01")
    revoked.when(.decideCollection(1, 2000), on: "2026-06-02")
      .refuses(.actionOver(on: "2026-05-20"))
    #expect(revoked.dossier.actions[1]?.leftToCollect == 0)
    #expect(revoked.dossier.unsettled == nil)
  }

  @Test func `a sum at once is forfeited once`() {
    let once = Depot.ordered(
      .orderUnderPenalty(order: Depot.order, penalty: .init(5000, .once)), as: 1, on: tuesday)
    let unsent = Story.given(Depot.chosen + [once])
    unsent.when(.forfeit(1, times: 1), on: "2026-05-08").refuses(.notSent)
    let story = unsent.and(.sent(action: 1), on: wednesday)
    story.when(.forfeit(1, times: 2), on: "2026-05-08").refuses(.forfeitedAtOnce)
    guard case .success(let events) = story.when(.forfeit(1, times: 1), on: "2026-05-08").result,
      let first = events.first
    else {
      Issue.record("nothing was forfeited")
      return
    }
    let forfeited = story.and(first, on: "2026-05-08")
    #expect(forfeited.dossier.actions[1]?.forfeited == 5000)
    forfeited.when(.forfeit(1, times: 1), on: "2026-05-15").refuses(.forfeitedAtOnce)
  }

  @Test func `only a penalty is forfeited`() {
    let coerced = Depot.ordered(.orderUnderCoercion(order: Depot.order), as: 1, on: tuesday)
    let story = Story.given(Depot.chosen + [coerced])
    story.when(.forfeit(1, times: 1), on: "2026-05-08").refuses(.noPenalty)
    story.when(.decideCollection(1, 100), on: "2026-05-08").refuses(.noPenalty)
  }

  @Test func `what is collected was decided on, and what is decided on was forfeited`() {
    let forfeited = Story.given(Depot.forfeited)
    forfeited.when(.collect(1, 2000), on: "2026-05-20").refuses(.collectionNotDecided)
    forfeited.when(.decideCollection(1, 2001), on: "2026-05-20")
      .refuses(.moreThanForfeited(left: 2000))
    forfeited.when(.decideCollection(1, 0), on: "2026-05-20").refuses(.amountNotPositive)
    forfeited.when(.decideCollection(1, 2000), on: "2026-05-17")
      .refuses(.before(.forfeiture, on: "2026-05-18"))
    forfeited.when(.decideCollection(1, 1500), on: "2026-05-20")
      .then(.collectionDecided(action: 1, amount: 1500))
    let decided = forfeited.and(.collectionDecided(action: 1, amount: 1500), on: "2026-05-20")
    decided.when(.decideCollection(1, 501), on: "2026-05-21")
      .refuses(.moreThanForfeited(left: 500))
    decided.when(.collect(1, 1501), on: "2026-06-01").refuses(.moreThanDecided(left: 1500))
    decided.when(.collect(1, 1500), on: "2026-05-19")
      .refuses(.before(.collectionDecision, on: "2026-05-20"))
    decided.when(.collect(1, 1500), on: "2026-06-01").then(.collected(action: 1, amount: 1500))
    decided.and(.collected(action: 1, amount: 1000), on: "2026-06-01")
      .when(.collect(1, 501), on: "2026-06-02").refuses(.moreThanDecided(left: 500))
  }

  @Test func `a fine is collected on its own decision`() {
    let unsent = Story.given(
      Depot.placed + [Depot.choosing(.fine, on: monday), Depot.fined(300, on: tuesday)])
    unsent.when(.collect(9, 300), on: nextMonday).refuses(.notSent)
    let fined = unsent.and(.sent(action: 9), on: wednesday)
    fined.when(.collect(9, 300), on: nextMonday).then(.collected(action: 9, amount: 300))
    fined.when(.collect(9, 301), on: nextMonday).refuses(.moreThanDecided(left: 300))
    fined.when(.decideCollection(9, 300), on: nextMonday).refuses(.noPenalty)
  }

  @Test(arguments: Enforcement.Ending.allCases)
  func `a finding ends with a reason, and after that nothing happens but by reopening`(
    ending: Enforcement.Ending
  ) {
    let sent = Story.given(Depot.sent)
    sent.when(.end(ending, reason: "Klaar"), on: "2026-03-20")
      .refuses(.before(.lastStep, on: "2026-03-21"))
    sent.when(.end(ending, reason: "Klaar"), on: "2026-05-04")
      .then(.ended(ending: ending, reason: "Klaar"))
    let ended = sent.and(.ended(ending: ending, reason: "Klaar"), on: "2026-05-04")
    #expect(ended.dossier.conclusion?.value.ending == ending)
    ended.when(.forfeit(1, times: 1), on: "2026-05-08").refuses(.ended(on: "2026-05-04"))
    ended.when(.end(.repeated, reason: "x"), on: "2026-05-08").refuses(.ended(on: "2026-05-04"))
    ended.when(.reopen(reason: "Weer mis"), on: "2026-05-03")
      .refuses(.before(.ending, on: "2026-05-04"))
    ended.when(.reopen(reason: "Weer mis"), on: "2026-05-08").then(.reopened(reason: "Weer mis"))
    sent.when(.reopen(reason: "x"), on: "2026-05-08").refuses(.notEnded)
    let reopened = ended.and(.reopened(reason: "Weer mis"), on: "2026-05-08")
    #expect(reopened.dossier.conclusion == nil)
  }

  @Test func `a report is added to, and criminal law is noted once`() {
    let longer = Enforcement.Report(offender: "Depot BV", rules: ["Bal 4.1", "Bal 4.2"])
    Story.given(Depot.placed).when(.report(Depot.report), on: sunday).nothingHappens()
    Story.given(Depot.placed).when(.report(longer), on: monday).then(.reported(report: longer))
    Story.given(Depot.placed).when(.report(Depot.report), on: "2026-02-19")
      .refuses(.reportedBeforeViolation(on: "2026-02-20"))
    Story.given(Depot.placed).when(.noteProsecution(.begun), on: tuesday)
      .then(.prosecutionNoted(prosecution: .begun))
    Story.given(Depot.placed).and(.prosecutionNoted(prosecution: .begun), on: tuesday)
      .when(.noteProsecution(.begun), on: tuesday).nothingHappens()
    Story.given(Depot.placed).when(.noteProsecution(.notedInError), on: tuesday).nothingHappens()
    Story.given(Depot.placed).and(.prosecutionNoted(prosecution: .begun), on: tuesday)
      .when(.noteProsecution(.dropped), on: monday)
      .refuses(.before(.prosecution, on: tuesday))
  }

  @Test func `a note on criminal law can have another day, or be taken back`() {
    let begun = Depot.placed + [Happening(.prosecutionNoted(prosecution: .begun), on: wednesday)]
    Story.given(begun).when(.noteProsecution(.begun), on: tuesday)
      .then(.prosecutionNoted(prosecution: .begun))
    let corrected = begun + [Happening(.prosecutionNoted(prosecution: .begun), on: tuesday)]
    #expect(Enforcement.Dossier().after(corrected).prosecution == .init(.begun, on: tuesday))
    let asked =
      Depot.placed + [
        Happening(.prosecutionNoted(prosecution: .laidBefore), on: tuesday),
        Happening(.prosecutionNoted(prosecution: .begun), on: wednesday),
      ]
    let takenBack = asked + [Happening(.prosecutionNoted(prosecution: .notedInError), on: thursday)]
    #expect(Enforcement.Dossier().after(takenBack).prosecution == .init(.laidBefore, on: tuesday))
  }
}
