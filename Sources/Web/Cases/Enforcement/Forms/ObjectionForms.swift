import Domain

/// Forms about objections to a decision, and about when nothing can be brought against it any more.
enum ObjectionForms {
  static let all = [objection, outcome, irrevocability]

  static let objection = FindingForm.step(
    "cases/:case/findings/:finding/actions/:action/objection", title: "enforcement.act.object",
    lead: "enforcement.object-lead", { _, id, _, _ in .receiveObjection(id) })

  static let outcome = FindingForm.step(
    "cases/:case/findings/:finding/actions/:action/objection-outcome",
    title: "enforcement.act.settle-objection", stopping: "publication.stop.warning-objection",
    fields: { sheet, _, reader in
      sheet.radios(
        "outcome", label: "enforcement.field.objection-outcome",
        Enforcement.ObjectionOutcome.allCases.map {
          Choice($0.rawValue, reader.text($0.name), hint: reader.text($0.meaning))
        })
      sheet.reason()
    },
    { form, id, _, _ in
      let outcome = form.choice("outcome", as: Enforcement.ObjectionOutcome.self)
      let reason = form.prose("reason")
      guard let outcome, let reason else { return nil }
      return .settleObjection(id, outcome, reason: reason)
    })

  static let irrevocability = FindingForm.step(
    "cases/:case/findings/:finding/actions/:action/irrevocability",
    title: "enforcement.act.make-irrevocable", lead: "enforcement.make-irrevocable-lead",
    { _, id, _, _ in .makeIrrevocable(id) })
}
