public import EventSourcing

/// A party or place under supervision (ondertoezichtstaande): an organisation, a person, a location, a ship, a vehicle
/// or a site.
///
/// Its kind stands; what is known of it may change. Two that prove to be one are merged: the one points to the other,
/// stands still, and can be set apart again. Both streams say so, so that nothing is merged in a circle.
public enum SupervisedEntity: Decider {
  /// What may be asked of a party or place.
  public enum Command: Equatable, Sendable {
    case register(Kind, Particulars, on: Day)
    /// `reason` says why what stood there was wrong; nil when the world has changed.
    case revise(Particulars, reason: Prose?, on: Day)
    case addAlias(AliasID, Alias, on: Day)
    case removeAlias(AliasID, on: Day)
    /// `of` says whose relation it is, and `otherKind` the kind of the other.
    case relate(RelationID, Relation, of: EntityID, otherKind: Kind, on: Day)
    case endRelation(RelationID, on: Day)
    /// The first is the same as the other, which is asked at the same time to absorb it.
    case merge(EntityID, into: EntityID, ofKind: Kind, reason: Prose, on: Day)
    case undoMerge(reason: Prose, on: Day)
    /// The other side of a merge.
    case absorb(EntityID, on: Day)
    case release(EntityID, on: Day)
    case noteAgency(AgencyVisitID, AgencyVisit, on: Day)
    case withdrawAgencyNote(AgencyVisitID, reason: Prose, on: Day)
  }

  /// What can have happened to a party or place.
  public enum Event: Codable, Equatable, Sendable {
    case registered(kind: Kind, particulars: Particulars, on: Day)
    /// `dropped` are the numbers that it no longer has; `reason` is nil when the world has changed.
    case revised(
      particulars: Particulars, dropped: [RegistrationNumber], reason: Prose?, on: Day)
    case aliasAdded(id: AliasID, alias: Alias, on: Day)
    case aliasRemoved(id: AliasID, on: Day)
    case related(id: RelationID, relation: Relation, on: Day)
    case relationEnded(id: RelationID, on: Day)
    case merged(into: EntityID, reason: Prose, on: Day)
    case mergeUndone(reason: Prose, on: Day)
    case absorbed(entity: EntityID, on: Day)
    case released(entity: EntityID, on: Day)
    case agencyNoted(id: AgencyVisitID, visit: AgencyVisit, on: Day)
    case agencyNoteWithdrawn(id: AgencyVisitID, reason: Prose, on: Day)
  }

  /// Why a command is refused, with what a person needs to know to do otherwise.
  public enum Refusal: Error, Equatable, Sendable {
    case alreadyRegistered
    case notRegistered
    case beforeRegistered(on: Day)
    /// That register knows none of this kind.
    case numberOfAnotherKind(RegistrationNumber.Register)
    case secondNumber(RegistrationNumber.Register)
    /// A number that may be a citizen service number stands in a text.
    case citizenServiceNumber
    case identifierInUse
    case nameKnown
    case aliasUnknown
    case relatedToItself
    case relationOfOtherKinds
    case relationKnown
    case relationUnknown
    /// The relation has been there since that day.
    case beforeRelated(on: Day)
    case mergedIntoItself
    case mergedWithOtherKind
    /// It is the same as another, which is the one to change.
    case merged(into: EntityID)
    case notMerged
    /// It was merged on that day.
    case beforeMerged(on: Day)
    /// It was not merged with that one.
    case notAbsorbed
    /// An agency cannot have been there on a day that is still to come.
    case visitToCome(on: Day)
    case agencyNoteUnknown
  }

  /// What it is at some moment: not there yet, or all that the rules look at.
  public enum State: Equatable, Sendable {
    case unregistered
    case registered(Dossier)
  }

  public static let category = "entity"
  public static let initial = State.unregistered

  /// A registration number belongs to one, and stays with one that was merged, so that it is not registered anew.
  public static func claims(of event: Event, in stream: StreamName) -> [Claim] {
    switch event {
    case .registered(_, let particulars, _): particulars.numbers.map { claim(.take, $0) }
    case .revised(let particulars, let dropped, _, _):
      dropped.map { claim(.release, $0) } + particulars.numbers.map { claim(.take, $0) }
    case .aliasAdded, .aliasRemoved, .related, .relationEnded, .merged, .mergeUndone, .absorbed,
      .released, .agencyNoted, .agencyNoteWithdrawn:
      []
    }
  }

  /// The scope of the claims on numbers of `register`.
  public static func claimScope(of register: RegistrationNumber.Register) -> String {
    "entity-\(register.rawValue)"
  }

  private static func claim(_ act: Claim.Act, _ number: RegistrationNumber) -> Claim {
    Claim(act, scope: claimScope(of: number.register), key: number.number)
  }

  public static func decide(_ command: Command, _ state: State) throws(Refusal) -> [Event] {
    let events = try events(of: command, state)
    guard !CitizenServiceNumber.mayStand(in: events) else { throw .citizenServiceNumber }
    return events
  }

  private static func events(
    of command: Command, _ state: State
  ) throws(Refusal) -> [Event] {
    switch (command, state) {
    case (.register(let kind, let particulars, let day), .unregistered):
      try particulars.check(for: kind)
      return [.registered(kind: kind, particulars: particulars, on: day)]
    case (.register, .registered): throw .alreadyRegistered
    case (.revise, .unregistered), (.addAlias, .unregistered), (.removeAlias, .unregistered),
      (.relate, .unregistered), (.endRelation, .unregistered), (.merge, .unregistered),
      (.undoMerge, .unregistered), (.absorb, .unregistered), (.release, .unregistered),
      (.noteAgency, .unregistered), (.withdrawAgencyNote, .unregistered):
      throw .notRegistered
    case (_, .registered(let dossier)): return try dossier.decide(command)
    }
  }

  public static func evolve(_ state: State, _ event: Event) -> State {
    switch (event, state) {
    case (.registered(let kind, let particulars, let day), _):
      .registered(Dossier(kind: kind, registeredOn: day, particulars: particulars))
    case (_, .unregistered): .unregistered
    case (_, .registered(let dossier)): .registered(dossier.after(event))
    }
  }
}
