import Domain
import ReadModels

/// Taking a document out of a case.
enum CaseDocumentForms {
  static let all = [removal]

  static let removal = CaseForm(
    "cases/:case/documents/:document/end", for: .inspect, title: "case.document-end.title",
    lead: "case.document-end.lead", button: "case.document-end.button", weight: .danger,
    guarding: .none,
    filled: { _, visit in visit.filledToday },
    fields: { sheet, about, visit in
      sheet.about(try about.document(visit).versions.last?.document.file.name.description ?? "")
      sheet.reason()
      sheet.happenedOn("field.on")
    },
    command: { form, about, visit in
      let row = try about.document(visit)
      let (reason, day) = (form.prose("reason"), form.happenedDay())
      guard let reason, let day else { return nil }
      return .documents(.remove(row.id, reason: reason), on: day)
    })
}
