public import Domain

extension Role {
  /// The name of the part.
  public var name: Phrase {
    switch self {
    case .programmeManager: "role.programme-manager"
    case .teamMember: "role.team-member"
    case .inspector: "role.inspector"
    case .analyst: "role.analyst"
    case .decisionMaker: "role.decision-maker"
    case .leadership: "role.leadership"
    case .partner: "role.partner"
    case .privacyOfficer: "role.privacy-officer"
    case .recordsManager: "role.records-manager"
    case .administrator: "role.administrator"
    }
  }

  /// What somebody in that part does here.
  var meaning: Phrase {
    switch self {
    case .programmeManager: "role.programme-manager.meaning"
    case .teamMember: "role.team-member.meaning"
    case .inspector: "role.inspector.meaning"
    case .analyst: "role.analyst.meaning"
    case .decisionMaker: "role.decision-maker.meaning"
    case .leadership: "role.leadership.meaning"
    case .partner: "role.partner.meaning"
    case .privacyOfficer: "role.privacy-officer.meaning"
    case .recordsManager: "role.records-manager.meaning"
    case .administrator: "role.administrator.meaning"
    }
  }
}
