import Domain
import ReadModels

/// A form about an exploration that was opened.
typealias ExplorationForm = CommandForm<Exploration, ExplorationSubject>

/// Every form about an exploration, but for the one that adopts a decision: that one may begin something else too.
enum ExplorationForms {
  static let all: [ExplorationForm] =
    TextForms.all + PartyForms.all + FindingForms.all + ArgumentForms.all + DecisionForms.all
}

/// Forms about its title, what gave cause to it, and its sections.
enum TextForms {
  static let all = [title, origin] + Exploration.Section.allCases.map(section)

  static let title = ExplorationForm(
    "explorations/:exploration/title", for: .explore, title: "exploration.title.title",
    button: "exploration.title.button", guarding: .fields,
    filled: { about, visit in
      visit.filledToday.with(["title": about.exploration.title.description])
    },
    fields: { sheet, _, _ in
      sheet.line("title", label: "exploration.field.title", hint: "exploration.field.title-hint")
      sheet.happenedOn()
    },
    command: { form, _, _ in
      let (title, day) = (form.line("title"), form.happenedDay())
      guard let title, let day else { return nil }
      return .revise(.retitle(title), on: day)
    })

  static let origin = ExplorationForm(
    "explorations/:exploration/origin", for: .explore, title: "exploration.origin.title",
    button: "exploration.origin.button", guarding: .fields,
    filled: { about, visit in
      visit.filledToday.with(["origin": about.exploration.origin.rawValue])
    },
    fields: { sheet, _, visit in
      sheet.origin(for: visit.reader)
      sheet.happenedOn()
    },
    command: { form, _, _ in
      let (origin, day) = (form.choice("origin", as: Exploration.Origin.self), form.happenedDay())
      guard let origin, let day else { return nil }
      return .revise(.reclassify(origin), on: day)
    })

  private static func section(_ section: Exploration.Section) -> ExplorationForm {
    ExplorationForm(
      section.pattern, for: .explore, title: section.name, lead: section.hint,
      button: "exploration.section.button", guarding: .fields,
      filled: { about, visit in
        visit.filledToday.with(["text": about.section(section)?.text.description])
      },
      fields: { sheet, _, _ in
        sheet.prose("text", label: section.name, rows: 14)
        sheet.happenedOn()
      },
      command: { form, _, _ in
        let (text, day) = (form.prose("text"), form.happenedDay())
        guard let text, let day else { return nil }
        return .revise(.rewrite(section, text), on: day)
      })
  }
}

extension Exploration.Section {
  fileprivate var pattern: StaticString {
    switch self {
    case .problem: "explorations/:exploration/problem"
    case .causes: "explorations/:exploration/causes"
    case .influence: "explorations/:exploration/influence"
    case .system: "explorations/:exploration/system"
    }
  }
}
