import Domain
import TestCast
import Testing

private typealias Story = EnforcementStory

struct ProcedureTests {
  @Test func `an action begins with the measure that was chosen`() {
    Story.given(Depot.placed).when(.announce(1, Depot.intention), on: tuesday)
      .refuses(.nothingChosen)
    Story.given(Depot.chosen).when(.announce(1, Depot.intention), on: tuesday)
      .then(
        .intentionAnnounced(
          action: 1, measure: .orderUnderPenalty, intention: Depot.intention))
    Story.given(Depot.chosen).when(.announce(1, Depot.intention), on: monday)
      .refuses(.before(.choice, on: tuesday))
    Story.given(Depot.announced).when(.announce(1, Depot.intention), on: tuesday)
      .refuses(.identifierInUse)
  }

  @Test func `one choice begins one action, until that is over or something is chosen again`() {
    let announced = Story.given(Depot.announced)
    announced.when(.announce(2, Depot.intention), on: tuesday).refuses(.choiceBegun)
    announced.when(.settle(2, .init(Depot.underPenalty)), on: tuesday).refuses(.choiceBegun)
    announced.and(.withdrawn(action: 1, reason: "Fout"), on: wednesday)
      .when(.announce(2, Depot.intention), on: wednesday)
      .then(
        .intentionAnnounced(
          action: 2, measure: .orderUnderPenalty, intention: Depot.intention))
    let again = Enforcement.Event.measureChosen(choice: .init(.orderUnderPenalty, by: joris))
    announced.when(.choose(.orderUnderPenalty, by: joris), on: tuesday).then(again)
    announced.and(again, on: tuesday).when(.announce(2, Depot.intention), on: tuesday)
      .then(
        .intentionAnnounced(
          action: 2, measure: .orderUnderPenalty, intention: Depot.intention))
  }

  @Test func `a view is given once, or waived, before the decision`() {
    let announced = Story.given(Depot.announced)
    announced.when(.receiveView(1, Depot.view), on: nextMonday)
      .then(.viewReceived(action: 1, view: Depot.view))
    announced.when(.receiveView(1, .waived), on: nextMonday)
      .then(.viewReceived(action: 1, view: .waived))
    announced.when(.receiveView(1, Depot.view), on: monday)
      .refuses(.before(.intention, on: tuesday))
    announced.when(.receiveView(2, Depot.view), on: nextMonday).refuses(.unknownAction)
    Story.given(Depot.heard).when(.receiveView(1, .waived), on: nextMonday).refuses(.viewInUse)
    Story.given(Depot.decided).when(.receiveView(1, .waived), on: "2026-03-21")
      .refuses(.alreadyDecided(on: "2026-03-20"))
  }

  @Test func `a decision says what a view did to it`() {
    let silent = Enforcement.Decision(Depot.underPenalty)
    let heard = Story.given(Depot.heard)
    heard.when(.settle(1, Depot.decision), on: "2026-03-20")
      .then(.decided(action: 1, measure: .orderUnderPenalty, decision: Depot.decision))
    heard.when(.settle(1, silent), on: "2026-03-20").refuses(.effectOfViewMissing)
    Story.given(Depot.announced).when(.settle(1, Depot.decision), on: "2026-03-20")
      .refuses(.noViewReceived)
    Story.given(Depot.announced).when(.settle(1, silent), on: "2026-03-20")
      .then(.decided(action: 1, measure: .orderUnderPenalty, decision: silent))
    let waived = Story.given(Depot.announced)
      .and(.viewReceived(action: 1, view: .waived), on: nextMonday)
    waived.when(.settle(1, Depot.decision), on: "2026-03-20").refuses(.noViewReceived)
    waived.when(.settle(1, silent), on: thursday).refuses(.before(.view, on: nextMonday))
  }

  @Test func `where there is no time a decision comes without an intention`() {
    let silent = Enforcement.Decision(Depot.underPenalty)
    Story.given(Depot.chosen).when(.settle(1, silent), on: tuesday)
      .then(.decided(action: 1, measure: .orderUnderPenalty, decision: silent))
    Story.given(Depot.placed).when(.settle(1, silent), on: tuesday).refuses(.nothingChosen)
    Story.given(Depot.decided).when(.settle(1, silent), on: "2026-03-21")
      .refuses(.alreadyDecided(on: "2026-03-20"))
  }

