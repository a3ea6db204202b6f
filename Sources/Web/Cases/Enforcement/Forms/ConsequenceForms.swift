import Domain

/// Forms about what follows a decision: looking again, forfeiting and collecting.
enum ConsequenceForms {
  static let all = [reinspection, forfeiture, collectionDecision, collection]

  /// More days than a year has nobody looked at, and more is a slip.
  private static let timesMax = 366

  static let reinspection = FindingForm.step(
    "cases/:case/findings/:finding/actions/:action/reinspections",
    title: "enforcement.act.reinspect",
    fields: { sheet, _, reader in
      sheet.radios(
        "restored", label: "enforcement.field.restored",
        Restored.allCases.map { Choice($0.rawValue, reader.text($0.name)) })
      sheet.prose("note", label: "enforcement.field.note", optional: true, rows: 3)
    },
    { form, id, _, _ in
      let restored = form.choice("restored", as: Restored.self)
      let note = form.optionalProse("note")
      return restored.map {
        .reinspect(id, Enforcement.Reinspection(isRestored: $0 == .wholly, note: note))
      }
    })

  static let forfeiture = FindingForm.step(
    "cases/:case/findings/:finding/actions/:action/forfeitures", title: "enforcement.act.forfeit",
    lead: "enforcement.forfeit-lead",
    fields: { sheet, action, reader in
      if let penalty = action.decision?.value.ruling.penalty {
        sheet.html("<p>\(penalty.words(for: reader))</p>\n")
      }
      sheet.number("times", label: "enforcement.field.times", hint: "enforcement.field.times-hint")
    },
    { form, id, _, _ in
      form.whole("times", in: 1...timesMax).map { .forfeit(id, times: $0) }
    })

  static let collectionDecision = FindingForm.step(
    "cases/:case/findings/:finding/actions/:action/collection-decisions",
    title: "enforcement.act.decide-collection", lead: "enforcement.decide-collection-lead",
    fields: { sheet, _, _ in sheet.euro("amount", label: "enforcement.field.collected-amount") },
    { form, id, _, _ in form.euro("amount").map { .decideCollection(id, $0) } })

  static let collection = FindingForm.step(
    "cases/:case/findings/:finding/actions/:action/collections", title: "enforcement.act.collect",
    fields: { sheet, _, _ in sheet.euro("amount", label: "enforcement.field.collected-amount") },
    { form, id, _, _ in form.euro("amount").map { .collect(id, $0) } })
}

/// What a later look found, as a form offers it.
private enum Restored: String, CaseIterable {
  case wholly
  case not

  var name: Phrase {
    switch self {
    case .wholly: "enforcement.restored.wholly"
    case .not: "enforcement.restored.not"
    }
  }
}
