import Domain
import ReadModels

/// Forms about what came of the work.
enum AchievementForms {
  static let all = [record, withdraw]

  static let record = ProgrammeForm(
    "programmes/:programme/achievements", for: .work, title: "programme.achievement-new.title",
    lead: "programme.achievement-new.lead", button: "programme.achievement-new.button",
    guarding: .none,
    filled: { _, visit in visit.filledToday },
    fields: { sheet, _, _ in
      sheet.prose("text", label: "programme.field.achievement", rows: 4)
      sheet.source()
      sheet.happenedOn("programme.field.achieved-on")
    },
    command: { form, _, _ in
      let (text, source, day) = (form.prose("text"), form.source(), form.happenedDay())
      guard let text, let source, let day else { return nil }
      let achievement = Programme.Achievement(text, source: source)
      return .achievements(.record(AchievementID(form.command), achievement), on: day)
    })

  static let withdraw = ProgrammeForm(
    "programmes/:programme/achievements/:achievement/withdrawal", for: .work,
    title: "programme.achievement-end.title", lead: "programme.achievement-end.lead",
    button: "programme.achievement-end.button", weight: .danger, guarding: .none,
    filled: { _, visit in visit.filledToday },
    fields: { sheet, about, visit in
      sheet.about(try about.achievement(visit).achievement.text)
      sheet.reason()
      sheet.happenedOn()
    },
    command: { form, about, visit in
      let id = try about.achievement(visit).id
      let (reason, day) = (form.prose("reason"), form.happenedDay())
      guard let reason, let day else { return nil }
      return .achievements(.withdraw(id, reason: reason), on: day)
    })
}
