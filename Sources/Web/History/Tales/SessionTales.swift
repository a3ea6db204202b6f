import Domain

/// Sessions.
extension Teller {
  /// What `event` did to a session that was `before`.
  func tale(of event: Analysis.SessionEvent, in before: Analysis.Session?) -> Tale {
    let title: [String: Phrase.Value] = ["title": line(before?.convening.title)]
    switch event {
    case .convened(let convening): return holding(convening)
    case .revised(let convening): return revising(before?.convening, to: convening)
    case .invited(_, let participant):
      return Tale("history.analysis.invited", title)
        .saying("history.analysis.participant", name(of: participant))
    case .excused(let id, let reason):
      return Tale("history.analysis.excused", title)
        .saying("history.analysis.participant", before?.participants[id].map { name(of: $0) })
        .saying("history.reason", reason)
    case .noted(let notes):
      return Tale("history.analysis.noted", title)
        .changing("history.note", from: before?.notes, to: notes)
    case .sourceAdded(_, let source):
      return Tale("history.analysis.source-added", title)
        .saying("history.source", html: reader.source(source))
    case .sourceRemoved(let id):
      return Tale("history.analysis.source-removed", title)
        .saying("history.source", html: before?.sources[id].map { reader.source($0) })
    case .attachmentAdded(_, let attachment):
      return Tale("history.analysis.attachment-added", title)
        .saying("document.name", attachment.document.name.description)
        .saying("history.description", attachment.description?.description)
        .saying("document.stripped", reader.words(forStrippedOf: attachment.document))
    case .attachmentRemoved(let id, let reason):
      return Tale("history.analysis.attachment-removed", title)
        .saying("document.name", before?.attachments[id]?.document.name.description)
        .saying("history.reason", reason)
    case .roundOpened(_, let round):
      return Tale("history.analysis.round-opened", ["title": line(round.title)])
    // What was scored, and said with it, is told when the round is closed.
    case .scored: return Tale("history.analysis.scored", title)
    case .roundClosed(let id): return closing(before?.rounds[id])
    case .concluded: return Tale("history.analysis.session-concluded", title)
    case .reopened(let reason):
      return Tale("history.analysis.session-reopened", title).saying("history.reason", reason)
    }
  }

  private func holding(_ convening: Analysis.Convening) -> Tale {
    Tale("history.analysis.session-convened", ["title": line(convening.title)])
      .saying("toolbox.field.step", reader.text(convening.step.name))
      .saying("toolbox.field.form", reader.text(convening.form.name))
      .saying("history.analysis.held-on", reader.day(convening.heldOn))
  }

  private func revising(_ old: Analysis.Convening?, to new: Analysis.Convening) -> Tale {
    Tale("history.analysis.session-revised", ["title": line(old?.title)])
      .changing("history.name", from: old?.title.description, to: new.title.description)
      .changing(
        "toolbox.field.form", from: old.map { reader.text($0.form.name) },
        to: reader.text(new.form.name)
      )
      .changing(
        "history.analysis.held-on", from: old.map { reader.day($0.heldOn) },
        to: reader.day(new.heldOn))
  }

  /// What was said with the scores is told without who said it, as the page of the session shows it.
  private func closing(_ before: Analysis.RoundHeld?) -> Tale {
    let answers = before?.answers.entries ?? []
    let remarks = answers.flatMap(\.value).compactMap(\.remark)
    return Tale("history.analysis.round-closed", ["title": line(before?.round.title)])
      .saying("toolbox.column.count", before.map { _ in reader.number(answers.count) })
      .saying(
        "toolbox.column.remarks",
        html: remarks.isEmpty ? nil : remarks.map { FoldedText.html($0) }.joined())
  }

  private func name(of participant: Analysis.Participant) -> String {
    people.name(of: participant, for: reader)
  }
}
