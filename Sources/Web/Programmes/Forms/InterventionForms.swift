import Domain
import ReadModels

/// Forms about what a programme does.
enum InterventionForms {
  static let all = [plan, revise, start, finish, cancel]

  static let plan = ProgrammeForm(
    "programmes/:programme/interventions", for: .work, title: "programme.intervention-new.title",
    lead: "programme.intervention-new.lead", button: "programme.intervention-new.button",
    guarding: .none,
    filled: { _, visit in visit.filledToday },
    fields: { sheet, about, _ in
      sheet.plan(of: nil, offering: about.offer)
      sheet.happenedOn("programme.field.planned-on")
    },
    command: { form, about, _ in
      let (plan, day) = (form.plan(of: nil, among: about.people), form.happenedDay())
      guard let plan, let day else { return nil }
      return .interventions(.plan(InterventionID(form.command), plan), on: day)
    })

  static let revise = ProgrammeForm(
    "programmes/:programme/interventions/:intervention/plan", for: .work,
    title: "programme.intervention-plan.title", lead: "programme.intervention-plan.lead",
    button: "programme.intervention-plan.button", guarding: .fields,
    filled: { about, visit in
      visit.filledToday.with(visit.reader.filled(try about.intervention(visit).plan))
    },
    fields: { sheet, about, visit in
      sheet.plan(of: try about.intervention(visit).plan, offering: about.offer)
      sheet.happenedOn()
    },
    command: { form, about, visit in
      let intervention = try about.intervention(visit)
      let plan = form.plan(of: intervention.plan, among: about.people)
      let day = form.happenedDay()
      guard let plan, let day else { return nil }
      return .interventions(.revise(intervention.id, plan), on: day)
    })

  static let start = ProgrammeForm(
    "programmes/:programme/interventions/:intervention/start", for: .work,
    title: "programme.intervention-start.title", lead: "programme.intervention-start.lead",
    button: "programme.intervention-start.button", guarding: .none,
    filled: { _, visit in visit.filledToday },
    fields: { sheet, about, visit in
      sheet.about(try about.intervention(visit).plan.name)
      sheet.happenedOn("programme.field.started-on")
    },
    command: { form, about, visit in
      let id = try about.intervention(visit).id
      guard let day = form.happenedDay() else { return nil }
      return .interventions(.start(id), on: day)
    })

  static let finish = ProgrammeForm(
    "programmes/:programme/interventions/:intervention/result", for: .work,
    title: "programme.intervention-result.title", lead: "programme.intervention-result.lead",
    button: "programme.intervention-result.button", guarding: .none,
    filled: { _, visit in visit.filledToday },
    fields: { sheet, about, visit in
      sheet.about(try about.intervention(visit).plan.name)
      sheet.prose("result", label: "programme.field.result", rows: 5)
      sheet.happenedOn("programme.field.finished-on")
    },
    command: { form, about, visit in
      let id = try about.intervention(visit).id
      let (result, day) = (form.prose("result"), form.happenedDay())
      guard let result, let day else { return nil }
      return .interventions(.finish(id, result: result), on: day)
    })

  static let cancel = ProgrammeForm(
    "programmes/:programme/interventions/:intervention/cancellation", for: .work,
    title: "programme.intervention-cancel.title", lead: "programme.intervention-cancel.lead",
    button: "programme.intervention-cancel.button", weight: .danger, guarding: .none,
    filled: { _, visit in visit.filledToday },
    fields: { sheet, about, visit in
      sheet.about(try about.intervention(visit).plan.name)
      sheet.reason()
      sheet.happenedOn()
    },
    command: { form, about, visit in
      let id = try about.intervention(visit).id
      let (reason, day) = (form.prose("reason"), form.happenedDay())
      guard let reason, let day else { return nil }
      return .interventions(.cancel(id, reason: reason), on: day)
    })
}
