import Domain
import ReadModels

/// Forms about what a programme wants to have reached.
enum GoalForms {
  static let all = [set, reword, drop]

  static let set = ProgrammeForm(
    "programmes/:programme/goals", for: .manage, title: "programme.goal-new.title",
    lead: "programme.goal-new.lead", button: "programme.goal-new.button", guarding: .none,
    filled: { _, visit in visit.filledToday },
    fields: { sheet, _, _ in
      sheet.line("text", label: "programme.field.goal", hint: "programme.field.goal-hint")
      sheet.happenedOn()
    },
    command: { form, _, _ in
      let (text, day) = (form.line("text"), form.happenedDay())
      guard let text, let day else { return nil }
      return .goals(.set(GoalID(form.command), text), on: day)
    })

  static let reword = ProgrammeForm(
    "programmes/:programme/goals/:goal/wording", for: .manage,
    title: "programme.goal-wording.title", lead: "programme.goal-wording.lead",
    button: "programme.goal-wording.button", guarding: .fields,
    filled: { about, visit in
      visit.filledToday.with(["text": try about.goal(visit).text.description])
    },
    fields: { sheet, _, _ in
      sheet.line("text", label: "programme.field.goal")
      sheet.happenedOn()
    },
    command: { form, about, visit in
      let goal = try about.goal(visit)
      let (text, day) = (form.line("text"), form.happenedDay())
      guard let text, let day else { return nil }
      return .goals(.reword(goal.id, text), on: day)
    })

  static let drop = ProgrammeForm(
    "programmes/:programme/goals/:goal/end", for: .manage, title: "programme.goal-end.title",
    lead: "programme.goal-end.lead", button: "programme.goal-end.button", weight: .danger,
    guarding: .none,
    filled: { _, visit in visit.filledToday },
    fields: { sheet, about, visit in
      sheet.about(try about.goal(visit).text)
      sheet.reason()
      sheet.happenedOn()
    },
    command: { form, about, visit in
      let goal = try about.goal(visit)
      let (reason, day) = (form.prose("reason"), form.happenedDay())
      guard let reason, let day else { return nil }
      return .goals(.drop(goal.id, reason: reason), on: day)
    })
}
