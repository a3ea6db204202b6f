extension Account.Dossier {
  /// This dossier with what `event` says.
  func after(_ event: Account.Event) -> Account.Dossier {
    var dossier = self
    dossier.apply(event)
    return dossier
  }

  private mutating func apply(_ event: Account.Event) {
    switch event {
    case .opened: break
    case .restated(let profile, _): self.profile = profile
    case .closed(_, let day): closedOn = day
    case .reopened: closedOn = nil
    case .granted(let id, let grant, _, let grantor, _):
      grants[id] = Held(grant: grant, standing: .held(by: grantor))
    case .grantProposed(let id, let grant, _, let proposer, _):
      grants[id] = Held(grant: grant, standing: .proposed(by: .person(id: proposer)))
    case .grantProposedByGroup(let id, let grant, let group, _):
      grants[id] = Held(grant: grant, standing: .proposed(by: .directory(group: group)))
    case .grantConfirmed(let id, _, _): confirm(id)
    case .grantDeclined(let id, _, _, _): decline(id)
    case .grantRevoked(let id, _, _, _): grants[id]?.standing = .over
    case .glassBroken(let id, let emergency, _): emergencies[id] = emergency
    case .glassMended(let id, let instant, _): mend(id, at: instant)
    case .emergencyReviewed(let id, _, _, _): emergenciesReviewed.insert(id)
    case .erasureRequested, .erasureApproved, .erasureDeclined, .held, .holdLifted, .erased:
      apply(erasing: event)
    }
  }

  /// It is held by who proposed it; the log says who confirmed.
  private mutating func confirm(_ id: GrantID) {
    guard case .proposed(let proposer) = grants[id]?.standing else { return }
    grants[id]?.standing = .held(by: proposer)
  }

  private mutating func decline(_ id: GrantID) {
    guard case .proposed(.directory(let group)) = grants[id]?.standing else {
      grants[id]?.standing = .over
      return
    }
    grants[id]?.standing = .declined(group: group)
  }

  private mutating func mend(_ id: EmergencyID, at instant: Instant) {
    guard let emergency = emergencies[id] else { return }
    emergencies[id] = Account.Emergency(
      emergency.reason, from: emergency.from, until: instant)
  }
}

extension Account.State {
  /// All that it is now; nil before it was opened.
  public var dossier: Account.Dossier? {
    switch self {
    case .unopened: nil
    case .opened(let dossier): dossier
    }
  }
}

extension Account.Event {
  /// The day on which it happened, as the one who recorded it says.
  public var on: Day {
    switch self {
    case .opened(_, _, let day), .restated(_, let day), .closed(_, let day),
      .reopened(_, let day), .granted(_, _, _, _, let day),
      .grantProposed(_, _, _, _, let day), .grantProposedByGroup(_, _, _, let day),
      .grantConfirmed(_, _, let day),
      .grantDeclined(_, _, _, let day), .grantRevoked(_, _, _, let day),
      .glassBroken(_, _, let day), .glassMended(_, _, let day),
      .erasureRequested(_, _, _, let day), .erasureApproved(_, _, let day),
      .erasureDeclined(_, _, _, let day), .held(_, _, _, let day),
      .holdLifted(_, _, _, let day), .erased(_, _, let day),
      .emergencyReviewed(_, _, _, let day):
      day
    }
  }
}
