import Domain
import ReadModels

/// Forms about whose behaviour a programme wants to change.
enum TargetGroupForms {
  static let all = [add, rename, drop]

  static let add = ProgrammeForm(
    "programmes/:programme/target-groups", for: .manage, title: "programme.group-new.title",
    lead: "programme.group-new.lead", button: "programme.group-new.button", guarding: .none,
    filled: { _, visit in visit.filledToday },
    fields: { sheet, _, _ in
      sheet.line("name", label: "programme.field.group")
      sheet.happenedOn()
    },
    command: { form, _, _ in
      let (name, day) = (form.line("name"), form.happenedDay())
      guard let name, let day else { return nil }
      return .targetGroups(.add(TargetGroupID(form.command), name), on: day)
    })

  static let rename = ProgrammeForm(
    "programmes/:programme/target-groups/:group/name", for: .manage,
    title: "programme.group-name.title", button: "programme.group-name.button",
    guarding: .fields,
    filled: { about, visit in
      visit.filledToday.with(["name": try about.targetGroup(visit).title.description])
    },
    fields: { sheet, _, _ in
      sheet.line("name", label: "programme.field.group")
      sheet.happenedOn()
    },
    command: { form, about, visit in
      let group = try about.targetGroup(visit)
      let (name, day) = (form.line("name"), form.happenedDay())
      guard let name, let day else { return nil }
      return .targetGroups(.rename(group.id, name), on: day)
    })

  static let drop = ProgrammeForm(
    "programmes/:programme/target-groups/:group/end", for: .manage,
    title: "programme.group-end.title", lead: "programme.group-end.lead",
    button: "programme.group-end.button", weight: .danger, guarding: .none,
    filled: { _, visit in visit.filledToday },
    fields: { sheet, about, visit in
      sheet.about(try about.targetGroup(visit).title)
      sheet.reason()
      sheet.happenedOn()
    },
    command: { form, about, visit in
      let group = try about.targetGroup(visit)
      let (reason, day) = (form.prose("reason"), form.happenedDay())
      guard let reason, let day else { return nil }
      return .targetGroups(.drop(group.id, reason: reason), on: day)
    })
}
