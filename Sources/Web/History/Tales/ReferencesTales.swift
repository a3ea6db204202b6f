import Domain

extension Teller {
  /// What `event` did to the reference set that stood at `state`.
  func tale(of event: References.Event, after state: References.State) -> Tale {
    let before = state.dossier?.draft
    return switch event {
    case .adopted(_, let organisation, let source, _):
      Tale("history.references.adopted")
        .saying("history.source", html: reader.source(source))
        .saying("history.organisation", organisation.description)
    case .determinantWritten(let determinant, _):
      Tale("history.references.determinant", ["code": .text(determinant.code.description)])
        .changing(
          "history.name", from: before?.determinant(determinant.code)?.name.description,
          to: determinant.name.description)
    case .segmentWritten(let segment, _):
      Tale("history.references.segment", ["code": .text(segment.key.description)])
        .changing(
          "history.name", from: before?.segment(segment.key)?.name.description,
          to: segment.name.description)
    case .interventionTypeWritten(let type, _):
      Tale("history.references.type", ["code": .text(type.key.description)])
        .changing(
          "history.name", from: before?.interventionType(type.key)?.name.description,
          to: type.name.description)
    case .determinantRemoved(let code, _): removing(code.description)
    case .segmentRemoved(let key, _): removing(key.description)
    case .interventionTypeRemoved(let key, _): removing(key.description)
    case .fitWritten(let fit, _):
      Tale("history.references.fit", words(fit.intervention, fit.determinant))
    case .fitRemoved(let intervention, let determinant, _):
      Tale("history.references.fit-removed", words(intervention, determinant))
    case .proposed(let by, let note, _):
      Tale("history.references.proposed", ["person": person(by)]).saying("history.note", note)
    case .published(let number, _, let note, let by, _):
      Tale(
        "history.references.published",
        ["person": person(by), "number": .number(number.rawValue)]
      )
      .saying("history.note", note)
    case .sentBack(let by, let reason, _):
      Tale("history.references.sent-back", ["person": person(by)])
        .saying("history.reason", reason)
    }
  }

  private func removing(_ code: String) -> Tale {
    Tale("history.references.removed", ["code": .text(code)])
  }

  private func words(
    _ type: References.InterventionType.Key, _ code: References.Determinant.Code
  ) -> [String: Phrase.Value] {
    ["type": .text(type.description), "determinant": .text(code.description)]
  }
}
