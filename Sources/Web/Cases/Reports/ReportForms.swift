import Domain
import ReadModels

/// Withdrawing a report or letter.
enum ReportForms {
  static let all = [withdrawal]

  static let withdrawal = CaseForm(
    "cases/:case/reports/:report/end", for: .inspect, title: "report.end.title",
    lead: "report.end.lead", button: "report.end.button", weight: .danger, guarding: .none,
    filled: { _, visit in visit.filledToday },
    fields: { sheet, about, visit in
      let row = try about.report(visit)
      if row.report.kind == .inspectionReport { sheet.html(StopNotice.html(about)) }
      sheet.about("\(about.number(of: row)) \(row.report.title)")
      sheet.reason()
      sheet.happenedOn("field.on")
    },
    command: { form, about, visit in
      let row = try about.report(visit)
      let (reason, day) = (form.prose("reason"), form.happenedDay())
      guard let reason, let day else { return nil }
      return .reporting(.withdraw(row.id, reason: reason), on: day)
    })
}
