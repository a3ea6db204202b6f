import Domain

/// How a programme began, what it is called, how long it lasts and through which phases it goes.
extension Teller {
  func establishing(_ charter: Programme.Charter, _ decision: DecisionReference) -> Tale {
    saying(charter, Tale("history.programme.established", ["name": line(charter.label.name)]))
      .saying(
        "history.from-decision",
        html: link("history.to-exploration", Site.exploration(decision.exploration)))
  }

  func adopting(
    _ charter: Programme.Charter, _ adoption: Programme.Adoption, _ phase: Programme.Phase
  ) -> Tale {
    let tale = Tale(
      "history.programme.adopted",
      ["name": line(charter.label.name), "plan": line(adoption.plan)])
    return saying(charter, tale.saying("history.programme.phase", reader.text(phase.name)))
      .saying("history.source", html: reader.source(adoption.source))
      .saying("history.certainty", reader.text(adoption.certainty.name))
  }

  private func saying(_ charter: Programme.Charter, _ tale: Tale) -> Tale {
    tale.saying("history.programme.number", number(charter.label))
      .saying("history.programme.problem", charter.problem)
      .saying("history.programme.manager", people.manager(charter.manager, for: reader))
      .saying("history.programme.start", reader.day(charter.term.start))
      .saying("history.programme.review", reader.day(charter.term.review))
      .saying("history.programme.end", reader.day(charter.term.end))
      .saying("history.organisation", charter.organisation.description)
  }

  /// In a plan year it did not stand in before, nothing changes: what other years call it still holds.
  func renaming(
    _ label: Programme.Label, from number: Int?, _ before: Programme.Dossier?
  ) -> Tale {
    let old = before?.labels[label.planYear]
    if before != nil, old == nil { return labelling(label) }
    return Tale("history.programme.renamed", ["year": .text(label.planYear.description)])
      .changing("history.name", from: old?.name.description, to: label.name.description)
      .changing(
        "history.programme.number",
        from: old.map { self.number($0) } ?? number.map { reader.number($0) },
        to: self.number(label))
  }

  private func labelling(_ label: Programme.Label) -> Tale {
    Tale(
      "history.programme.labelled",
      [
        "year": .text(label.planYear.description), "number": .number(label.number),
        "name": line(label.name),
      ])
  }

  private func number(_ label: Programme.Label) -> String {
    reader.text(
      "history.programme.number-in-year",
      ["number": .number(label.number), "year": .text(label.planYear.description)])
  }

  func extending(
    _ term: Programme.Term?, review: Day, end: Day, by decider: PersonID, _ reason: Prose
  ) -> Tale {
    Tale("history.programme.extended", ["person": person(decider), "day": day(end)])
      .changing(
        "history.programme.end", from: term.map { reader.day($0.end) }, to: reader.day(end)
      )
      .changing(
        "history.programme.review", from: term.map { reader.day($0.review) },
        to: reader.day(review)
      )
      .saying("history.reason", reason)
  }

  func planning(_ phase: Programme.Phase, from old: Day?, to new: Day) -> Tale {
    let tale = Tale(
      "history.programme.gate-planned", ["phase": .phrase(phase.name), "day": day(new)])
    guard let old else { return tale }
    return tale.changing(
      "history.programme.gate-day", from: reader.day(old), to: reader.day(new))
  }

  func entering(
    _ phase: Programme.Phase, _ before: Programme.Dossier?, _ tale: Tale
  ) -> Tale {
    tale.changing(
      "history.programme.phase", from: before.map { reader.text($0.course.phase.name) },
      to: reader.text(phase.name))
  }
}
