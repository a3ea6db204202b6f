public import EventSourcing

/// The account of somebody: who they are to the system, and what was granted to them.
///
/// It is opened for who joins, restated for who moves and closed for who leaves. It is never taken away: the log names
/// its person, of whom an erasure leaves nothing but that identifier. What it lets its person do follows from its grants alone, each with who gave it and why.
public enum Account: Decider {
  /// What may be asked of an account.
  public enum Command: Equatable, Sendable {
    case open(PersonID, Profile, on: Day)
    case restate(Profile, on: Day)
    case close(reason: Prose, by: PersonID, on: Day)
    /// Closes it by word of the directory, whoever else is left.
    case letGo(reason: Prose, on: Day)
    case reopen(reason: Prose, on: Day)
    /// Makes its person the first administrator; the log takes it once.
    case found(GrantID, on: Day)
    /// Makes its person an administrator by word of the operator, for when none is left who can come in.
    case appoint(GrantID, reason: Prose, on: Day)
    case grant(GrantID, Grant, reason: Prose, by: PersonID, on: Day)
    /// A second person lets a grant hold that takes four eyes.
    case confirm(GrantID, by: PersonID, on: Day)
    /// An administrator does, whoever asked for it: a person, or a group of the directory.
    case admit(GrantID, by: PersonID, on: Day)
    case decline(GrantID, reason: Prose, by: PersonID, on: Day)
    case revoke(GrantID, reason: Prose, by: PersonID, on: Day)
    /// Makes what the directory granted or asks for what its groups say, each under an identifier for when it is new.
    case follow([GroupRole], on: Day)
    case breakGlass(EmergencyID, Emergency, on: Day)
    /// Ends emergency access before its time.
    case mendGlass(EmergencyID, at: Instant, on: Day)
    /// Says what somebody found who looked over emergency access that is over.
    case reviewEmergency(EmergencyID, finding: Prose, by: PersonID, at: Instant, on: Day)
    case erasure(ErasureCommand, on: Day)
  }

  /// What can have happened to an account.
  public enum Event: Codable, Equatable, Sendable {
    case opened(person: PersonID, profile: Profile, on: Day)
    case restated(profile: Profile, on: Day)
    case closed(reason: Prose, on: Day)
    case reopened(reason: Prose, on: Day)
    case granted(id: GrantID, grant: Grant, reason: Prose?, by: Grant.Grantor, on: Day)
    case grantProposed(id: GrantID, grant: Grant, reason: Prose, by: PersonID, on: Day)
    /// A group of the directory names the person for a role that takes four eyes.
    case grantProposedByGroup(id: GrantID, grant: Grant, group: Line, on: Day)
    case grantConfirmed(id: GrantID, by: PersonID, on: Day)
    case grantDeclined(id: GrantID, reason: Prose, by: PersonID, on: Day)
    /// `reason` is nil when the directory no longer names the person in the group.
    case grantRevoked(id: GrantID, reason: Prose?, by: Grant.Grantor, on: Day)
    case glassBroken(id: EmergencyID, emergency: Emergency, on: Day)
    case glassMended(id: EmergencyID, at: Instant, on: Day)
    case emergencyReviewed(id: EmergencyID, finding: Prose, by: PersonID, on: Day)
    case erasureRequested(id: ErasureID, erasure: Erasure, by: PersonID, on: Day)
    case erasureApproved(id: ErasureID, by: PersonID, on: Day)
    case erasureDeclined(id: ErasureID, reason: Prose, by: PersonID, on: Day)
    case held(id: HoldID, hold: Hold, by: PersonID, on: Day)
    case holdLifted(id: HoldID, reason: Prose, by: PersonID, on: Day)
    /// Nobody can read any more what the personal fields of this stream said.
    case erased(id: ErasureID, proof: ErasureProof, on: Day)
  }