  @Test func `a decision is in the terms of its measure`() {
    let rulings: [Enforcement.Ruling] = [
      .orderUnderCoercion(order: Depot.order), .fine(amount: 500), .other(text: "Waarschuwing"),
    ]
    for ruling in rulings {
      Story.given(Depot.announced).when(.settle(1, .init(ruling)), on: "2026-03-20")
        .refuses(.decisionOfOtherMeasure(.orderUnderPenalty))
    }
    let warned = Story.given(Depot.placed + [Depot.choosing(.warn, on: monday)])
    warned.when(.settle(1, .init(.other(text: "Waarschuwing"))), on: monday)
      .then(
        .decided(action: 1, measure: .warn, decision: .init(.other(text: "Waarschuwing"))))
    warned.when(.settle(1, .init(.fine(amount: 500))), on: monday)
      .refuses(.decisionOfOtherMeasure(.warn))
  }

  @Test func `the other side can respond from the day on which they are asked`() {
    Story.given(Depot.chosen)
      .when(.announce(1, Enforcement.Intention("Dwangsom", viewBy: tuesday)), on: wednesday)
      .refuses(.hearingBeforeIntention)
    // As it could be recorded once.
    let unheard = Enforcement.Intention("Dwangsom", viewBy: tuesday)
    let decided = Enforcement.Dossier().after(
      Depot.chosen + [
        Happening(
          .intentionAnnounced(action: 1, measure: .orderUnderPenalty, intention: unheard),
          on: wednesday),
        Depot.ordered(Depot.underPenalty, as: 1, on: thursday),
      ])
    #expect(
      LegalCheck.warnings(for: decided, others: [], on: thursday)
        .contains(.notHeard(.orderUnderPenalty)))
  }

  @Test func `an order has a term ahead and amounts that can be forfeited`() {
    func settle(_ order: Enforcement.Order, _ penalty: Enforcement.Penalty) -> EnforcementOutcome {
      Story.given(Depot.announced).when(
        .settle(1, .init(.orderUnderPenalty(order: order, penalty: penalty))), on: "2026-03-20")
    }
    settle(.init(remedy: "Vloer", until: "2026-03-19"), Depot.penalty)
      .refuses(.termBeforeDecision)
    settle(Depot.order, .init(0, .perWeek)).refuses(.amountNotPositive)
    settle(Depot.order, .init(1000, .perWeek, maximum: 999)).refuses(.maximumBelowAmount)
    Story.given(Depot.placed + [Depot.choosing(.fine, on: monday)])
      .when(.settle(1, .init(.fine(amount: 0))), on: monday).refuses(.amountNotPositive)
  }

  @Test func `a decision is sent, takes effect and becomes irrevocable, each once and in time`() {
    let decided = Story.given(Depot.decided)
    Story.given(Depot.heard).when(.send(1), on: "2026-03-20").refuses(.notDecided)
    decided.when(.send(1), on: "2026-03-19").refuses(.before(.decision, on: "2026-03-20"))
    decided.when(.send(1), on: "2026-03-21").then(.sent(action: 1))
    decided.when(.takeEffect(1), on: "2026-03-21").refuses(.notSent)
    decided.when(.makeIrrevocable(1), on: "2026-06-01").refuses(.notSent)
    let sent = Story.given(Depot.sent)
    sent.when(.send(1), on: "2026-03-22").refuses(.alreadySent(on: "2026-03-21"))
    sent.when(.takeEffect(1), on: "2026-03-22").then(.tookEffect(action: 1))
    let effective = sent.and(.tookEffect(action: 1), on: "2026-03-22")
    effective.when(.takeEffect(1), on: "2026-03-23").refuses(.alreadyTookEffect(on: "2026-03-22"))
    effective.when(.makeIrrevocable(1), on: "2026-03-21")
      .refuses(.before(.effect, on: "2026-03-22"))
    // Up to and including the last day to object.
    effective.when(.makeIrrevocable(1), on: "2026-05-04")
      .refuses(.contestable(until: "2026-05-04"))
    effective.when(.makeIrrevocable(1), on: "2026-05-05").then(.becameIrrevocable(action: 1))
    effective.when(.makeIrrevocable(1), on: "2026-06-01").then(.becameIrrevocable(action: 1))
    effective.and(.becameIrrevocable(action: 1), on: "2026-06-01")
      .when(.makeIrrevocable(1), on: "2026-06-02").refuses(.alreadyIrrevocable(on: "2026-06-01"))
  }

  @Test func `an objection comes after sending and is settled once`() {
    Story.given(Depot.decided).when(.receiveObjection(1), on: "2026-04-01").refuses(.notSent)
    let sent = Story.given(Depot.sent)
    sent.when(.receiveObjection(1), on: "2026-03-20").refuses(.before(.sending, on: "2026-03-21"))
    sent.when(.receiveObjection(1), on: "2026-04-01").then(.objectionReceived(action: 1))
    sent.when(.settleObjection(1, .unfounded, reason: "x"), on: "2026-04-01")
      .refuses(.noObjection)
    let objected = sent.and(.objectionReceived(action: 1), on: "2026-04-01")
    objected.when(.receiveObjection(1), on: "2026-04-02").refuses(.objectionInUse)
    objected.when(.settleObjection(1, .unfounded, reason: "x"), on: "2026-03-31")
      .refuses(.before(.objection, on: "2026-04-01"))
    objected.when(.settleObjection(1, .unfounded, reason: "x"), on: "2026-05-01")
      .then(.objectionSettled(action: 1, outcome: .unfounded, reason: "x"))
    let settled = objected.and(
      .objectionSettled(action: 1, outcome: .unfounded, reason: "x"), on: "2026-05-01")
    settled.when(.settleObjection(1, .revoked, reason: "x"), on: "2026-05-02")
      .refuses(.objectionSettled(on: "2026-05-01"))
    settled.when(.takeEffect(1), on: "2026-05-02").then(.tookEffect(action: 1))
    objected.when(.makeIrrevocable(1), on: "2026-06-01")
      .refuses(.objectionPending(since: "2026-04-01"))
    settled.when(.makeIrrevocable(1), on: "2026-04-30")
      .refuses(.before(.objection, on: "2026-05-01"))
    // Six weeks to appeal against what the objection came to.
    settled.when(.makeIrrevocable(1), on: "2026-06-12")
      .refuses(.contestable(until: "2026-06-12"))
    settled.when(.makeIrrevocable(1), on: "2026-06-13").then(.becameIrrevocable(action: 1))
  }

  @Test func `the term to object is six weeks after sending and does not end in a weekend`() {
    // Saturday 21 March and six weeks is Saturday 2 May; Monday 4 May follows.
    let action = Enforcement.Dossier().after(Depot.sent).actions[1]
    #expect(action?.objectionUntil == "2026-05-04")
    func objected(on day: Day) -> Enforcement.Action? {
      let history = Depot.sent + [Happening(.objectionReceived(action: 1), on: day)]
      return Enforcement.Dossier().after(history).actions[1]
    }
    #expect(objected(on: "2026-05-04")?.isObjectionLate == false)
    #expect(objected(on: "2026-05-05")?.isObjectionLate == true)
  }

  @Test func `nothing follows on what was withdrawn or revoked`() {
    let withdrawn = Story.given(Depot.sent)
      .and(.withdrawn(action: 1, reason: "Fout"), on: "2026-04-01")
    withdrawn.when(.takeEffect(1), on: "2026-04-02").refuses(.actionOver(on: "2026-04-01"))
    withdrawn.when(.withdraw(1, reason: "x"), on: "2026-04-02")
      .refuses(.actionOver(on: "2026-04-01"))
    Story.given(Depot.sent).when(.withdraw(1, reason: "x"), on: "2026-03-20")
      .refuses(.before(.lastStep, on: "2026-03-21"))
    for outcome: Enforcement.ObjectionOutcome in [.revised, .revoked] {
      Story.given(Depot.sent).and(.objectionReceived(action: 1), on: "2026-04-01")
        .and(.objectionSettled(action: 1, outcome: outcome, reason: "x"), on: "2026-05-01")
        .when(.forfeit(1, times: 1), on: "2026-05-08").refuses(.actionOver(on: "2026-05-01"))
    }
  }
}
