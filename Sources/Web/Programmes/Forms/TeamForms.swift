import Domain
import ReadModels

/// Forms about who works on a programme.
enum TeamForms {
  static let all = [join, leave]

  static let join = ProgrammeForm(
    "programmes/:programme/team", for: .manage, title: "programme.member-new.title",
    lead: "programme.member-new.lead", button: "programme.member-new.button", guarding: .none,
    filled: { _, visit in visit.filledToday },
    fields: { sheet, about, _ in
      sheet.select("person", label: "programme.field.person", about.people.choices)
      sheet.line("role", label: "programme.field.role", hint: "programme.field.role-hint")
      sheet.happenedOn("programme.field.from")
    },
    command: { form, about, _ in
      let (person, role) = (form.person("person", among: about.people), form.line("role"))
      let day = form.happenedDay()
      guard let person, let role, let day else { return nil }
      return .team(.join(person, role: role), on: day)
    })

  static let leave = ProgrammeForm(
    "programmes/:programme/team/:membership/end", for: .manage, title: "programme.member-end.title",
    button: "programme.member-end.button", weight: .danger, guarding: .none,
    filled: { _, visit in visit.filledToday },
    fields: { sheet, about, visit in
      sheet.about(about.people.name(try about.member(visit).person))
      sheet.happenedOn("programme.field.until")
    },
    command: { form, about, visit in
      let person = try about.member(visit).person
      guard let day = form.happenedDay() else { return nil }
      return .team(.leave(person), on: day)
    })
}