  /// Why a command on an account is refused, with what a person needs to know to do otherwise.
  public enum Refusal: Error, Equatable, Sendable {
    case alreadyOpened
    case notOpened
    /// It was closed on that day.
    case closed(on: Day)
    case notClosed
    /// Nobody closes their own: so whoever closes one is an administrator who stays.
    case ownAccount
    case beforeOpened(on: Day)
    /// Nobody grants themselves anything, nor takes it back.
    case toOneself
    /// The role cannot be played there.
    case outOfReach(Role.Reach)
    case endsBeforeStart
    /// The same role in the same place is granted for some of the same days.
    case alreadyGranted(GrantID)
    case unknownGrant
    case identifierInUse
    case notProposed
    /// Whoever proposed it cannot be the second pair of eyes.
    case sameEyes
    /// A group asks for it, so that the second pair of eyes is an administrator's.
    case takesAdministrator
    case alreadyRevoked
    /// The directory granted it, so it is revoked there.
    case grantedByDirectory(group: Line)
    /// At most so many seconds at a time.
    case emergencyTooLong(secondsMax: Int)
    case emergencyNotAhead
    /// Until then there is one already.
    case emergencyGoesOn(until: Instant)
    case noEmergency
    /// It goes on until then, so nobody can say yet what was looked at.
    case emergencyNotOver(until: Instant)
    case emergencyAlreadyReviewed
    /// Somebody has to look over the emergency access before its person is erased.
    case emergencyNotReviewed
    case unknownErasure
    /// Somebody asked for it already, and it waits for a second person.
    case erasureRequested
    /// It is being carried out.
    case erasureApproved
    case erasureNotApproved
    /// What is held must be kept until then; nil when that is not known.
    case onHold(until: Day?)
    case unknownHold
    case holdIsPast
    /// Nothing is left of it but that it was there.
    case erased(on: Day)
  }

  /// What an account is at some moment: not there yet, or all that the rules look at.
  public enum State: Equatable, Sendable {
    case unopened
    case opened(Dossier)
  }

  public static let category = "account"
  public static let initial = State.unopened

  /// A person has one account, and a log one first administrator.
  public static func claims(of event: Event, in stream: StreamName) -> [Claim] {
    switch event {
    case .opened(let person, _, _):
      [Claim(.take, scope: "account-person", key: person.description)]
    case .granted(_, _, _, .founding, _): [foundingClaim]
    case .restated, .closed, .reopened, .granted, .grantProposed, .grantProposedByGroup,
      .grantConfirmed, .grantDeclined, .grantRevoked, .glassBroken, .glassMended,
      .emergencyReviewed, .erasureRequested, .erasureApproved, .erasureDeclined, .held, .holdLifted,
      .erased:
      []
    }
  }

  /// Taken by the first administrator and never given back.
  public static let foundingClaim = Claim(.take, scope: "account-founding", key: "administrator")

  public static func decide(_ command: Command, _ state: State) throws(Refusal) -> [Event] {
    switch (command, state) {
    case (.open(let person, let profile, let day), .unopened):
      return [.opened(person: person, profile: profile, on: day)]
    case (.open, .opened): throw .alreadyOpened
    case (.restate, .unopened), (.close, .unopened), (.letGo, .unopened), (.reopen, .unopened),
      (.found, .unopened), (.appoint, .unopened), (.grant, .unopened), (.confirm, .unopened),
      (.admit, .unopened), (.decline, .unopened), (.revoke, .unopened), (.follow, .unopened),
      (.breakGlass, .unopened), (.mendGlass, .unopened), (.reviewEmergency, .unopened),
      (.erasure, .unopened):
      throw .notOpened
    case (_, .opened(let dossier)): return try dossier.decide(command)
    }
  }

  public static func evolve(_ state: State, _ event: Event) -> State {
    switch (event, state) {
    case (.opened(let person, let profile, let day), _):
      .opened(Dossier(person: person, profile: profile, openedOn: day))
    case (_, .unopened): .unopened
    case (_, .opened(let dossier)): .opened(dossier.after(event))
    }
  }
}
