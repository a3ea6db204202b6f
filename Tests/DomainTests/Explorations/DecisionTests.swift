import Domain
import EventSourcing
import TestCast
import TestSupport
import Testing

private typealias Story = Scenario<Exploration>

struct DecisionTests {
  @Test func `a decision is proposed on a complete exploration`() {
    Story.given(Taxi.complete).when(.propose(1, Taxi.proposal, on: tuesday))
      .then(.decisionProposed(id: 1, proposal: Taxi.proposal, on: tuesday))
  }

  @Test func `an incomplete exploration says what it lacks`() {
    Story.given(Array(Taxi.complete.dropLast(2))).when(.propose(1, Taxi.proposal, on: tuesday))
      .refuses(.incomplete([.parties, .argument]))
    Story.given().when(.propose(1, Taxi.proposal, on: tuesday)).refuses(.notOpened)
  }

  @Test func `one decision is proposed at a time`() {
    Story.given(Taxi.proposed).when(.propose(2, Taxi.proposal, on: tuesday))
      .refuses(.proposalPending(1))
    Story.given(Taxi.decided).when(.propose(2, Taxi.proposal, on: nextMonday))
      .refuses(.decided(1))
  }

  @Test func `a proposal has an identity of its own`() {
    Story.given(Taxi.proposed)
      .and(.proposalWithdrawn(id: 1, by: noor, reason: "Nog niet", on: tuesday))
      .when(.propose(1, Taxi.proposal, on: tuesday)).refuses(.identifierInUse)
  }

  @Test func `a decision is not proposed before the exploration began`() {
    Story.given(Taxi.complete).when(.propose(1, Taxi.proposal, on: sunday))
      .refuses(.proposedBeforeOpened(on: monday))
  }

  @Test func `a decision is not proposed while the exploration was closed`() {
    let withdrawn = Exploration.Event.proposalWithdrawn(
      id: 1, by: noor, reason: "Nog niet", on: nextMonday)
    let reopened = Exploration.Event.reopened(by: noor, reason: "Nieuw", on: nextMonday)
    Story.given(Taxi.proposed).and(withdrawn).when(.propose(2, Taxi.proposal, on: wednesday))
      .refuses(.proposedBeforeOpened(on: nextMonday))
    Story.given(Taxi.decided).and(reopened).when(.propose(2, Taxi.proposal, on: wednesday))
      .refuses(.proposedBeforeOpened(on: nextMonday))
  }

  @Test func `a proposal is not withdrawn before it was made`() {
    Story.given(Taxi.proposed)
      .when(.withdrawProposal(1, by: noor, reason: "Nog niet", on: monday))
      .refuses(.withdrawnBeforeProposed(on: tuesday))
  }

  @Test func `doing nothing has a later day to look again`() {
    let soon = Taxi.proposal(.noAction(lookAgainOn: tuesday))
    Story.given(Taxi.complete).when(.propose(1, soon, on: tuesday))
      .refuses(.lookAgainNotAfter(tuesday))
    let proposed = Exploration.Event.decisionProposed(
      id: 1, proposal: Taxi.proposal(.noAction(lookAgainOn: wednesday)), on: tuesday)
    let story = Story.given(Taxi.complete).and(proposed)
    story.when(.decide(1, .adopt, Taxi.ruling, on: wednesday))
      .refuses(.lookAgainNotAfter(wednesday))
    story.when(.decide(1, .reject, Taxi.ruling, on: wednesday))
      .then(.decisionRejected(id: 1, ruling: Taxi.ruling, on: wednesday))
    story.when(.decide(1, .adopt, Taxi.ruling, on: tuesday))
      .then(.decisionAdopted(id: 1, ruling: Taxi.ruling, on: tuesday))
  }

  @Test func `someone else than the proposer decides`() {
    let own = Exploration.Ruling(by: noor, grounds: "Goed idee van mij")
    Story.given(Taxi.proposed).when(.decide(1, .adopt, own, on: wednesday))
      .refuses(.proposerCannotDecide(noor))
    Story.given(Taxi.proposed).when(.decide(1, .reject, own, on: wednesday))
      .refuses(.proposerCannotDecide(noor))
    Story.given(Taxi.proposed).when(.decide(1, .adopt, Taxi.ruling, on: wednesday))
      .then(.decisionAdopted(id: 1, ruling: Taxi.ruling, on: wednesday))
  }

  @Test func `a decision comes after its proposal`() {
    Story.given(Taxi.proposed).when(.decide(1, .adopt, Taxi.ruling, on: monday))
      .refuses(.decidedBeforeProposed(on: tuesday))
  }

