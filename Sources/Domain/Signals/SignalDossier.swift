extension Signal {
  /// All that a signal is now.
  public struct Dossier: Equatable, Sendable {
    public let organisation: Line
    public let origin: Origin
    public let raisedOn: Day
    public internal(set) var message: Message
    public internal(set) var dueOn: Day?
    public internal(set) var isPublic: Bool
    public internal(set) var sentOn: Day?
    public internal(set) var status = Status.open
    public internal(set) var responses = Register<ResponseID, Response>()
    /// The day on which its words were last changed.
    var wordedOn: Day
    /// The day on which it came to its status; nil while it was not sent.
    var statusSince: Day?
    /// The day since which it is public, or is not.
    var publicitySince: Day

    /// A policy response and the day it came.
    public struct Response: Equatable, Sendable {
      public let response: PolicyResponse
      public let on: Day
    }

    init(
      organisation: Line, origin: Origin, raisedOn day: Day, message: Message, dueOn: Day?,
      isPublic: Bool
    ) {
      self.organisation = organisation
      self.origin = origin
      raisedOn = day
      self.message = message
      self.dueOn = dueOn
      self.isPublic = isPublic
      wordedOn = day
      publicitySince = day
    }
  }
}

extension Signal.Message {
  func check(dueOn: Day?, raisedOn: Day) throws(Signal.Refusal) {
    if kind == .askingAction, dueOn == nil { throw .dueDayMissing }
    if let dueOn, dueOn < raisedOn { throw .dueBeforeRaised(on: raisedOn) }
  }
}

extension Signal.Dossier {
  func decide(_ command: Signal.Command) throws(Signal.Refusal) -> [Signal.Event] {
    switch command {
    case .raise: throw .alreadyRaised
    case .revise(let message, let dueOn, let day): try revise(message, dueOn: dueOn, on: day)
    case .send(let day): try send(on: day)
    case .respond(let id, let response, let day): try respond(response, as: id, on: day)
    case .treat(let day): try treat(on: day)
    case .handle(let day): try handle(on: day)
    case .reopen(let reason, let day): try reopen(reason, on: day)
    case .reschedule(let dueOn, let reason, let day): try reschedule(dueOn, reason, on: day)
    case .publish(let day): try publish(on: day)
    case .withhold(let reason, let day): try withhold(reason, on: day)
    }
  }

  private func revise(
    _ message: Signal.Message, dueOn: Day?, on day: Day
  ) throws(Signal.Refusal) -> [Signal.Event] {
    if let sentOn { throw .alreadySent(on: sentOn) }
    try message.check(dueOn: dueOn ?? self.dueOn, raisedOn: raisedOn)
    let changed = dueOn == self.dueOn ? nil : dueOn
    guard message != self.message || changed != nil else { return [] }
    try checkWorded(by: day)
    return [.revised(message: message, dueOn: changed, on: day)]
  }

  private func send(on day: Day) throws(Signal.Refusal) -> [Signal.Event] {
    if let sentOn { throw .alreadySent(on: sentOn) }
    try checkWorded(by: day)
    return [.sent(on: day)]
  }

  /// A response that comes after the signal was handled is kept too; it changes no status.
  private func respond(
    _ response: Signal.PolicyResponse, as id: ResponseID, on day: Day
  ) throws(Signal.Refusal) -> [Signal.Event] {
    try checkSent(by: day)
    guard responses[id] == nil else { throw .identifierInUse }
    return [.responded(id: id, response: response, on: day)]
  }

  private func treat(on day: Day) throws(Signal.Refusal) -> [Signal.Event] {
    try checkSent(by: day)
    switch status {
    case .open:
      try checkStatus(by: day)
      return [.takenInTreatment(on: day)]
    case .inTreatment: return []
    case .handled: throw .alreadyHandled
    }
  }

  private func handle(on day: Day) throws(Signal.Refusal) -> [Signal.Event] {
    try checkSent(by: day)
    switch status {
    case .open, .inTreatment: try checkStatus(by: day)
    case .handled: return []
    }
    switch message.kind {
    case .askingAction:
      guard let first = responses.entries.map(\.value.on).min() else { throw .responseMissing }
      guard day >= first else { throw .beforeResponse(on: first) }
    case .informing: break
    }
    return [.handled(on: day)]
  }

  private func reopen(_ reason: Prose, on day: Day) throws(Signal.Refusal) -> [Signal.Event] {
    guard status == .handled else { throw .notHandled }
    try checkStatus(by: day)
    return [.reopened(reason: reason, on: day)]
  }

  private func reschedule(
    _ dueOn: Day, _ reason: Prose, on day: Day
  ) throws(Signal.Refusal) -> [Signal.Event] {
    guard status != .handled else { throw .alreadyHandled }
    guard dueOn >= raisedOn else { throw .dueBeforeRaised(on: raisedOn) }
    guard dueOn != self.dueOn else { return [] }
    guard day >= raisedOn else { throw .beforeRaised(on: raisedOn) }
    return [.rescheduled(dueOn: dueOn, reason: reason, on: day)]
  }

  private func publish(on day: Day) throws(Signal.Refusal) -> [Signal.Event] {
    guard !isPublic else { return [] }
    try checkPublicity(by: day)
    return [.published(on: day)]
  }

  private func withhold(_ reason: Prose, on day: Day) throws(Signal.Refusal) -> [Signal.Event] {
    guard isPublic else { return [] }
    try checkPublicity(by: day)
    return [.withheld(reason: reason, on: day)]
  }
}

/// On which days things can have happened.
extension Signal.Dossier {
  private func checkWorded(by day: Day) throws(Signal.Refusal) {
    guard day >= raisedOn else { throw .beforeRaised(on: raisedOn) }
    guard day >= wordedOn else { throw .beforeRevised(on: wordedOn) }
  }

  private func checkStatus(by day: Day) throws(Signal.Refusal) {
    if let statusSince, day < statusSince { throw .beforeStatus(on: statusSince) }
  }

  private func checkPublicity(by day: Day) throws(Signal.Refusal) {
    guard day >= raisedOn else { throw .beforeRaised(on: raisedOn) }
    guard day >= publicitySince else { throw .beforePublicity(on: publicitySince) }
  }

  private func checkSent(by day: Day) throws(Signal.Refusal) {
    guard let sentOn else { throw .notSent }
    guard day >= sentOn else { throw .beforeSent(on: sentOn) }
  }
}
