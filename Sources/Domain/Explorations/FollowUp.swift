/// The other stream in which an adopted decision must take effect, in the same append.
public enum FollowUp: Hashable, Sendable {
  case establish(ProgrammeID)
  case raise(SignalID)
}

extension Exploration.Outcome {
  /// What adopting this starts; nil when it stays within the exploration.
  public var followUp: FollowUp? {
    switch self {
    case .programme(let id): .establish(id)
    case .signal(let id): .raise(id)
    case .project, .lineActivity, .noAction: nil
    }
  }

  /// Which outcome it is, without its particulars.
  public var kind: Kind {
    switch self {
    case .programme: .programme
    case .project: .project
    case .lineActivity: .lineActivity
    case .signal: .signal
    case .noAction: .noAction
    }
  }

  /// An outcome without its particulars, for a list to choose from.
  public enum Kind: String, CaseIterable, Codable, Sendable {
    case programme
    case project
    case lineActivity
    case signal
    case noAction
  }
}

extension Exploration.State {
  /// The proposal that waits for a decision, if any.
  public var pending: (id: DecisionID, decision: Exploration.Decision)? {
    switch self {
    case .proposed(let dossier, let id): dossier.decisions[id].map { (id, $0) }
    case .unopened, .open, .decided: nil
    }
  }
}
