import Authentication
import Domain

/// What whoever was supervised sees: who asks, about which day, who will read it, and what is asked.
struct SurveyPage {
  let sheet: Guest.Sheet
  let link: Link
  let reader: Reader

  var isOver: Bool { sheet.isReplied }

  func page(_ form: Form) -> Page {
    Page(
      reader.text("survey.title"), width: .read, hasProblems: !form.isSound,
      body: """
        <p class="lead">\(lead)</p>
        <h2>\(reader.text("survey.readers-title"))</h2>
        <p>\(reader.text("survey.readers"))</p>
        <p>\(reader.text("survey.freely"))</p>
        <p class="muted">\(until)</p>
        \(questions(form))
        """)
  }

  var thanks: Page {
    Page(
      reader.text("survey.thanks-title"), width: .read,
      body: "<p class=\"lead\">\(reader.text("survey.thanks"))</p>")
  }

  private var lead: String {
    let organisation = Phrase.Value.text(reader.house.organisation)
    guard let day = sheet.visitedOn else {
      return reader.text("survey.lead-whole", ["organisation": organisation])
    }
    return reader.text(
      "survey.lead", ["organisation": organisation, "day": .text(reader.day(day))])
  }

  private var until: HTML {
    guard let guest = reader.visitor.guest else { return .nothing }
    return reader.html("take-part.until", ["moment": reader.time(guest.until)])
  }

  private func questions(_ form: Form) -> HTML {
    let scale = Score.allCases.map {
      Choice("\($0.rawValue)", reader.text($0.agreement))
    }
    return FormSheet.html(form, to: link, button: "survey.button", for: reader) { sheet in
      for statement in Survey.Statement.allCases {
        sheet.radios(statement.rawValue, label: statement.sentence, optional: true, scale)
      }
      sheet.prose(
        "remark", label: "survey.field.remark", hint: "survey.field.remark-hint", optional: true)
      sheet.button("survey.decline", named: "decline")
    }
  }
}
