/// Granting and revoking.
extension Account.Dossier {
  func found(as id: GrantID, on day: Day) throws(Account.Refusal) -> [Account.Event] {
    try administer(as: id, nil, by: .founding, on: day)
  }

  func appoint(
    as id: GrantID, _ reason: Prose, on day: Day
  ) throws(Account.Refusal) -> [Account.Event] {
    try administer(as: id, reason, by: .operator, on: day)
  }

  /// What takes no second person, because there is nobody to be one.
  private func administer(
    as id: GrantID, _ reason: Prose?, by grantor: Grant.Grantor, on day: Day
  ) throws(Account.Refusal) -> [Account.Event] {
    let grant = Grant(.administrator, Grant.Term(from: day))
    try check(grant, as: id, on: day)
    return [.granted(id: id, grant: grant, reason: reason, by: grantor, on: day)]
  }

  func give(
    _ grant: Grant, as id: GrantID, _ reason: Prose, by: PersonID, on day: Day
  ) throws(Account.Refusal) -> [Account.Event] {
    guard by != person else { throw .toOneself }
    try check(grant, as: id, on: day)
    return grant.role.needsFourEyes
      ? [.grantProposed(id: id, grant: grant, reason: reason, by: by, on: day)]
      : [.granted(id: id, grant: grant, reason: reason, by: .person(id: by), on: day)]
  }

  private func check(_ grant: Grant, as id: GrantID, on day: Day) throws(Account.Refusal) {
    try checkOpen(on: day)
    guard grants[id] == nil else { throw .identifierInUse }
    guard grant.fits else { throw .outOfReach(grant.role.reach) }
    guard grant.term.end ?? .last >= grant.term.start else { throw .endsBeforeStart }
    let same = grants.entries.first { $0.value.isStanding && $0.value.grant.repeats(grant) }
    if let same { throw .alreadyGranted(same.key) }
  }

  func confirm(
    _ id: GrantID, by: PersonID, on day: Day
  ) throws(Account.Refusal) -> [Account.Event] {
    // Else one person who decides on groups could be both: one group names somebody, another makes the second pair of eyes.
    if case .directory = try proposer(of: id) { throw .takesAdministrator }
    return try admit(id, by: by, on: day)
  }

  func admit(
    _ id: GrantID, by: PersonID, on day: Day
  ) throws(Account.Refusal) -> [Account.Event] {
    try checkOpen(on: day)
    guard by != person else { throw .toOneself }
    guard try proposer(of: id) != .person(id: by) else { throw .sameEyes }
    return [.grantConfirmed(id: id, by: by, on: day)]
  }

  /// Whoever proposed it may take it back that way too.
  func decline(
    _ id: GrantID, _ reason: Prose, by: PersonID, on day: Day
  ) throws(Account.Refusal) -> [Account.Event] {
    guard by != person else { throw .toOneself }
    _ = try proposer(of: id)
    return [.grantDeclined(id: id, reason: reason, by: by, on: day)]
  }

  private func proposer(of id: GrantID) throws(Account.Refusal) -> Grant.Grantor {
    guard let held = grants[id] else { throw .unknownGrant }
    guard case .proposed(let proposer) = held.standing else { throw .notProposed }
    return proposer
  }

  func revoke(
    _ id: GrantID, _ reason: Prose, by: PersonID, on day: Day
  ) throws(Account.Refusal) -> [Account.Event] {
    guard by != person else { throw .toOneself }
    guard let held = grants[id] else { throw .unknownGrant }
    guard held.isStanding else { throw .alreadyRevoked }
    if let group = held.group { throw .grantedByDirectory(group: group) }
    return [.grantRevoked(id: id, reason: reason, by: .person(id: by), on: day)]
  }

  /// What a group gave or asked for goes with the group; only then is what was declined asked again.
  func follow(
    _ roles: [Account.GroupRole], on day: Day
  ) throws(Account.Refusal) -> [Account.Event] {
    try checkOpen(on: day)
    let followed = grants.entries.compactMap { entry in
      entry.value.group.map { (id: entry.key, role: entry.value.grant.role, group: $0) }
    }
    let gone = followed.filter { held in
      !roles.contains { $0.group == held.group && $0.role == held.role }
    }
    let fresh = roles.filter { named in
      !followed.contains { $0.group == named.group && $0.role == named.role }
    }
    return gone.map {
      .grantRevoked(id: $0.id, reason: nil, by: .directory(group: $0.group), on: day)
    } + fresh.map { $0.event(on: day) }
  }
}

extension Account.GroupRole {
  /// What follows when somebody comes to be in the group.
  fileprivate func event(on day: Day) -> Account.Event {
    let grant = Grant(role, Grant.Term(from: day))
    return role.needsFourEyes
      ? .grantProposedByGroup(id: id, grant: grant, group: group, on: day)
      : .granted(id: id, grant: grant, reason: nil, by: .directory(group: group), on: day)
  }
}

extension Account.Dossier.Held {
  /// Whether it holds or waits for a second person.
  fileprivate var isStanding: Bool {
    switch standing {
    case .proposed, .held: true
    case .declined, .over: false
    }
  }

  /// The group that gives it or asks for it, whatever was said to that; nil for what people gave and for what is over.
  fileprivate var group: Line? {
    switch standing {
    case .proposed(.directory(let group)), .held(.directory(let group)), .declined(let group):
      group
    case .proposed(.person), .proposed(.founding), .proposed(.operator), .held(.person),
      .held(.founding), .held(.operator), .over:
      nil
    }
  }
}
