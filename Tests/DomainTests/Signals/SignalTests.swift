import Domain
import EventSourcing
import TestCast
import TestSupport
import Testing

private typealias Story = Scenario<Signal>

/// The signal that fireworks carry a mark they do not deserve.
enum Fireworks {
  static let asking = message(.askingAction)
  static let informing = message(.informing)
  static let origin = Signal.Origin.decision(reference: DecisionReference(1, 1))
  static let response = Signal.PolicyResponse("We passen de regels aan", from: "Directie Omgeving")
  static let raised = raised(asking, dueOn: nextMonday)
  static let sent = [raised, .sent(on: tuesday)]
  static let sentInforming = [raised(informing, dueOn: nil), .sent(on: tuesday)]
  static let responded = sent + [.responded(id: 1, response: response, on: wednesday)]

  static func message(_ kind: Signal.Kind) -> Signal.Message {
    Signal.Message(
      title: "CE-markering vuurwerk", text: "75 procent voldoet niet", kind: kind,
      addressee: .minister)
  }

  static func raised(_ message: Signal.Message, dueOn: Day?) -> Signal.Event {
    .raised(
      message: message, organisation: inspectorate, origin: origin, dueOn: dueOn,
      isPublic: false, on: monday)
  }

  static func raise(_ message: Signal.Message, dueOn: Day?) -> Signal.Command {
    .raise(
      message, organisation: inspectorate, origin: origin, dueOn: dueOn, isPublic: false,
      on: monday)
  }
}

struct SignalTests {
  @Test func `a signal is raised once`() {
    Story.given().when(Fireworks.raise(Fireworks.asking, dueOn: nextMonday))
      .then(Fireworks.raised)
    Story.given(Fireworks.raised).when(Fireworks.raise(Fireworks.asking, dueOn: nextMonday))
      .refuses(.alreadyRaised)
  }

  @Test func `asking action takes a day by which, informing does not`() {
    Story.given().when(Fireworks.raise(Fireworks.asking, dueOn: nil)).refuses(.dueDayMissing)
    Story.given().when(Fireworks.raise(Fireworks.informing, dueOn: nil))
      .then(Fireworks.raised(Fireworks.informing, dueOn: nil))
    Story.given().when(Fireworks.raise(Fireworks.informing, dueOn: sunday))
      .refuses(.dueBeforeRaised(on: monday))
  }

  @Test(
    arguments: [
      .revise(Fireworks.asking, on: monday), .send(on: monday),
      .respond(1, Fireworks.response, on: monday), .treat(on: monday), .handle(on: monday),
      .reopen(reason: "Nieuw", on: monday), .reschedule(dueOn: monday, reason: "x", on: monday),
      .publish(on: monday), .withhold(reason: "x", on: monday),
    ] as [Signal.Command])
  func `nothing happens to a signal that was not raised`(command: Signal.Command) {
    Story.given().when(command).refuses(.notRaised)
  }

  @Test func `its words are free until it is sent`() {
    let informing = Story.given(Fireworks.raised(Fireworks.informing, dueOn: nil))
    Story.given(Fireworks.raised).when(.revise(Fireworks.informing, on: monday))
      .then(.revised(message: Fireworks.informing, on: monday))
    informing.when(.revise(Fireworks.informing, on: monday)).nothingHappens()
    informing.when(.revise(Fireworks.asking, on: monday)).refuses(.dueDayMissing)
    informing.when(.revise(Fireworks.asking, dueOn: sunday, on: monday))
      .refuses(.dueBeforeRaised(on: monday))
    informing.when(.revise(Fireworks.asking, dueOn: nextMonday, on: monday))
      .then(.revised(message: Fireworks.asking, dueOn: nextMonday, on: monday))
    let asking = Signal.state(
      after: [
        Fireworks.raised(Fireworks.informing, dueOn: nil),
        .revised(message: Fireworks.asking, dueOn: nextMonday, on: monday),
      ]
    ).dossier
    #expect(asking?.message == Fireworks.asking && asking?.dueOn == nextMonday)
    Story.given(Fireworks.sent).when(.revise(Fireworks.informing, on: wednesday))
      .refuses(.alreadySent(on: tuesday))
  }

  @Test func `it is sent once, and not before it was raised`() {
    Story.given(Fireworks.raised).when(.send(on: tuesday)).then(.sent(on: tuesday))
    Story.given(Fireworks.raised).when(.send(on: sunday)).refuses(.beforeRaised(on: monday))
    Story.given(Fireworks.sent).when(.send(on: wednesday)).refuses(.alreadySent(on: tuesday))
  }

  @Test func `a response answers what was sent`() {
    Story.given(Fireworks.raised).when(.respond(1, Fireworks.response, on: tuesday))
      .refuses(.notSent)
    Story.given(Fireworks.sent).when(.respond(1, Fireworks.response, on: monday))
      .refuses(.beforeSent(on: tuesday))
    Story.given(Fireworks.sent).when(.respond(1, Fireworks.response, on: wednesday))
      .then(.responded(id: 1, response: Fireworks.response, on: wednesday))
    Story.given(Fireworks.responded).when(.respond(1, Fireworks.response, on: wednesday))
      .refuses(.identifierInUse)
    Story.given(Fireworks.responded).and(.handled(on: wednesday))
      .when(.respond(2, Fireworks.response, on: nextMonday))
      .then(.responded(id: 2, response: Fireworks.response, on: nextMonday))
  }

