public import EventSourcing

/// A signal: what the inspectorate sees and others should know, or act on.
///
/// Its words are free until it is sent; then they stand. One that asks action needs a day by which an
/// answer is due, and a policy response before it is handled.
public enum Signal: Decider {
  /// What may be asked of a signal.
  public enum Command: Equatable, Sendable {
    case raise(
      Message, organisation: Line, origin: Origin, dueOn: Day?, isPublic: Bool, on: Day)
    /// `dueOn` is the day by which an answer is due, nil when it stands as it was.
    case revise(Message, dueOn: Day? = nil, on: Day)
    case send(on: Day)
    case respond(ResponseID, PolicyResponse, on: Day)
    case treat(on: Day)
    case handle(on: Day)
    /// Back from handled to in treatment.
    case reopen(reason: Prose, on: Day)
    case reschedule(dueOn: Day, reason: Prose, on: Day)
    case publish(on: Day)
    case withhold(reason: Prose, on: Day)
  }

  /// What can have happened to a signal.
  public enum Event: Codable, Equatable, Sendable {
    case raised(
      message: Message, organisation: Line, origin: Origin, dueOn: Day?, isPublic: Bool, on: Day)
    /// `dueOn` is the day by which an answer is due, nil when it stands as it was.
    case revised(message: Message, dueOn: Day? = nil, on: Day)
    case sent(on: Day)
    case responded(id: ResponseID, response: PolicyResponse, on: Day)
    case takenInTreatment(on: Day)
    case handled(on: Day)
    case reopened(reason: Prose, on: Day)
    case rescheduled(dueOn: Day, reason: Prose, on: Day)
    case published(on: Day)
    case withheld(reason: Prose, on: Day)
  }

  /// Why a command on a signal is refused, with what a person needs to know to do otherwise.
  public enum Refusal: Error, Equatable, Sendable {
    case alreadyRaised
    case notRaised
    /// A signal that asks action needs a day by which an answer is due.
    case dueDayMissing
    case dueBeforeRaised(on: Day)
    case alreadySent(on: Day)
    case notSent
    case beforeRaised(on: Day)
    case beforeSent(on: Day)
    /// Its words were last changed on that day.
    case beforeRevised(on: Day)
    /// On that day it came to the status that it has.
    case beforeStatus(on: Day)
    /// The first policy response came on that day.
    case beforeResponse(on: Day)
    /// It was last published or withheld on that day.
    case beforePublicity(on: Day)
    case alreadyHandled
    case notHandled
    /// A signal that asks action cannot be handled without a policy response.
    case responseMissing
    case identifierInUse
  }

  /// What a signal is at some moment: not there yet, or all that the rules look at.
  public enum State: Equatable, Sendable {
    case unraised
    case raised(Dossier)
  }

  public static let category = "signal"
  public static let initial = State.unraised

  /// A new wording can say since its second shape by which day an answer is due; what was kept under the
  /// first says nothing of that day, which stood.
  public static let upcasters = [Upcaster("revised", from: 1) { $0 }]

  public static func decide(_ command: Command, _ state: State) throws(Refusal) -> [Event] {
    switch (command, state) {
    case (
      .raise(let message, let organisation, let origin, let dueOn, let isPublic, let day),
      .unraised
    ):
      try message.check(dueOn: dueOn, raisedOn: day)
      return [
        .raised(
          message: message, organisation: organisation, origin: origin, dueOn: dueOn,
          isPublic: isPublic, on: day)
      ]
    case (.raise, .raised): throw .alreadyRaised
    case (.revise, .unraised), (.send, .unraised), (.respond, .unraised), (.treat, .unraised),
      (.handle, .unraised), (.reopen, .unraised), (.reschedule, .unraised),
      (.publish, .unraised), (.withhold, .unraised):
      throw .notRaised
    case (_, .raised(let dossier)): return try dossier.decide(command)
    }
  }

  public static func evolve(_ state: State, _ event: Event) -> State {
    switch (event, state) {
    case (
      .raised(let message, let organisation, let origin, let dueOn, let isPublic, let day), _
    ):
      .raised(
        Dossier(
          organisation: organisation, origin: origin, raisedOn: day, message: message,
          dueOn: dueOn, isPublic: isPublic))
    case (_, .unraised): .unraised
    case (_, .raised(let dossier)): .raised(dossier.after(event))
    }
  }
}
