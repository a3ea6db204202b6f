extension Exploration {
  /// What an exploration says now, and the decisions proposed and taken on it.
  public struct Dossier: Equatable, Sendable {
    public let organisation: Line
    public let openedOn: Day
    /// The day on which it was opened, or was open again after a proposal or a decision.
    public internal(set) var openSince: Day
    public internal(set) var title: Line
    public internal(set) var origin: Origin
    public internal(set) var sections: [Section: Prose] = [:]
    public internal(set) var parties = Register<PartyID, Party>()
    /// The findings that were not withdrawn.
    public internal(set) var findings = Register<FindingID, Finding>()
    /// The arguments that were not withdrawn.
    public internal(set) var arguments = Register<ArgumentID, Argument>()
    /// Every decision ever proposed; each adopted one stays, whatever follows.
    public internal(set) var decisions = Register<DecisionID, Decision>()

    init(organisation: Line, openedOn day: Day, title: Line, origin: Origin) {
      self.organisation = organisation
      openedOn = day
      openSince = day
      self.title = title
      self.origin = origin
    }
  }

  /// A proposal and what became of it.
  public struct Decision: Equatable, Sendable {
    /// What became of a proposal.
    public enum Fate: Equatable, Sendable {
      case pending
      case withdrawn(reason: Prose, on: Day)
      case adopted(Ruling, on: Day)
      case rejected(Ruling, on: Day)
    }

    public let proposal: Proposal
    public let proposedOn: Day
    public internal(set) var fate = Fate.pending
  }
}

extension Exploration.Dossier {
  /// What is still needed before a decision can be proposed, in the order of the form.
  public var missing: [Exploration.Element] {
    Exploration.Element.allCases.filter { !has($0) }
  }

  private func has(_ element: Exploration.Element) -> Bool {
    switch element {
    case .problem: sections[.problem] != nil
    case .causes: sections[.causes] != nil
    case .influence: sections[.influence] != nil
    case .system: sections[.system] != nil
    case .parties: !parties.isEmpty
    case .argument: !arguments.isEmpty
    }
  }
}
