public import EventSourcing

extension Exploration {
  /// What is to be done with the problem once it is explored.
  public enum Outcome: Hashable, Codable, Sendable {
    /// Set up a programme; it is established together with the adoption.
    case programme(id: ProgrammeID)
    case project(description: Prose, owner: PersonID)
    case lineActivity(description: Prose, owner: PersonID)
    /// Tell those who can act; the signal is raised together with the adoption.
    case signal(id: SignalID)
    /// Leave it, and look again on a day after the decision.
    case noAction(lookAgainOn: Day)
  }

  /// A decision as someone would have it.
  public struct Proposal: Hashable, Codable, Sendable {
    public let outcome: Outcome
    public let grounds: Prose
    /// The alternatives that were considered, and why they fell short.
    public let alternatives: Prose
    public let by: PersonID

    public init(_ outcome: Outcome, grounds: Prose, alternatives: Prose, by: PersonID) {
      self.outcome = outcome
      self.grounds = grounds
      self.alternatives = alternatives
      self.by = by
    }
  }

  /// Someone's opinion that differs from the decision taken.
  public struct Dissent: Hashable, Codable, Sendable {
    public let by: PersonID
    public let text: Prose

    public init(by: PersonID, _ text: Prose) {
      self.by = by
      self.text = text
    }
  }

  /// Whether a proposal becomes the decision.
  public enum Verdict: String, CaseIterable, Codable, Sendable {
    case adopt
    case reject
  }

  /// What the one who decides says of a proposal.
  public struct Ruling: Hashable, Codable, Sendable {
    public let by: PersonID
    public let grounds: Prose
    public let dissent: [Dissent]

    public init(by: PersonID, grounds: Prose, dissent: [Dissent] = []) {
      self.by = by
      self.grounds = grounds
      self.dissent = dissent
    }
  }
}

extension Exploration.Outcome: ClassifiedPart {
  public static let fieldClasses: FieldClasses = [
    "programme": .fields(["id": .impersonal]),
    "project": .fields(["description": .text, "owner": .pseudonym]),
    "lineActivity": .fields(["description": .text, "owner": .pseudonym]),
    "signal": .fields(["id": .impersonal]),
    "noAction": .fields(["lookAgainOn": .impersonal]),
  ]
}

extension Exploration.Proposal: ClassifiedPart {
  public static let fieldClasses: FieldClasses = [
    "outcome": .part(Exploration.Outcome.self),
    "grounds": .text,
    "alternatives": .text,
    "by": .pseudonym,
  ]
}

extension Exploration.Dissent: ClassifiedPart {
  public static let fieldClasses: FieldClasses = [
    "by": .pseudonym, "text": .personal(.observation),
  ]
}

extension Exploration.Ruling: ClassifiedPart {
  public static let fieldClasses: FieldClasses = [
    "by": .pseudonym,
    "grounds": .text,
    "dissent": .each(.part(Exploration.Dissent.self)),
  ]
}
