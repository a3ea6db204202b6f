import Domain

extension Teller {
  /// What `event` did to a party or place that stood at `state`.
  func tale(of event: SupervisedEntity.Event, after state: SupervisedEntity.State) -> Tale {
    let before = state.dossier
    return switch event {
    case .registered(let kind, let particulars, _):
      changing(
        nil, to: particulars, Tale("history.entity.registered", ["name": line(particulars.name)])
      )
      .withoutWhatWas
      .saying("entity.field.kind", reader.text(kind.name))
    case .revised(let particulars, _, let reason, _):
      changing(
        before?.particulars, to: particulars,
        Tale(reason == nil ? "history.entity.revised" : "history.entity.corrected")
      )
      .saying("history.reason", reason)
    case .aliasAdded(_, let alias, _):
      Tale("history.entity.alias-added", ["name": line(alias.name)])
        .saying("entity.field.alias-note", alias.note?.description)
    case .aliasRemoved(let id, _):
      Tale(
        "history.entity.alias-removed",
        ["name": .text(before?.aliases[id]?.name.description ?? reader.text("history.unknown"))])
    case .related(_, let relation, _):
      naming(relation.other, Tale("history.entity.related"))
        .saying("entity.field.relation", reader.text(relation.kind.name))
    case .relationEnded(let id, _): ending(before?.relations[id]?.relation)
    case .merged(let survivor, let reason, _):
      naming(survivor, Tale("history.entity.merged")).saying("history.reason", reason)
    case .mergeUndone(let reason, _):
      Tale("history.entity.merge-undone").saying("history.reason", reason)
    case .absorbed(let entity, _): naming(entity, Tale("history.entity.absorbed"))
    case .released(let entity, _): naming(entity, Tale("history.entity.released"))
    case .agencyNoted(_, let visit, _):
      Tale(
        "history.entity.agency-noted",
        ["agency": line(visit.agency), "day": .text(reader.day(visit.visitedOn))])
    case .agencyNoteWithdrawn(let id, let reason, _):
      withdrawing(before?.agencyVisits[id]).saying("history.reason", reason)
    }
  }

  private func changing(
    _ old: SupervisedEntity.Particulars?, to new: SupervisedEntity.Particulars, _ tale: Tale
  ) -> Tale {
    RegistrationNumber.Register.allCases.reduce(tale) { tale, register in
      tale.changing(register.name, from: old?.written(register), to: new.written(register))
    }
    .changing("entity.field.name", from: old?.name.description, to: new.name.description)
    .changing("entity.field.sector", from: old?.sector?.description, to: new.sector?.description)
    .changing(
      "entity.field.chain-role", from: old?.chainRole?.description, to: new.chainRole?.description
    )
    .changing("entity.field.address", from: old?.writtenAddress, to: new.writtenAddress)
    .changing(
      "entity.field.coordinates", from: old?.coordinates?.description,
      to: new.coordinates?.description
    )
    .changing("entity.field.notes", from: old?.notes, to: new.notes)
  }

  /// With the way to the other.
  private func naming(_ other: EntityID, _ tale: Tale) -> Tale {
    tale.saying(
      "history.entity.other-party", html: link("history.entity.to-other", Site.entity(other)))
  }

  private func ending(_ relation: SupervisedEntity.Relation?) -> Tale {
    let tale = Tale("history.entity.relation-ended")
    guard let relation else { return tale }
    return naming(relation.other, tale)
      .saying("entity.field.relation", reader.text(relation.kind.name))
  }

  private func withdrawing(_ visit: SupervisedEntity.AgencyVisit?) -> Tale {
    let tale = Tale("history.entity.agency-note-withdrawn")
    guard let visit else { return tale }
    return tale.saying("entity.field.agency", visit.agency.description)
      .saying("entity.field.visited-on", reader.day(visit.visitedOn))
  }
}

extension SupervisedEntity.Particulars {
  fileprivate func written(_ register: RegistrationNumber.Register) -> String? {
    numbers.first { $0.register == register }?.written
  }

  fileprivate var writtenAddress: String? {
    address.map { EntityWords.lines($0).joined(separator: ", ") }
  }
}
