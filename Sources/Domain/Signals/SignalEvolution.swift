extension Signal.Dossier {
  /// This dossier with what `event` says.
  func after(_ event: Signal.Event) -> Signal.Dossier {
    var dossier = self
    dossier.apply(event)
    return dossier
  }

  private mutating func apply(_ event: Signal.Event) {
    switch event {
    case .raised: break
    case .revised(let message, let dueOn, let day):
      self.message = message
      self.dueOn = dueOn ?? self.dueOn
      wordedOn = day
    case .sent(let day):
      sentOn = day
      statusSince = day
    case .responded(let id, let response, let day):
      responses[id] = Response(response: response, on: day)
    case .takenInTreatment(let day), .reopened(_, let day): come(to: .inTreatment, on: day)
    case .handled(let day): come(to: .handled, on: day)
    case .rescheduled(let dueOn, _, _): self.dueOn = dueOn
    case .published(let day): show(true, since: day)
    case .withheld(_, let day): show(false, since: day)
    }
  }

  private mutating func come(to status: Signal.Status, on day: Day) {
    self.status = status
    statusSince = day
  }

  private mutating func show(_ isPublic: Bool, since day: Day) {
    self.isPublic = isPublic
    publicitySince = day
  }
}

extension Signal.State {
  /// All that it is now; nil before it was raised.
  public var dossier: Signal.Dossier? {
    switch self {
    case .unraised: nil
    case .raised(let dossier): dossier
    }
  }
}

extension Signal.Event {
  /// The day on which it happened, as the one who recorded it says.
  public var on: Day {
    switch self {
    case .raised(_, _, _, _, _, let day), .revised(_, _, let day), .sent(let day),
      .responded(_, _, let day), .takenInTreatment(let day), .handled(let day),
      .reopened(_, let day), .rescheduled(_, _, let day), .published(let day),
      .withheld(_, let day):
      day
    }
  }
}
