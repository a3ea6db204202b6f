import Domain
import ReadModels

/// The form that ends a programme, which cannot be taken back.
enum EndingForms {
  static let all = [end]

  static let end = ProgrammeForm(
    "programmes/:programme/end", for: .manage, title: "programme.end.title",
    lead: "programme.end.lead", button: "programme.end.button", weight: .danger,
    guarding: .whole,
    filled: { _, visit in visit.filledToday },
    fields: { sheet, about, visit in
      let reader = visit.reader
      sheet.html(
        """
        <ul>
        <li>\(reader.text("programme.end.consequence-list"))</li>
        <li>\(reader.text("programme.end.consequence-change"))</li>
        <li>\(reader.text("programme.end.consequence-kept"))</li>
        </ul>
        \(EndingLacks.html(about, for: reader))
        """)
      sheet.reason("programme.field.end-reason")
      sheet.happenedOn("programme.field.ended-on")
    },
    command: { form, _, _ in
      let (reason, day) = (form.prose("reason"), form.happenedDay())
      guard let reason, let day else { return nil }
      return .end(reason: reason, on: day)
    })
}
