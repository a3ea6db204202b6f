public import Domain

extension Role {
  /// The name of the part.
  public var name: Phrase {
    switch self {
    case .programmeManager: "role.programme-manager"
    case .teamMember: "role.team-member"
    case .decisionMaker: "role.decision-maker"
    case .leadership: "role.leadership"
    }
  }
}
