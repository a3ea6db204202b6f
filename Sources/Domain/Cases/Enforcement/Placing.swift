public import EventSourcing

extension Enforcement {
  /// Where a finding stands in the matrix, with what was weighed, and what that edition allowed there.
  public struct Placement: Hashable, Codable, Sendable {
    public let position: Position
    public let aspects: Aspects
    /// The number of the edition of the matrix.
    public let edition: Int
    /// From light to heavy; never empty.
    public let allowed: [Measure]

    public init(_ position: Position, _ aspects: Aspects, under edition: MatrixEdition) {
      self.position = position
      self.aspects = aspects
      self.edition = edition.number
      allowed = edition[position]
    }
  }

  /// What is to be done about a finding, and who says so.
  public struct Choice: Hashable, Codable, Sendable {
    public let measure: Measure
    /// Why it departs from the cell; nil when it need not.
    public let reason: Prose?
    public let by: PersonID

    public init(_ measure: Measure, reason: Prose? = nil, by person: PersonID) {
      self.measure = measure
      self.reason = reason
      by = person
    }
  }

  /// How a measure lies to what a cell allows.
  public enum Departure: Hashable, Sendable {
    case none
    /// It is another, and no harsher than the harshest that is allowed.
    case other
    case harsher
  }
}

extension Enforcement.Placement {
  public func departure(of measure: Enforcement.Measure) -> Enforcement.Departure {
    if allowed.contains(measure) { return .none }
    guard let harshest = allowed.max(), measure > harshest else { return .other }
    return .harsher
  }
}

extension Enforcement.Dossier {
  /// Placed anew, a finding asks for a new choice; what was begun goes on.
  func place(
    _ position: Enforcement.Position, _ aspects: Enforcement.Aspects,
    under edition: Enforcement.MatrixEdition, on day: Day
  ) throws(Enforcement.Refusal) -> [Enforcement.Event] {
    guard day >= edition.validFrom else { throw .editionNotValid(until: edition.validFrom) }
    try check(placement?.on, .placement, by: day)
    try check(choice?.on, .choice, by: day)
    try check(proposal?.on, .proposal, by: day)
    var seen: Set<Enforcement.Aspect> = []
    for aspect in aspects.aggravating.map(\.aspect) where !seen.insert(aspect).inserted {
      throw .aspectTwice(aspect)
    }
    let placement = Enforcement.Placement(position, aspects, under: edition)
    return placement == self.placement?.value ? [] : [.placed(placement: placement)]
  }

  func choose(
    _ choice: Enforcement.Choice, on day: Day
  ) throws(Enforcement.Refusal) -> [Enforcement.Event] {
    guard let placement else { throw .notPlaced }
    try check(placement.on, .placement, by: day)
    try check(self.choice?.on, .choice, by: day)
    try check(proposal?.on, .proposal, by: day)
    let departure = placement.value.departure(of: choice.measure)
    guard departure == .none || choice.reason != nil else {
      throw .deviationUnexplained(allowed: placement.value.allowed)
    }
    switch departure {
    case .none, .other:
      let isNew = choice != self.choice?.value || proposal != nil
      guard isNew || isChoiceBegun else { return [] }
      return [.measureChosen(choice: choice)]
    case .harsher:
      let standing = proposal?.value ?? (isChoiceBegun ? nil : self.choice?.value)
      return choice == standing ? [] : [.measureProposed(choice: choice)]
    }
  }

  func confirm(
    by person: PersonID, on day: Day
  ) throws(Enforcement.Refusal) -> [Enforcement.Event] {
    try checkSecond(person, on: day)
    return [.proposalConfirmed(by: person)]
  }

  func decline(
    _ reason: Prose, by person: PersonID, on day: Day
  ) throws(Enforcement.Refusal) -> [Enforcement.Event] {
    try checkSecond(person, on: day)
    return [.proposalDeclined(by: person, reason: reason)]
  }

  private func checkSecond(_ person: PersonID, on day: Day) throws(Enforcement.Refusal) {
    guard let proposal else { throw .nothingProposed }
    guard person != proposal.value.by else { throw .proposedBySamePerson }
    try check(proposal.on, .proposal, by: day)
  }
}

extension Enforcement.Placement: ClassifiedPart {
  public static let fieldClasses: FieldClasses = [
    "position": .part(Enforcement.Position.self),
    "aspects": .part(Enforcement.Aspects.self),
    "edition": .impersonal,
    "allowed": .each(.impersonal),
  ]
}

extension Enforcement.Choice: ClassifiedPart {
  public static let fieldClasses: FieldClasses = [
    "measure": .impersonal, "reason": .text, "by": .pseudonym,
  ]
}
