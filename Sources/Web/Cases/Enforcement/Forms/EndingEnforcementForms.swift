import Domain

/// Forms about how an action, or the whole, comes to its end.
enum EndingEnforcementForms {
  static let all = [withdrawal, ending, reopening]

  static let withdrawal = FindingForm.step(
    "cases/:case/findings/:finding/actions/:action/end", title: "enforcement.act.withdraw",
    lead: "enforcement.withdraw-lead", weight: .danger, stopping: "publication.stop.warning",
    fields: { sheet, _, _ in sheet.reason() },
    { form, id, _, _ in form.prose("reason").map { .withdraw(id, reason: $0) } })

  static let ending = FindingForm(
    "cases/:case/findings/:finding/outcome", for: .inspect, title: "enforcement.act.end",
    lead: "enforcement.end-lead", button: "enforcement.record", guarding: .whole,
    filled: { _, visit in visit.filledToday },
    fields: { sheet, _, visit in
      let reader = visit.reader
      sheet.radios(
        "ending", label: "enforcement.field.ending",
        Enforcement.Ending.allCases.map {
          Choice($0.rawValue, reader.text($0.name), hint: reader.text($0.meaning))
        })
      sheet.reason()
      sheet.happenedOn("field.on")
    },
    command: { form, about, _ in
      let ending = form.choice("ending", as: Enforcement.Ending.self)
      let (reason, day) = (form.prose("reason"), form.happenedDay())
      guard let ending, let reason, let day else { return nil }
      return about.enforcing(.end(ending, reason: reason), on: day)
    })

  static let reopening = FindingForm(
    "cases/:case/findings/:finding/reopening", for: .inspect, title: "enforcement.act.reopen",
    button: "enforcement.record", guarding: .none,
    filled: { _, visit in visit.filledToday },
    fields: { sheet, _, _ in
      sheet.reason()
      sheet.happenedOn("field.on")
    },
    command: { form, about, _ in
      let (reason, day) = (form.prose("reason"), form.happenedDay())
      guard let reason, let day else { return nil }
      return about.enforcing(.reopen(reason: reason), on: day)
    })
}