  @Test(arguments: [Taxi.complete, Taxi.decided])
  func `what is not proposed is not decided or withdrawn`(history: [Exploration.Event]) {
    Story.given(history).when(.decide(1, .adopt, Taxi.ruling, on: wednesday))
      .refuses(.notProposed)
    Story.given(history).when(.withdrawProposal(1, by: noor, reason: "Nee", on: wednesday))
      .refuses(.notProposed)
  }

  @Test func `another proposal than the pending one is not decided or withdrawn`() {
    Story.given(Taxi.proposed).when(.decide(2, .adopt, Taxi.ruling, on: wednesday))
      .refuses(.notProposed)
    Story.given(Taxi.proposed).when(.withdrawProposal(2, by: noor, reason: "Nee", on: wednesday))
      .refuses(.notProposed)
  }

  @Test func `nothing is decided, withdrawn or reopened before it is opened`() {
    Story.given().when(.decide(1, .adopt, Taxi.ruling, on: monday)).refuses(.notOpened)
    Story.given().when(.withdrawProposal(1, by: noor, reason: "Nee", on: monday))
      .refuses(.notOpened)
    Story.given().when(.reopen(by: noor, reason: "Nieuw", on: monday)).refuses(.notOpened)
  }

  @Test func `a proposal withdrawn gives the words back`() {
    Story.given(Taxi.proposed)
      .when(.withdrawProposal(1, by: noor, reason: "Nog niet", on: wednesday))
      .then(.proposalWithdrawn(id: 1, by: noor, reason: "Nog niet", on: wednesday))
    Story.given(Taxi.proposed)
      .and(.proposalWithdrawn(id: 1, by: noor, reason: "Nog niet", on: wednesday))
      .when(.propose(2, Taxi.proposal, on: wednesday))
      .then(.decisionProposed(id: 2, proposal: Taxi.proposal, on: wednesday))
  }

  @Test func `after a rejection the work goes on`() {
    Story.given(Taxi.proposed)
      .and(.decisionRejected(id: 1, ruling: Taxi.ruling, on: wednesday))
      .when(.revise(.retitle("Taxi"), on: wednesday))
      .then(.retitled(title: "Taxi", on: wednesday))
  }

  @Test func `a decided exploration reopens for a reason, and the decision stays`() {
    let reopened = Exploration.Event.reopened(by: noor, reason: "Nieuw", on: nextMonday)
    Story.given(Taxi.decided).when(.reopen(by: noor, reason: "Nieuw", on: nextMonday))
      .then(reopened)
    let dossier = Exploration.state(after: Taxi.decided + [reopened]).dossier
    #expect(dossier?.decisions[1]?.fate == .adopted(Taxi.ruling, on: wednesday))
    #expect(dossier?.decisions[1]?.adoptedOn == wednesday)
  }

  @Test func `only what is decided reopens, and not before it was`() {
    Story.given(Taxi.complete).when(.reopen(by: noor, reason: "Nieuw", on: nextMonday))
      .refuses(.notDecided)
    Story.given(Taxi.proposed).when(.reopen(by: noor, reason: "Nieuw", on: nextMonday))
      .refuses(.notDecided)
    Story.given(Taxi.decided).when(.reopen(by: noor, reason: "Nieuw", on: tuesday))
      .refuses(.reopenedBeforeDecided(on: wednesday))
  }

  @Test func `a programme and a signal begin elsewhere, the rest stays here`() {
    #expect(Exploration.Outcome.programme(id: 4).followUp == .establish(4))
    #expect(Exploration.Outcome.signal(id: 5).followUp == .raise(5))
    let inside: [Exploration.Outcome] = [
      .project(description: "Pilot", owner: noor), .noAction(lookAgainOn: monday),
      .lineActivity(description: "Vergunningen", owner: noor),
    ]
    #expect(inside.allSatisfy { $0.followUp == nil })
    #expect(inside.map(\.kind) == [.project, .noAction, .lineActivity])
    #expect(Exploration.Outcome.programme(id: 4).kind == .programme)
    #expect(Exploration.Outcome.signal(id: 5).kind == .signal)
  }

  @Test func `the pending proposal is found while it is pending`() {
    #expect(Exploration.state(after: Taxi.proposed).pending?.id == 1)
    #expect(Exploration.state(after: Taxi.proposed).pending?.decision.proposal == Taxi.proposal)
    #expect(Exploration.state(after: Taxi.complete).pending == nil)
    #expect(Exploration.state(after: Taxi.decided).pending == nil)
  }
}