  @Test func `it goes from open to in treatment`() {
    Story.given(Fireworks.raised).when(.treat(on: tuesday)).refuses(.notSent)
    Story.given(Fireworks.sent).when(.treat(on: wednesday))
      .then(.takenInTreatment(on: wednesday))
    Story.given(Fireworks.sent).and(.takenInTreatment(on: wednesday))
      .when(.treat(on: wednesday)).nothingHappens()
    Story.given(Fireworks.responded).and(.handled(on: wednesday))
      .when(.treat(on: wednesday)).refuses(.alreadyHandled)
  }

  @Test func `asking action is handled with a response, informing without`() {
    Story.given(Fireworks.raised).when(.handle(on: wednesday)).refuses(.notSent)
    Story.given(Fireworks.sent).when(.handle(on: wednesday)).refuses(.responseMissing)
    Story.given(Fireworks.responded).when(.handle(on: wednesday)).then(.handled(on: wednesday))
    Story.given(Fireworks.sentInforming).when(.handle(on: wednesday))
      .then(.handled(on: wednesday))
    Story.given(Fireworks.sentInforming).and(.takenInTreatment(on: tuesday))
      .when(.handle(on: wednesday)).then(.handled(on: wednesday))
    Story.given(Fireworks.sentInforming).and(.handled(on: wednesday))
      .when(.handle(on: wednesday)).nothingHappens()
  }

  @Test func `what was handled reopens for a reason`() {
    Story.given(Fireworks.sent).when(.reopen(reason: "Nieuw", on: nextMonday))
      .refuses(.notHandled)
    let handled = Story.given(Fireworks.responded).and(.handled(on: wednesday))
    handled.when(.reopen(reason: "Nieuw", on: nextMonday))
      .then(.reopened(reason: "Nieuw", on: nextMonday))
    handled.and(.reopened(reason: "Nieuw", on: nextMonday)).when(.treat(on: nextMonday))
      .nothingHappens()
  }

  @Test func `the day by which moves for a reason`() {
    let story = Story.given(Fireworks.sent)
    story.when(.reschedule(dueOn: wednesday, reason: "Haast", on: tuesday))
      .then(.rescheduled(dueOn: wednesday, reason: "Haast", on: tuesday))
    story.when(.reschedule(dueOn: nextMonday, reason: "Haast", on: tuesday)).nothingHappens()
    story.when(.reschedule(dueOn: sunday, reason: "Haast", on: tuesday))
      .refuses(.dueBeforeRaised(on: monday))
    Story.given(Fireworks.responded).and(.handled(on: wednesday))
      .when(.reschedule(dueOn: wednesday, reason: "Haast", on: wednesday))
      .refuses(.alreadyHandled)
  }

  @Test func `nothing of a signal happened before it was raised`() {
    let story = Story.given(Fireworks.raised)
    for command: Signal.Command in [
      .revise(Fireworks.informing, on: sunday), .send(on: sunday), .publish(on: sunday),
      .reschedule(dueOn: tuesday, reason: "x", on: sunday),
    ] {
      story.when(command).refuses(.beforeRaised(on: monday))
    }
    story.and(.published(on: tuesday)).when(.withhold(reason: "x", on: monday))
      .refuses(.beforePublicity(on: tuesday))
  }

  @Test func `what is sent is what was written last`() {
    let revised = Story.given(Fireworks.raised)
      .and(.revised(message: Fireworks.informing, on: wednesday))
    revised.when(.send(on: tuesday)).refuses(.beforeRevised(on: wednesday))
    revised.when(.revise(Fireworks.asking, on: tuesday)).refuses(.beforeRevised(on: wednesday))
    revised.when(.send(on: wednesday)).then(.sent(on: wednesday))
  }

  @Test func `one status follows the other in time`() {
    Story.given(Fireworks.sent).and(.takenInTreatment(on: nextMonday))
      .and(.responded(id: 1, response: Fireworks.response, on: wednesday))
      .when(.handle(on: wednesday)).refuses(.beforeStatus(on: nextMonday))
    Story.given(Fireworks.responded).when(.handle(on: tuesday))
      .refuses(.beforeResponse(on: wednesday))
    Story.given(Fireworks.responded).and(.handled(on: nextMonday))
      .when(.reopen(reason: "Nieuw", on: wednesday)).refuses(.beforeStatus(on: nextMonday))
  }

  @Test func `it is published and withheld`() {
    let story = Story.given(Fireworks.raised)
    story.when(.publish(on: monday)).then(.published(on: monday))
    story.when(.withhold(reason: "Lopend onderzoek", on: monday)).nothingHappens()
    let published = story.and(.published(on: monday))
    published.when(.publish(on: monday)).nothingHappens()
    published.when(.withhold(reason: "Lopend onderzoek", on: tuesday))
      .then(.withheld(reason: "Lopend onderzoek", on: tuesday))
  }
}
