import Domain

extension Teller {
  /// What `event` did to a signal that stood at `state`.
  func tale(of event: Signal.Event, after state: Signal.State) -> Tale {
    let before = state.dossier
    return switch event {
    case .raised(let message, let organisation, let origin, let dueOn, let isPublic, _):
      saying(origin, raising(message))
        .saying("history.signal.due", dueOn.map { reader.day($0) })
        .saying("history.signal.public", yes(isPublic))
        .saying("history.organisation", organisation.description)
    case .revised(let message, let dueOn, _):
      redating(before?.dueOn, to: dueOn, revising(before?.message, to: message))
    case .sent:
      Tale(
        "history.signal.sent",
        ["addressee": .phrase(word(for: before?.message.addressee))])
    case .responded(_, let response, _):
      Tale("history.signal.responded", ["from": line(response.from)])
        .saying("history.signal.response", response.text)
    case .takenInTreatment: standing(Tale("history.signal.taken"), before, .inTreatment)
    case .handled: standing(Tale("history.signal.handled"), before, .handled)
    case .reopened(let reason, _):
      standing(Tale("history.signal.reopened"), before, .inTreatment)
        .saying("history.reason", reason)
    case .rescheduled(let dueOn, let reason, _):
      Tale("history.signal.rescheduled")
        .changing(
          "history.signal.due", from: before?.dueOn.map { reader.day($0) }, to: reader.day(dueOn)
        )
        .saying("history.reason", reason)
    case .published:
      Tale("history.signal.published")
        .changing("history.signal.public", from: before.map { yes($0.isPublic) }, to: yes(true))
    case .withheld(let reason, _):
      Tale("history.signal.withheld")
        .changing("history.signal.public", from: before.map { yes($0.isPublic) }, to: yes(false))
        .saying("history.reason", reason)
    }
  }

  private func raising(_ message: Signal.Message) -> Tale {
    Tale("history.signal.raised", ["title": line(message.title)])
      .saying("history.signal.kind", reader.text(word(for: message.kind)))
      .saying("history.signal.addressee", reader.text(word(for: message.addressee)))
      .saying("history.signal.text", message.text)
  }

  private func saying(_ origin: Signal.Origin, _ tale: Tale) -> Tale {
    switch origin {
    case .decision(let reference):
      tale.saying(
        "history.from-decision",
        html: link("history.to-exploration", Site.exploration(reference.exploration)))
    case .known(let source, let certainty):
      tale.saying("history.source", html: reader.source(source))
        .saying("history.certainty", reader.text(certainty.name))
    }
  }

  private func revising(_ old: Signal.Message?, to new: Signal.Message) -> Tale {
    Tale("history.signal.revised")
      .changing("history.title-field", from: old?.title.description, to: new.title.description)
      .changing("history.signal.text", from: old?.text, to: new.text)
      .changing(
        "history.signal.kind", from: old.map { reader.text(word(for: $0.kind)) },
        to: reader.text(word(for: new.kind))
      )
      .changing(
        "history.signal.addressee", from: old.map { reader.text(word(for: $0.addressee)) },
        to: reader.text(word(for: new.addressee)))
  }

  /// With the day by which an answer is due, when that changed.
  private func redating(_ old: Day?, to new: Day?, _ tale: Tale) -> Tale {
    guard let new else { return tale }
    return tale.changing(
      "history.signal.due", from: old.map { reader.day($0) }, to: reader.day(new))
  }

  private func standing(
    _ tale: Tale, _ before: Signal.Dossier?, _ status: Signal.Status
  ) -> Tale {
    tale.changing(
      "history.signal.status", from: before.map { reader.text(word(for: $0.status)) },
      to: reader.text(word(for: status)))
  }
}

/// The words of a signal as they stand within a sentence.
extension Teller {
  private func word(for kind: Signal.Kind) -> Phrase {
    switch kind {
    case .askingAction: "history.signal.kind.asking-action"
    case .informing: "history.signal.kind.informing"
    }
  }

  private func word(for addressee: Signal.Addressee?) -> Phrase {
    switch addressee {
    case .minister: "history.signal.addressee.minister"
    case .ministry: "history.signal.addressee.ministry"
    case .parliament: "history.signal.addressee.parliament"
    case .surroundings: "history.signal.addressee.surroundings"
    case nil: "history.unknown"
    }
  }

  private func word(for status: Signal.Status) -> Phrase {
    switch status {
    case .open: "history.signal.status.open"
    case .inTreatment: "history.signal.status.in-treatment"
    case .handled: "history.signal.status.handled"
    }
  }
}
