extension Account {
  /// All that an account is now.
  public struct Dossier: Equatable, Sendable {
    public let person: PersonID
    public let openedOn: Day
    public internal(set) var profile: Profile
    /// The day on which it was closed; nil while it is open.
    public internal(set) var closedOn: Day?
    public internal(set) var grants = Register<GrantID, Held>()
    public internal(set) var emergencies = Register<EmergencyID, Emergency>()
    public internal(set) var emergenciesReviewed: Set<EmergencyID> = []
    /// The wish to be erased, once somebody wrote it down and nobody declined it.
    public internal(set) var erasing: Erasing?
    /// The duties that forbid it, without those that were lifted.
    public internal(set) var holds = Register<HoldID, Hold>()
    public internal(set) var erasedOn: Day?

    /// A grant and how it stands.
    public struct Held: Equatable, Sendable {
      public let grant: Grant
      public internal(set) var standing: Standing
    }

    /// How a grant stands.
    public enum Standing: Equatable, Sendable {
      /// It waits for a second person.
      case proposed(by: Grant.Grantor)
      case held(by: Grant.Grantor)
      /// A second person said no to what the group asks for, which asks it no more while it names the person.
      case declined(group: Line)
      /// It holds no more, or never did.
      case over
    }

    init(person: PersonID, profile: Profile, openedOn day: Day) {
      self.person = person
      self.profile = profile
      openedOn = day
    }
  }
}

extension Account.Dossier {
  func decide(_ command: Account.Command) throws(Account.Refusal) -> [Account.Event] {
    try checkNotErasing(command)
    switch command {
    case .open: throw .alreadyOpened
    case .restate(let profile, let day): return try restate(profile, on: day)
    case .close(let reason, let by, let day): return try close(reason, by: by, on: day)
    case .letGo(let reason, let day): return try letGo(reason, on: day)
    case .reopen(let reason, let day): return try reopen(reason, on: day)
    case .found(let id, let day): return try found(as: id, on: day)
    case .appoint(let id, let reason, let day): return try appoint(as: id, reason, on: day)
    case .grant(let id, let grant, let reason, let by, let day):
      return try give(grant, as: id, reason, by: by, on: day)
    case .confirm(let id, let by, let day): return try confirm(id, by: by, on: day)
    case .admit(let id, let by, let day): return try admit(id, by: by, on: day)
    case .decline(let id, let reason, let by, let day):
      return try decline(id, reason, by: by, on: day)
    case .revoke(let id, let reason, let by, let day):
      return try revoke(id, reason, by: by, on: day)
    case .follow(let roles, let day): return try follow(roles, on: day)
    case .breakGlass(let id, let emergency, let day):
      return try breakGlass(emergency, as: id, on: day)
    case .mendGlass(let id, let instant, let day): return try mend(id, at: instant, on: day)
    case .reviewEmergency(let id, let finding, let by, let instant, let day):
      return try review(id, finding, by: by, at: instant, on: day)
    case .erasure(let command, let day): return try decide(command, on: day)
    }
  }

  private func restate(
    _ profile: Account.Profile, on day: Day
  ) throws(Account.Refusal) -> [Account.Event] {
    try checkOpen(on: day)
    return profile == self.profile ? [] : [.restated(profile: profile, on: day)]
  }

  private func close(
    _ reason: Prose, by: PersonID, on day: Day
  ) throws(Account.Refusal) -> [Account.Event] {
    guard by != person else { throw .ownAccount }
    return try letGo(reason, on: day)
  }

  private func letGo(_ reason: Prose, on day: Day) throws(Account.Refusal) -> [Account.Event] {
    try checkOpen(on: day)
    return [.closed(reason: reason, on: day)]
  }

  private func reopen(_ reason: Prose, on day: Day) throws(Account.Refusal) -> [Account.Event] {
    guard let closedOn else { throw .notClosed }
    guard day >= closedOn else { throw .closed(on: closedOn) }
    return [.reopened(reason: reason, on: day)]
  }

  func checkOpen(on day: Day) throws(Account.Refusal) {
    if let closedOn { throw .closed(on: closedOn) }
    guard day >= openedOn else { throw .beforeOpened(on: openedOn) }
  }
}

/// Emergency access.
extension Account.Dossier {
  private func breakGlass(
    _ emergency: Account.Emergency, as id: EmergencyID, on day: Day
  ) throws(Account.Refusal) -> [Account.Event] {
    try checkOpen(on: day)
    guard emergencies[id] == nil else { throw .identifierInUse }
    guard emergency.until > emergency.from else { throw .emergencyNotAhead }
    guard emergency.until <= emergency.from.adding(seconds: Account.Emergency.secondsMax) else {
      throw .emergencyTooLong(secondsMax: Account.Emergency.secondsMax)
    }
    if let open = emergencies.entries.map(\.value.until).max(), open > emergency.from {
      throw .emergencyGoesOn(until: open)
    }
    return [.glassBroken(id: id, emergency: emergency, on: day)]
  }

  private func mend(
    _ id: EmergencyID, at instant: Instant, on day: Day
  ) throws(Account.Refusal) -> [Account.Event] {
    guard let emergency = emergencies[id] else { throw .noEmergency }
    return instant < emergency.until ? [.glassMended(id: id, at: instant, on: day)] : []
  }

  /// It can be looked over after its person has left, too.
  private func review(
    _ id: EmergencyID, _ finding: Prose, by: PersonID, at instant: Instant, on day: Day
  ) throws(Account.Refusal) -> [Account.Event] {
    guard let emergency = emergencies[id] else { throw .noEmergency }
    guard by != person else { throw .toOneself }
    guard instant >= emergency.until else { throw .emergencyNotOver(until: emergency.until) }
    guard !emergenciesReviewed.contains(id) else { throw .emergencyAlreadyReviewed }
    return [.emergencyReviewed(id: id, finding: finding, by: by, on: day)]
  }
}
