public import EventSourcing

extension Account {
  /// The wish that what is held about somebody can be read by nobody any more (GDPR, article 17).
  public struct Erasure: Hashable, Codable, Sendable {
    public let ground: Ground
    public let reason: Prose

    public init(_ ground: Ground, _ reason: Prose) {
      self.ground = ground
      self.reason = reason
    }

    /// Which part of article 17(1) it rests on.
    ///
    /// Part f, on services offered to children, does not arise here.
    public enum Ground: String, CaseIterable, Codable, Sendable {
      /// Part a: it is needed no more for what it was collected for.
      case noLongerNeeded
      /// Part b.
      case consentWithdrawn
      /// Part c.
      case objection
      /// Part d: it was processed unlawfully.
      case unlawful
      /// Part e: another law demands it.
      case lawDemands
    }
  }

  /// A duty to keep what is held about somebody, which comes before the wish to have it erased (GDPR, article 17(3)).
  public struct Hold: Hashable, Codable, Sendable {
    public let reason: Prose
    /// The last day on which it holds; nil while that is not known.
    public let until: Day?

    public init(_ reason: Prose, until: Day? = nil) {
      self.reason = reason
      self.until = until
    }

    func holds(on day: Day) -> Bool { day <= until ?? .last }
  }

  /// What was done to erase somebody, without a word about who it was.
  public struct ErasureProof: Hashable, Codable, Sendable {
    /// When the key was destroyed under which the data lay.
    public let destroyedAt: Instant
    /// How many events lay under it.
    public let eventCount: Int
    /// How many read models, with their histories, were made anew.
    public let readModelCount: Int
    /// How many sessions, passwords, codes, passkeys, links and failed attempts were taken away.
    public let signInCount: Int
    /// How many events were written before anything was encrypted, and still say what they said.
    public let clearEventCount: Int

    public init(
      destroyedAt: Instant, eventCount: Int, readModelCount: Int, signInCount: Int,
      clearEventCount: Int
    ) {
      self.destroyedAt = destroyedAt
      self.eventCount = eventCount
      self.readModelCount = readModelCount
      self.signInCount = signInCount
      self.clearEventCount = clearEventCount
    }
  }

  /// What may be asked about erasing an account.
  public enum ErasureCommand: Equatable, Sendable {
    case request(ErasureID, Erasure, by: PersonID)
    /// A second person lets it be carried out; there is no way back.
    case approve(ErasureID, by: PersonID)
    case decline(ErasureID, reason: Prose, by: PersonID)
    case hold(HoldID, Hold, by: PersonID)
    case liftHold(HoldID, reason: Prose, by: PersonID)
    /// Says that it was carried out: the program's own act, after the key was destroyed.
    case complete(ErasureID, ErasureProof)
  }
}

extension Account.Profile {
  /// What is left of a profile when its person was erased.
  public static let erased = Account.Profile(Line(recorded: "[gewist]"))
}

/// Erasing, and the duties that forbid it.
extension Account.Dossier {
  /// How far a wish to be erased has come.
  public struct Erasing: Equatable, Sendable {
    public let id: ErasureID
    public let requestedBy: PersonID
    public internal(set) var isApproved = false
  }

  func decide(
    _ command: Account.ErasureCommand, on day: Day
  ) throws(Account.Refusal) -> [Account.Event] {
    switch command {
    case .request(let id, let erasure, let by): return try request(erasure, as: id, by: by, on: day)
    case .approve(let id, let by): return try approve(id, by: by, on: day)
    case .decline(let id, let reason, let by):
      _ = try requested(id)
      return [.erasureDeclined(id: id, reason: reason, by: by, on: day)]
    case .hold(let id, let hold, let by): return try place(hold, as: id, by: by, on: day)
    case .liftHold(let id, let reason, let by):
      guard holds[id] != nil else { throw .unknownHold }
      return [.holdLifted(id: id, reason: reason, by: by, on: day)]
    case .complete(let id, let proof):
      guard let erasing, erasing.id == id, erasing.isApproved else { throw .erasureNotApproved }
      return [.erased(id: id, proof: proof, on: day)]
    }
  }

