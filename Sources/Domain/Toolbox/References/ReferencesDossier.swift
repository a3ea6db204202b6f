extension References {
  /// A change to the draft: an element written anew, or taken out.
  public enum Change: Equatable, Sendable {
    case determinant(Determinant)
    case removeDeterminant(Determinant.Code)
    case segment(Segment)
    case removeSegment(Segment.Key)
    case interventionType(InterventionType)
    case removeInterventionType(InterventionType.Key)
    /// All that a type of intervention fits, in place of what it fitted.
    case fits(InterventionType.Key, [Fit])
  }

  /// That somebody holds the draft ready.
  public struct Proposal: Equatable, Sendable {
    public let by: PersonID
    public let note: Prose
    public let on: Day
  }

  /// The last edition, and what is being made of it.
  public struct Dossier: Equatable, Sendable {
    public let organisation: Line
    public internal(set) var number = EditionNumber.first
    public internal(set) var published: Edition
    public internal(set) var draft: Edition
    /// The day on which something last happened to it.
    var lastOn: Day

    init(organisation: Line, edition: Edition, on day: Day) {
      self.organisation = organisation
      published = edition
      draft = edition
      lastOn = day
    }
  }
}

extension References.Dossier {
  func write(
    _ change: References.Change, on day: Day
  ) throws(References.Refusal) -> [References.Event] {
    try checkDay(day)
    return try events(for: change, on: day).filter { draft.after($0) != draft }
  }

  private func events(
    for change: References.Change, on day: Day
  ) throws(References.Refusal) -> [References.Event] {
    switch change {
    case .determinant(let determinant):
      return [.determinantWritten(determinant: determinant, on: day)]
    case .removeDeterminant(let code):
      guard draft.determinant(code) != nil else { throw .unknownDeterminant(code) }
      return [.determinantRemoved(code: code, on: day)]
    case .segment(let segment): return [.segmentWritten(segment: segment, on: day)]
    case .removeSegment(let key):
      guard draft.segment(key) != nil else { throw .unknownSegment(key) }
      return [.segmentRemoved(key: key, on: day)]
    case .interventionType(let type): return [.interventionTypeWritten(type: type, on: day)]
    case .removeInterventionType(let key):
      guard draft.interventionType(key) != nil else { throw .unknownInterventionType(key) }
      return [.interventionTypeRemoved(key: key, on: day)]
    case .fits(let key, let fits): return try fitting(key, fits, on: day)
    }
  }

  private func fitting(
    _ key: References.InterventionType.Key, _ fits: [References.Fit], on day: Day
  ) throws(References.Refusal) -> [References.Event] {
    guard draft.interventionType(key) != nil else { throw .unknownInterventionType(key) }
    for fit in fits where draft.determinant(fit.determinant) == nil {
      throw .unknownDeterminant(fit.determinant)
    }
    let gone = draft.fits.filter { present in
      present.intervention == key && !fits.contains { $0.determinant == present.determinant }
    }
    return gone.map { .fitRemoved(intervention: key, determinant: $0.determinant, on: day) }
      + fits.map { .fitWritten(fit: $0, on: day) }
  }

  func propose(
    by person: PersonID, _ note: Prose, on day: Day
  ) throws(References.Refusal) -> [References.Event] {
    try checkDay(day)
    guard draft != published else { throw .nothingChanged }
    guard draft.gaps.isEmpty else { throw .incomplete(draft.gaps) }
    return [.proposed(by: person, note: note, on: day)]
  }

  func publish(
    _ proposal: References.Proposal, by person: PersonID, on day: Day
  ) throws(References.Refusal) -> [References.Event] {
    try checkJudge(person, of: proposal, on: day)
    return [
      .published(
        number: number.next, edition: draft, note: proposal.note, by: person, on: day)
    ]
  }

  func sendBack(
    _ proposal: References.Proposal, by person: PersonID, _ reason: Prose, on day: Day
  ) throws(References.Refusal) -> [References.Event] {
    try checkJudge(person, of: proposal, on: day)
    return [.sentBack(by: person, reason: reason, on: day)]
  }

  private func checkJudge(
    _ person: PersonID, of proposal: References.Proposal, on day: Day
  ) throws(References.Refusal) {
    try checkDay(day)
    guard person != proposal.by else { throw .proposerCannotJudge(person) }
  }

  private func checkDay(_ day: Day) throws(References.Refusal) {
    guard day >= lastOn else { throw .beforeLast(on: lastOn) }
  }
}
