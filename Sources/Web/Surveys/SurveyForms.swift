import Authentication
import Domain
import ReadModels

/// Asking whoever was supervised how it was.
enum SurveyForms {
  static let all = [asking]

  static let asking = CaseForm(
    "cases/:case/surveys", for: .inspect, title: "survey.ask.title", lead: "survey.ask.lead",
    button: "survey.ask.button", guarding: .none,
    filled: { about, _ in
      [
        "about": (about.isOpen ? about.interventions.last?.id.description : SurveyForms.whole) ?? ""
      ]
    },
    fields: { sheet, about, _ in
      sheet.radios("about", label: "survey.field.about", SurveyForms.choices(about))
    },
    command: { form, about, visit in
      guard let chosen = form.lookedBackOn(of: about) else { return nil }
      let today = visit.reader.today
      return .surveying(
        SurveyID(form.command),
        .ask(chosen.intervention, until: today.adding(days: SurveyLinks.daysMax)), on: today)
    })

  /// The answer for the case as a whole.
  static let whole = "case"

  /// What may be looked back on: each intervention, and the whole once it is closed.
  static func choices(_ about: CaseSubject) -> [Choice] {
    let visits = about.interventions.map { row in
      Choice(row.id.description, about.words(for: row))
    }
    return visits
      + (about.isOpen ? [] : [Choice(whole, about.reader.text("survey.about-whole"))])
  }
}

extension CaseSubject {
  /// An intervention in a few words: its kind and its day.
  func words(for row: CaseInterventionRow) -> String {
    "\(names.name(of: row.intervention.kind)), \(reader.day(row.intervention.on))"
  }

  /// What a survey asks about, in a few words.
  func subject(of row: CaseSurveyRow) -> String {
    let visit = row.intervention.flatMap { id in interventions.first { $0.id == id } }
    return visit.map { words(for: $0) } ?? reader.text("survey.about-whole")
  }
}

/// What somebody is asked to look back on.
private enum LookedBackOn {
  case visit(CaseInterventionID)
  case whole

  var intervention: CaseInterventionID? {
    switch self {
    case .visit(let id): id
    case .whole: nil
    }
  }
}

extension Form {
  /// What was chosen to look back on; nil, with a problem, when that was not offered.
  fileprivate mutating func lookedBackOn(of about: CaseSubject) -> LookedBackOn? {
    let chosen = value("about")
    guard SurveyForms.choices(about).contains(where: { $0.value == chosen }) else {
      note(.notAChoice, at: "about")
      return nil
    }
    return CaseInterventionID(chosen).map { .visit($0) } ?? .whole
  }
}
