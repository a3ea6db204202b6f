extension SupervisedEntity {
  /// All that a party or place is now.
  public struct Dossier: Equatable, Sendable {
    public let kind: Kind
    public let registeredOn: Day
    public internal(set) var particulars: Particulars
    public internal(set) var aliases = Register<AliasID, Alias>()
    public internal(set) var relations = Register<RelationID, Related>()
    /// The one that it proved to be the same as; nil while it stands by itself.
    public internal(set) var merge: Merge?
    /// Those that proved to be this one.
    public internal(set) var absorbed: [EntityID] = []
    public internal(set) var agencyVisits = Register<AgencyVisitID, AgencyVisit>()
    /// Whatever was ever named, so that no identifier says two things.
    var aliasIDs: Set<AliasID> = []
    var relationIDs: Set<RelationID> = []
    var agencyVisitIDs: Set<AgencyVisitID> = []

    /// A relation that goes on, and since when.
    public struct Related: Equatable, Sendable {
      public let relation: Relation
      public let since: Day
    }

    /// Into which it was merged, and on which day.
    public struct Merge: Equatable, Sendable {
      public let survivor: EntityID
      public let on: Day
    }

    init(kind: Kind, registeredOn day: Day, particulars: Particulars) {
      self.kind = kind
      registeredOn = day
      self.particulars = particulars
    }
  }
}

extension SupervisedEntity.Dossier {
  func decide(
    _ command: SupervisedEntity.Command
  ) throws(SupervisedEntity.Refusal) -> [SupervisedEntity.Event] {
    switch command {
    case .register: throw .alreadyRegistered
    case .undoMerge(let reason, let day): return try undoMerge(reason, on: day)
    case .release(let entity, let day): return try release(entity, on: day)
    case .revise, .addAlias, .removeAlias, .relate, .endRelation, .merge, .absorb, .noteAgency,
      .withdrawAgencyNote:
      if let merge { throw .merged(into: merge.survivor) }
      return try change(command)
    }
  }

  /// What only one that stands by itself does.
  private func change(
    _ command: SupervisedEntity.Command
  ) throws(SupervisedEntity.Refusal) -> [SupervisedEntity.Event] {
    switch command {
    case .register, .undoMerge, .release: []
    case .revise(let particulars, let reason, let day):
      try revise(particulars, reason, on: day)
    case .addAlias(let id, let alias, let day): try add(alias, as: id, on: day)
    case .removeAlias(let id, let day): try removeAlias(id, on: day)
    case .relate(let id, let relation, let own, let otherKind, let day):
      try relate(relation, of: own, to: otherKind, as: id, on: day)
    case .endRelation(let id, let day): try endRelation(id, on: day)
    case .merge(let own, let survivor, let kind, let reason, let day):
      try merge(own, into: survivor, of: kind, reason, on: day)
    case .absorb(let entity, let day): try absorb(entity, on: day)
    case .noteAgency(let id, let visit, let day): try note(visit, as: id, on: day)
    case .withdrawAgencyNote(let id, let reason, let day): try withdraw(id, reason, on: day)
    }
  }

  private func revise(
    _ particulars: SupervisedEntity.Particulars, _ reason: Prose?, on day: Day
  ) throws(SupervisedEntity.Refusal) -> [SupervisedEntity.Event] {
    guard particulars != self.particulars else { return [] }
    try checkDay(day)
    try particulars.check(for: kind)
    let dropped = self.particulars.numbers.filter { !particulars.numbers.contains($0) }
    return [.revised(particulars: particulars, dropped: dropped, reason: reason, on: day)]
  }

  private func checkDay(_ day: Day) throws(SupervisedEntity.Refusal) {
    guard day >= registeredOn else { throw .beforeRegistered(on: registeredOn) }
  }
}

