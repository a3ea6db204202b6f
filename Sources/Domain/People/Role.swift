/// The part someone plays; one person may play several.
public enum Role: String, CaseIterable, Codable, Sendable {
  case programmeManager
  case teamMember
  /// Takes decisions on explorations and on extensions.
  case decisionMaker
  /// Sees everything, and how the system is doing; changes nothing.
  case leadership
}

/// Something a role may do.
public enum Right: String, CaseIterable, Codable, Sendable {
  /// See the portfolio, explorations, programmes, signals and their history.
  case read
  /// Open, write and reopen an exploration.
  case explore
  /// Propose a decision and withdraw the proposal.
  case propose
  /// Adopt or reject a proposal.
  case decide
  /// Steer a programme: its name, people, goals, course, evaluation and end.
  case manage
  /// Do a programme's work: measurements, interventions, agreements, achievements.
  case work
  /// Let a programme run longer.
  case extend
  /// Raise, send and follow a signal.
  case signal
  /// See how the system itself is doing.
  case operate
}

extension Role {
  /// All that the role may do.
  public var rights: Set<Right> {
    switch self {
    case .programmeManager: [.read, .explore, .propose, .manage, .work, .signal]
    case .teamMember: [.read, .explore, .work]
    case .decisionMaker: [.read, .decide, .extend]
    case .leadership: [.read, .operate]
    }
  }

  /// Whether the role may do it.
  public func may(_ right: Right) -> Bool { rights.contains(right) }
}
