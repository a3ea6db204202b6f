extension BankEntry {
  /// All that an entry is now.
  public struct Dossier: Equatable, Sendable {
    /// What an editor accepted.
    public struct Accepted: Equatable, Sendable {
      public let version: Int
      public let article: Article
      public internal(set) var reviewOn: Day
      /// Nil for what was written here.
      public let provenance: Provenance?
      /// Whether the words stand as another organisation shared them.
      public let isAsShared: Bool
    }

    /// What somebody proposes.
    public struct Pending: Equatable, Sendable {
      public let article: Article
      public let by: PersonID
    }

    public let organisation: Line
    /// Nil before anything was accepted.
    public internal(set) var accepted: Accepted?
    /// Nil when nothing waits for an editor.
    public internal(set) var pending: Pending?
    /// The day on which something last happened to it.
    var lastOn: Day

    init(organisation: Line, accepted: Accepted?, pending: Pending?, on day: Day) {
      self.organisation = organisation
      self.accepted = accepted
      self.pending = pending
      lastOn = day
    }
  }
}

extension BankEntry.State {
  /// All that it is now; nil before it was proposed.
  public var dossier: BankEntry.Dossier? {
    switch self {
    case .unproposed: nil
    case .standing(let dossier), .retired(let dossier, _): dossier
    }
  }
}

extension BankEntry.Dossier {
  func decide(_ command: BankEntry.Command) throws(BankEntry.Refusal) -> [BankEntry.Event] {
    let events = try judge(command)
    for event in events where event.on < lastOn { throw .beforeLast(on: lastOn) }
    return events
  }

  private func judge(_ command: BankEntry.Command) throws(BankEntry.Refusal) -> [BankEntry.Event] {
    switch command {
    case .propose: throw .alreadyProposed
    case .amend(let article, let by, let day): try amend(article, by: by, on: day)
    case .accept(let by, let reviewOn, let day): try accept(by: by, reviewOn: reviewOn, on: day)
    case .decline(let by, let reason, let day): try decline(by: by, reason, on: day)
    case .confirm(let by, let reviewOn, let day): try confirm(by: by, reviewOn: reviewOn, on: day)
    case .retire(let by, let reason, let day): [.retired(by: by, reason: reason, on: day)]
    case .takeOver(let article, let provenance, _, let by, let reviewOn, let day):
      try takeOver(article, from: provenance, by: by, reviewOn: reviewOn, on: day)
    }
  }

  private func amend(
    _ article: BankEntry.Article, by person: PersonID, on day: Day
  ) throws(BankEntry.Refusal) -> [BankEntry.Event] {
    if let pending, pending.by != person { throw .proposalPending(by: pending.by) }
    guard article != (pending?.article ?? accepted?.article) else { return [] }
    return [.amended(article: article, by: person, on: day)]
  }

  private func accept(
    by person: PersonID, reviewOn: Day, on day: Day
  ) throws(BankEntry.Refusal) -> [BankEntry.Event] {
    guard let pending else { throw .nothingPending }
    guard pending.by != person else { throw .proposerCannotAccept(person) }
    try check(reviewOn, after: day)
    return [
      .accepted(
        version: (accepted?.version ?? 0) + 1, article: pending.article, by: person,
        reviewOn: reviewOn, on: day)
    ]
  }

  private func decline(
    by person: PersonID, _ reason: Prose, on day: Day
  ) throws(BankEntry.Refusal) -> [BankEntry.Event] {
    guard pending != nil else { throw .nothingPending }
    return [.declined(by: person, reason: reason, on: day)]
  }

  private func confirm(
    by person: PersonID, reviewOn: Day, on day: Day
  ) throws(BankEntry.Refusal) -> [BankEntry.Event] {
    guard accepted != nil else { throw .notAccepted }
    try check(reviewOn, after: day)
    return [.confirmed(by: person, reviewOn: reviewOn, on: day)]
  }

  /// What comes again unchanged changes nothing, so that a file can be taken over twice.
  private func takeOver(
    _ article: BankEntry.Article, from provenance: BankEntry.Provenance, by person: PersonID,
    reviewOn: Day, on day: Day
  ) throws(BankEntry.Refusal) -> [BankEntry.Event] {
    guard let accepted, let present = accepted.provenance else { throw .ownEntry }
    guard present.organisation == provenance.organisation else { throw .heldFrom(present) }
    if article == accepted.article, provenance == present { return [] }
    guard provenance.version > present.version else { throw .notLaterThan(present) }
    if let pending { throw .proposalPending(by: pending.by) }
    try check(reviewOn, after: day)
    return [
      .takenOver(
        version: accepted.version + 1, article: article, provenance: provenance,
        organisation: organisation, by: person, reviewOn: reviewOn, on: day)
    ]
  }

  private func check(_ reviewOn: Day, after day: Day) throws(BankEntry.Refusal) {
    guard reviewOn > day else { throw .reviewNotAfter(day) }
  }
}