  private func request(
    _ erasure: Account.Erasure, as id: ErasureID, by: PersonID, on day: Day
  ) throws(Account.Refusal) -> [Account.Event] {
    guard closedOn != nil else { throw .notClosed }
    guard erasing == nil else { throw .erasureRequested }
    guard by != person else { throw .toOneself }
    return [.erasureRequested(id: id, erasure: erasure, by: by, on: day)]
  }

  private func approve(
    _ id: ErasureID, by: PersonID, on day: Day
  ) throws(Account.Refusal) -> [Account.Event] {
    let erasing = try requested(id)
    guard by != erasing.requestedBy else { throw .sameEyes }
    guard by != person else { throw .toOneself }
    // Afterwards nobody could say any more whose it was.
    guard emergencies.entries.allSatisfy({ emergenciesReviewed.contains($0.key) }) else {
      throw .emergencyNotReviewed
    }
    if let hold = holds.entries.map(\.value).first(where: { $0.holds(on: day) }) {
      throw .onHold(until: hold.until)
    }
    return [.erasureApproved(id: id, by: by, on: day)]
  }

  /// The wish that waits for a second person, when it is that one.
  private func requested(_ id: ErasureID) throws(Account.Refusal) -> Erasing {
    guard let erasing, erasing.id == id else { throw .unknownErasure }
    return erasing
  }

  private func place(
    _ hold: Account.Hold, as id: HoldID, by: PersonID, on day: Day
  ) throws(Account.Refusal) -> [Account.Event] {
    guard holds[id] == nil else { throw .identifierInUse }
    guard hold.holds(on: day) else { throw .holdIsPast }
    return [.held(id: id, hold: hold, by: by, on: day)]
  }

  /// What may no longer be done once the erasure is approved, which is all but carrying it out.
  func checkNotErasing(_ command: Account.Command) throws(Account.Refusal) {
    if let erasedOn { throw .erased(on: erasedOn) }
    guard let erasing else { return }
    switch command {
    case .erasure(.complete, _): return
    case .reopen: throw erasing.isApproved ? .erasureApproved : .erasureRequested
    case .open, .restate, .close, .letGo, .found, .appoint, .grant, .confirm, .admit, .decline,
      .revoke, .follow, .breakGlass, .mendGlass, .reviewEmergency, .erasure:
      if erasing.isApproved { throw .erasureApproved }
    }
  }

  mutating func apply(erasing event: Account.Event) {
    switch event {
    case .erasureRequested(let id, _, let by, _): erasing = Erasing(id: id, requestedBy: by)
    case .erasureApproved: erasing?.isApproved = true
    case .erasureDeclined: erasing = nil
    case .held(let id, let hold, _, _): holds[id] = hold
    case .holdLifted(let id, _, _, _): holds[id] = nil
    case .erased(_, _, let day):
      erasedOn = day
      profile = .erased
    case .opened, .restated, .closed, .reopened, .granted, .grantProposed, .grantProposedByGroup,
      .grantConfirmed, .grantDeclined, .grantRevoked, .glassBroken, .glassMended,
      .emergencyReviewed:
      break
    }
  }
}

extension Account.Erasure: ClassifiedPart {
  public static let fieldClasses: FieldClasses = ["ground": .impersonal, "reason": .text]
}

extension Account.Hold: ClassifiedPart {
  public static let fieldClasses: FieldClasses = ["reason": .text, "until": .impersonal]
}

extension Account.ErasureProof: ClassifiedPart {
  public static let fieldClasses: FieldClasses = [
    "destroyedAt": .impersonal, "eventCount": .impersonal, "readModelCount": .impersonal,
    "signInCount": .impersonal, "clearEventCount": .impersonal,
  ]
}
