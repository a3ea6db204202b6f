import Domain
import EventSourcing
import TestCast
import TestSupport
import Testing

private typealias Story = Scenario<Account>

struct ErasureTests {
  private let asked = Story.given(Joris.opened).and(Joris.left).and(Joris.requested)

  @Test func `somebody who left is erased after two others agreed, and not before`() {
    let left = Story.given(Joris.opened).and(Joris.left)
    left.when(Joris.requesting).then(Joris.requested)
    asked.when(.erasure(.approve(4, by: amina), on: wednesday)).then(Joris.approved)
    asked.when(.erasure(.complete(4, Joris.proof), on: wednesday)).refuses(.erasureNotApproved)
    asked.and(Joris.approved).when(.erasure(.complete(4, Joris.proof), on: wednesday))
      .then(.erased(id: 4, proof: Joris.proof, on: wednesday))
  }

  @Test func `who still works here is not erased`() {
    Story.given(Joris.opened).when(Joris.requesting).refuses(.notClosed)
  }

  @Test func `nobody approves what they asked, nor anything about themselves`() {
    let left = Story.given(Joris.opened).and(Joris.left)
    left.when(.erasure(.request(4, Joris.erasure, by: joris), on: wednesday)).refuses(.toOneself)
    asked.when(.erasure(.approve(4, by: noor), on: wednesday)).refuses(.sameEyes)
    asked.when(.erasure(.approve(4, by: joris), on: wednesday)).refuses(.toOneself)
    asked.when(.erasure(.approve(9, by: amina), on: wednesday)).refuses(.unknownErasure)
  }

  @Test func `who took emergency access is not erased before somebody looked it over`() {
    let taken = Story.given(Joris.opened)
      .and(.glassBroken(id: 1, emergency: Joris.emergency, on: monday))
      .and(Joris.left).and(Joris.requested)
    taken.when(.erasure(.approve(4, by: amina), on: wednesday)).refuses(.emergencyNotReviewed)
    taken.and(.emergencyReviewed(id: 1, finding: "Terecht", by: noor, on: tuesday))
      .when(.erasure(.approve(4, by: amina), on: wednesday)).then(Joris.approved)
  }

  @Test func `what must be kept is not erased, until that day or until it is lifted`() {
    let held = Story.given(Joris.opened).and(.held(id: 5, hold: Joris.hold, by: amina, on: monday))
      .and(Joris.left).and(Joris.requested)
    held.when(.erasure(.approve(4, by: amina), on: wednesday))
      .refuses(.onHold(until: wednesday))
    held.when(.erasure(.approve(4, by: amina), on: thursday))
      .then(.erasureApproved(id: 4, by: amina, on: thursday))
    held.and(.holdLifted(id: 5, reason: "Uitspraak", by: amina, on: wednesday))
      .when(.erasure(.approve(4, by: amina), on: wednesday)).then(Joris.approved)
    Story.given(Joris.opened)
      .when(.erasure(.hold(5, Account.Hold("Oud", until: monday), by: amina), on: tuesday))
      .refuses(.holdIsPast)
    Story.given(Joris.opened).when(.erasure(.liftHold(5, reason: "x", by: amina), on: tuesday))
      .refuses(.unknownHold)
  }

  @Test func `a wish that was declined may be made again`() {
    asked.when(.erasure(.request(6, Joris.erasure, by: noor), on: wednesday))
      .refuses(.erasureRequested)
    let declined = Account.Event.erasureDeclined(
      id: 4, reason: "Nog niet", by: amina, on: wednesday)
    asked.when(.erasure(.decline(4, reason: "Nog niet", by: amina), on: wednesday)).then(declined)
    asked.and(declined).when(.erasure(.request(6, Joris.erasure, by: noor), on: wednesday))
      .then(.erasureRequested(id: 6, erasure: Joris.erasure, by: noor, on: wednesday))
  }

  @Test func `an account that waits to be erased is not opened again`() {
    asked.when(.reopen(reason: "Terug", on: wednesday)).refuses(.erasureRequested)
    let approved = asked.and(Joris.approved)
    for command in [
      .reopen(reason: "Terug", on: wednesday),
      .erasure(.hold(6, Joris.hold, by: amina), on: wednesday),
      .erasure(.decline(4, reason: "Toch niet", by: amina), on: wednesday),
    ] as [Account.Command] {
      approved.when(command).refuses(.erasureApproved)
    }
  }

  @Test func `nothing happens any more to who was erased, and no name is left`() {
    let erased = asked.and(Joris.approved)
      .and(.erased(id: 4, proof: Joris.proof, on: wednesday))
    for command in [
      .reopen(reason: "Terug", on: thursday), .restate(Joris.profile, on: thursday),
      Joris.requesting, .erasure(.complete(4, Joris.proof), on: thursday),
    ] as [Account.Command] {
      erased.when(command).refuses(.erased(on: wednesday))
    }
    let state = Account.state(after: [
      Joris.opened, Joris.left, Joris.requested, Joris.approved,
      .erased(id: 4, proof: Joris.proof, on: wednesday),
    ])
    #expect(state.dossier?.profile == .erased)
  }
}
