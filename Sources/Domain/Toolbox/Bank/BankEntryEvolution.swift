extension BankEntry.Dossier {
  /// This dossier with what `event` says.
  func after(_ event: BankEntry.Event) -> BankEntry.Dossier {
    var dossier = self
    dossier.apply(event)
    dossier.lastOn = event.on
    return dossier
  }

  private mutating func apply(_ event: BankEntry.Event) {
    switch event {
    case .proposed, .retired: break
    case .amended(let article, let by, _): pending = Pending(article: article, by: by)
    case .accepted(let version, let article, _, let reviewOn, _):
      accepted = Accepted(
        version: version, article: article, reviewOn: reviewOn,
        provenance: accepted?.provenance, isAsShared: false)
      pending = nil
    case .declined: pending = nil
    case .confirmed(_, let reviewOn, _): accepted?.reviewOn = reviewOn
    case .takenOver(let version, let article, let provenance, _, _, let reviewOn, _):
      accepted = Accepted(
        version: version, article: article, reviewOn: reviewOn, provenance: provenance,
        isAsShared: true)
    }
  }
}

extension BankEntry.Event {
  /// The day on which it happened, as the one who recorded it says.
  public var on: Day {
    switch self {
    case .proposed(_, _, _, let day), .amended(_, _, let day), .accepted(_, _, _, _, let day),
      .declined(_, _, let day), .confirmed(_, _, let day), .retired(_, _, let day),
      .takenOver(_, _, _, _, _, _, let day):
      day
    }
  }
}
