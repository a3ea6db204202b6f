import Domain
import ReadModels

/// A form about the enforcement of one finding.
typealias FindingForm = CommandForm<CaseFile, FindingSubject>

/// Every form about the enforcement of a finding.
enum EnforcementForms {
  static let all: [FindingForm] =
    ViolationReportForms.all + PlacingForms.all + ProcedureForms.all + ConsequenceForms.all
    + ObjectionForms.all + EndingEnforcementForms.all
}

extension CommandForm where Acts == CaseFile, About == FindingSubject {
  /// A form that writes down a step of the action that its address names, and the day on which it happened.
  ///
  /// `stopping` warns that what is published stops by it, when it takes a decision away.
  static func step(
    _ pattern: StaticString, title: Phrase, lead: Phrase? = nil,
    weight: Button.Weight = .primary, stopping: Phrase? = nil,
    fields: @escaping @Sendable (inout FormSheet, Enforcement.Action, Reader) -> Void = { _, _, _ in
    },
    _ step:
      @escaping @Sendable (inout Form, Enforcement.ActionID, Enforcement.Action, Day) ->
      Enforcement.Command?
  ) -> FindingForm {
    FindingForm(
      pattern, for: .inspect, title: title, lead: lead, button: "enforcement.record",
      weight: weight, guarding: .none,
      filled: { _, visit in visit.filledToday },
      fields: { sheet, about, visit in
        let (_, action) = try about.action(visit)
        sheet.about(visit.reader.text(action.measure.name))
        if let stopping, action.decision != nil {
          sheet.html(StopNotice.html(about.file, stopping))
        }
        fields(&sheet, action, visit.reader)
        sheet.happenedOn("field.on")
      },
      command: { form, about, visit in
        let (id, action) = try about.action(visit)
        let day = form.happenedDay()
        // Whatever else is wrong is noted along with the day.
        let command = step(&form, id, action, day ?? visit.reader.today)
        guard let day, let command else { return nil }
        return about.enforcing(command, on: day)
      })
  }
}
