import Domain
import EventSourcing
import ReadModels

/// Forms that begin an analysis, and finish, skip and reopen its steps.
enum StepForms {
  static let all =
    [beginning, edition, skipping]
    + Analysis.Step.allCases.flatMap { [conclusion($0), reopening($0)] }

  static let beginning = ToolboxForm(
    "programmes/:programme/toolbox/beginning", for: .manage, title: "toolbox.beginning.title",
    lead: "toolbox.beginning.lead", button: "toolbox.beginning.button", guarding: .none,
    filled: { _, visit in visit.filledToday },
    fields: { sheet, _, _ in sheet.happenedOn() },
    command: { form, about, _ in
      guard let edition = about.edition else {
        form.note(FormProblem("toolbox.refusal.no-edition"))
        return nil
      }
      return form.happenedDay().map {
        .begin(
          title: about.programme.label.name, organisation: about.programme.organisationName,
          edition: edition.number, on: $0)
      }
    })

  static let edition = ToolboxForm(
    "programmes/:programme/toolbox/edition", for: .manage, title: "toolbox.edition.title",
    lead: "toolbox.edition.lead", button: "toolbox.edition.button", guarding: .none,
    filled: { _, visit in visit.filledToday },
    fields: { sheet, about, visit in
      if let later = about.laterEdition {
        sheet.about(
          visit.reader.text(
            "toolbox.edition.from-to",
            [
              "from": .number(about.analysis?.edition.rawValue ?? 0),
              "to": .number(later.number.rawValue),
            ]))
      }
      sheet.reason()
      sheet.happenedOn()
    },
    command: { form, about, _ in
      let (reason, day) = (form.prose("reason"), form.happenedDay())
      guard let later = about.laterEdition ?? about.edition, let reason, let day else { return nil }
      return .moveOn(to: later.number, reason: reason, on: day)
    })

  static let skipping = ToolboxForm(
    "programmes/:programme/toolbox/understand/skipping", for: .manage,
    title: "toolbox.skipping.title", lead: "toolbox.skipping.lead",
    button: "toolbox.skipping.button", weight: .danger, guarding: .none,
    filled: { _, visit in visit.filledToday },
    fields: { sheet, _, _ in
      sheet.reason()
      sheet.happenedOn()
    },
    command: { form, _, visit in
      let (reason, day) = (form.prose("reason"), form.happenedDay())
      guard let reason, let day else { return nil }
      return .skipUnderstanding(by: try visit.actor(), reason: reason, on: day)
    })

  /// Whoever finishes a step judges all of it.
  private static func conclusion(_ step: Analysis.Step) -> ToolboxForm {
    ToolboxForm(
      step.conclusionPattern, for: .manage, title: step.conclusionTitle,
      lead: step.conclusionLead, button: "toolbox.conclusion.button", guarding: .whole,
      filled: { _, visit in visit.filledToday },
      fields: { sheet, _, _ in
        sheet.prose("conclusion", label: "toolbox.field.conclusion", rows: 6)
        sheet.happenedOn()
      },
      command: { form, _, _ in
        let (conclusion, day) = (form.prose("conclusion"), form.happenedDay())
        guard let conclusion, let day else { return nil }
        return .finish(step, conclusion: conclusion, on: day)
      })
  }

  private static func reopening(_ step: Analysis.Step) -> ToolboxForm {
    ToolboxForm(
      step.reopeningPattern, for: .manage, title: step.reopeningTitle,
      lead: "toolbox.reopening.lead", button: "toolbox.reopening.button", guarding: .none,
      filled: { _, visit in visit.filledToday },
      fields: { sheet, _, _ in
        sheet.reason("toolbox.field.insight")
        sheet.happenedOn()
      },
      command: { form, _, _ in
        let (reason, day) = (form.prose("reason"), form.happenedDay())
        guard let reason, let day else { return nil }
        return .reopen(step, reason: reason, on: day)
      })
  }
}

extension Analysis.Step {
  fileprivate var conclusionPattern: StaticString {
    switch self {
    case .choose: "programmes/:programme/toolbox/choose/conclusion"
    case .understand: "programmes/:programme/toolbox/understand/conclusion"
    case .act: "programmes/:programme/toolbox/act/conclusion"
    }
  }

  fileprivate var reopeningPattern: StaticString {
    switch self {
    case .choose: "programmes/:programme/toolbox/choose/reopening"
    case .understand: "programmes/:programme/toolbox/understand/reopening"
    case .act: "programmes/:programme/toolbox/act/reopening"
    }
  }

  fileprivate var conclusionTitle: Phrase {
    switch self {
    case .choose: "toolbox.conclusion.choose"
    case .understand: "toolbox.conclusion.understand"
    case .act: "toolbox.conclusion.act"
    }
  }

  fileprivate var conclusionLead: Phrase {
    switch self {
    case .choose: "toolbox.conclusion.choose-lead"
    case .understand: "toolbox.conclusion.understand-lead"
    case .act: "toolbox.conclusion.act-lead"
    }
  }

  fileprivate var reopeningTitle: Phrase {
    switch self {
    case .choose: "toolbox.reopening.choose"
    case .understand: "toolbox.reopening.understand"
    case .act: "toolbox.reopening.act"
    }
  }
}
