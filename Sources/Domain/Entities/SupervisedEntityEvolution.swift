extension SupervisedEntity.Dossier {
  /// This dossier with what `event` says.
  func after(_ event: SupervisedEntity.Event) -> SupervisedEntity.Dossier {
    var dossier = self
    dossier.apply(event)
    return dossier
  }

  private mutating func apply(_ event: SupervisedEntity.Event) {
    switch event {
    case .registered: break
    case .revised(let particulars, _, _, _): self.particulars = particulars
    case .aliasAdded(let id, let alias, _):
      aliases[id] = alias
      aliasIDs.insert(id)
    case .aliasRemoved(let id, _): aliases[id] = nil
    case .related(let id, let relation, let day):
      relations[id] = Related(relation: relation, since: day)
      relationIDs.insert(id)
    case .relationEnded(let id, _): relations[id] = nil
    case .merged(let survivor, _, let day): merge = Merge(survivor: survivor, on: day)
    case .mergeUndone: merge = nil
    case .absorbed(let entity, _): absorbed.append(entity)
    case .released(let entity, _): absorbed.removeAll { $0 == entity }
    case .agencyNoted(let id, let visit, _):
      agencyVisits[id] = visit
      agencyVisitIDs.insert(id)
    case .agencyNoteWithdrawn(let id, _, _): agencyVisits[id] = nil
    }
  }
}

extension SupervisedEntity.State {
  /// All that it is now; nil before it was registered.
  public var dossier: SupervisedEntity.Dossier? {
    switch self {
    case .unregistered: nil
    case .registered(let dossier): dossier
    }
  }
}

extension SupervisedEntity.Event {
  /// The day on which it happened, as the one who recorded it says.
  public var on: Day {
    switch self {
    case .registered(_, _, let day), .revised(_, _, _, let day), .aliasAdded(_, _, let day),
      .aliasRemoved(_, let day), .related(_, _, let day), .relationEnded(_, let day),
      .merged(_, _, let day), .mergeUndone(_, let day), .absorbed(_, let day),
      .released(_, let day), .agencyNoted(_, _, let day), .agencyNoteWithdrawn(_, _, let day):
      day
    }
  }
}
