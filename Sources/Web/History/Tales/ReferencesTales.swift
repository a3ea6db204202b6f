import Domain

extension Teller {
  /// What `event` did to the reference set that stood at `state`.
  func tale(of event: References.Event, after state: References.State) -> Tale {
    let draft = state.dossier?.draft
    return switch event {
    case .adopted(let edition, let organisation, let source, _):
      changing(nil, to: edition, Tale("history.references.adopted")).withoutWhatWas
        .saying("history.source", html: reader.source(source))
        .saying("history.organisation", organisation.description)
    case .determinantWritten(let determinant, _):
      changing(
        draft?.determinant(determinant.code), to: determinant,
        Tale("history.references.determinant", ["code": .text(determinant.code.description)]))
    case .segmentWritten(let segment, _):
      changing(
        draft?.segment(segment.key), to: segment,
        Tale("history.references.segment", ["code": .text(segment.key.description)]))
    case .interventionTypeWritten(let type, _):
      changing(
        draft?.interventionType(type.key), to: type,
        Tale("history.references.type", ["code": .text(type.key.description)]))
    case .determinantRemoved(let code, _):
      removing(code.description, draft?.determinant(code)?.name)
    case .segmentRemoved(let key, _): removing(key.description, draft?.segment(key)?.name)
    case .interventionTypeRemoved(let key, _):
      removing(key.description, draft?.interventionType(key)?.name)
    case .fitWritten(let fit, _):
      Tale("history.references.fit", words(fit.intervention, fit.determinant, draft))
    case .fitRemoved(let intervention, let determinant, _):
      Tale("history.references.fit-removed", words(intervention, determinant, draft))
    case .proposed(let by, let note, _):
      Tale("history.references.proposed", ["person": person(by)]).saying("history.note", note)
    case .published(let number, let edition, let note, let by, _):
      changing(
        state.dossier?.published, to: edition,
        Tale(
          "history.references.published",
          ["person": person(by), "number": .number(number.rawValue)])
      )
      .saying("history.note", note)
    case .sentBack(let by, let reason, _):
      Tale("history.references.sent-back", ["person": person(by)])
        .saying("history.reason", reason)
    }
  }

  private func removing(_ code: String, _ name: Line?) -> Tale {
    Tale("history.references.removed", ["code": .text(code)])
      .saying("history.name", name?.description)
  }

  private func words(
    _ type: References.InterventionType.Key, _ code: References.Determinant.Code,
    _ draft: References.Edition?
  ) -> [String: Phrase.Value] {
    let names = ReferenceNames(edition: draft, reader: reader)
    return ["type": .text(names.name(of: type)), "determinant": .text(names.name(of: code))]
  }
}

/// What the elements of a reference set say.
extension Teller {
  private func changing(
    _ old: References.Determinant?, to new: References.Determinant, _ tale: Tale
  ) -> Tale {
    tale.changing("history.name", from: old?.name.description, to: new.name.description)
      .changing("references.field.question", from: old?.question, to: new.question)
      .changing(
        "references.field.group", from: old.map { reader.text($0.group.name) },
        to: reader.text(new.group.name)
      )
      .changing(
        "references.field.cluster", from: old.map { reader.text($0.cluster.name) },
        to: reader.text(new.cluster.name)
      )
      .changing(
        "history.certainty", from: old.map { reader.text($0.certainty.name) },
        to: reader.text(new.certainty.name))
  }

  private func changing(
    _ old: References.Segment?, to new: References.Segment, _ tale: Tale
  ) -> Tale {
    tale.changing("history.name", from: old?.name.description, to: new.name.description)
      .changing(
        "references.field.complies", from: old.map { yes($0.complies) }, to: yes(new.complies)
      )
      .changing(
        "history.certainty", from: old.map { reader.text($0.certainty.name) },
        to: reader.text(new.certainty.name))
  }

  private func changing(
    _ old: References.InterventionType?, to new: References.InterventionType, _ tale: Tale
  ) -> Tale {
    tale.changing("history.name", from: old?.name.description, to: new.name.description)
      .changing(
        "references.field.burden", from: old.map { reader.number($0.burden.rawValue) },
        to: reader.number(new.burden.rawValue)
      )
      .changing(
        "history.certainty", from: old.map { reader.text($0.certainty.name) },
        to: reader.text(new.certainty.name))
  }
}

/// What one edition says otherwise than another; what both say is left out.
extension Teller {
  private func changing(
    _ old: References.Edition?, to new: References.Edition, _ tale: Tale
  ) -> Tale {
    func told<Element: Equatable>(
      _ name: Phrase, _ elements: (References.Edition) -> [Element], _ tale: Tale,
      _ words: (Element) -> HTML
    ) -> Tale {
      let (former, present) = (old.map(elements) ?? [], elements(new))
      return tale.changing(
        name, fromHTML: list(former.filter { !present.contains($0) }, words),
        toHTML: list(present.filter { !former.contains($0) }, words))
    }
    let determinants = told("references.determinants", { $0.determinants }, tale) { determinant in
      "\(determinant.code.description) \(determinant.name) \(determinant.question?.html ?? .nothing)"
    }
    let segments = told("references.segments", { $0.segments }, determinants) {
      HTML($0.name.description)
    }
    return told("references.types", { $0.interventionTypes }, segments) {
      HTML($0.name.description)
    }
  }

  private func list<Element>(_ elements: [Element], _ words: (Element) -> HTML) -> HTML? {
    guard !elements.isEmpty else { return nil }
    return "<ul>\(elements.map { "<li>\(words($0))</li>" as HTML })</ul>"
  }
}