/// Its other names, and what it has to do with others.
extension SupervisedEntity.Dossier {
  private func add(
    _ alias: SupervisedEntity.Alias, as id: AliasID, on day: Day
  ) throws(SupervisedEntity.Refusal) -> [SupervisedEntity.Event] {
    try checkDay(day)
    guard !aliasIDs.contains(id) else { throw .identifierInUse }
    let names = [particulars.name] + aliases.entries.map(\.value.name)
    guard !names.contains(alias.name) else { throw .nameKnown }
    return [.aliasAdded(id: id, alias: alias, on: day)]
  }

  private func removeAlias(
    _ id: AliasID, on day: Day
  ) throws(SupervisedEntity.Refusal) -> [SupervisedEntity.Event] {
    try checkDay(day)
    guard aliases[id] != nil else { throw .aliasUnknown }
    return [.aliasRemoved(id: id, on: day)]
  }

  private func relate(
    _ relation: SupervisedEntity.Relation, of own: EntityID, to otherKind: SupervisedEntity.Kind,
    as id: RelationID, on day: Day
  ) throws(SupervisedEntity.Refusal) -> [SupervisedEntity.Event] {
    guard relation.other != own else { throw .relatedToItself }
    guard !relationIDs.contains(id) else { throw .identifierInUse }
    guard relation.kind.ties(kind, to: otherKind) else { throw .relationOfOtherKinds }
    guard !relations.entries.contains(where: { $0.value.relation == relation }) else {
      throw .relationKnown
    }
    return [.related(id: id, relation: relation, on: day)]
  }

  private func endRelation(
    _ id: RelationID, on day: Day
  ) throws(SupervisedEntity.Refusal) -> [SupervisedEntity.Event] {
    guard let related = relations[id] else { throw .relationUnknown }
    guard day >= related.since else { throw .beforeRelated(on: related.since) }
    return [.relationEnded(id: id, on: day)]
  }
}

/// What it is the same as, and who else was there.
extension SupervisedEntity.Dossier {
  private func merge(
    _ own: EntityID, into survivor: EntityID, of otherKind: SupervisedEntity.Kind, _ reason: Prose,
    on day: Day
  ) throws(SupervisedEntity.Refusal) -> [SupervisedEntity.Event] {
    guard survivor != own else { throw .mergedIntoItself }
    guard kind == otherKind else { throw .mergedWithOtherKind }
    try checkDay(day)
    return [.merged(into: survivor, reason: reason, on: day)]
  }

  private func undoMerge(
    _ reason: Prose, on day: Day
  ) throws(SupervisedEntity.Refusal) -> [SupervisedEntity.Event] {
    guard let merge else { throw .notMerged }
    guard day >= merge.on else { throw .beforeMerged(on: merge.on) }
    return [.mergeUndone(reason: reason, on: day)]
  }

  private func absorb(
    _ entity: EntityID, on day: Day
  ) throws(SupervisedEntity.Refusal) -> [SupervisedEntity.Event] {
    absorbed.contains(entity) ? [] : [.absorbed(entity: entity, on: day)]
  }

  private func release(
    _ entity: EntityID, on day: Day
  ) throws(SupervisedEntity.Refusal) -> [SupervisedEntity.Event] {
    guard absorbed.contains(entity) else { throw .notAbsorbed }
    return [.released(entity: entity, on: day)]
  }

  private func note(
    _ visit: SupervisedEntity.AgencyVisit, as id: AgencyVisitID, on day: Day
  ) throws(SupervisedEntity.Refusal) -> [SupervisedEntity.Event] {
    guard !agencyVisitIDs.contains(id) else { throw .identifierInUse }
    guard visit.visitedOn <= day else { throw .visitToCome(on: visit.visitedOn) }
    return [.agencyNoted(id: id, visit: visit, on: day)]
  }

  private func withdraw(
    _ id: AgencyVisitID, _ reason: Prose, on day: Day
  ) throws(SupervisedEntity.Refusal) -> [SupervisedEntity.Event] {
    guard agencyVisits[id] != nil else { throw .agencyNoteUnknown }
    return [.agencyNoteWithdrawn(id: id, reason: reason, on: day)]
  }
}
