import Domain
import ReadModels

/// Forms about what is meant to be done on a case, and by when.
enum PlanForms {
  static let all = [task, taskMove, taskDone, taskDrop]

  static let plan = CaseForm(
    "cases/:case/plan", for: .inspect, title: "case.plan-form.title", lead: "case.plan-form.lead",
    button: "case.save", guarding: .fields,
    filled: { about, visit in
      let plan = about.file.plan
      return visit.filledToday.with([
        "kind": plan?.kind.description, "purpose": plan?.purpose?.description,
        "day": plan?.day.map { visit.reader.typed($0) }, "place": plan?.place?.description,
        "participants": plan?.participants.map(\.description).joined(separator: "\n"),
        "checklist": plan?.checklist?.checklist.description,
      ])
    },
    fields: { sheet, about, _ in
      sheet.html(AgencyNotice.html(about))
      sheet.select("kind", label: "case.field.kind", about.names.kinds)
      sheet.day("day", label: "case.field.plan-day", optional: true)
      sheet.line("place", label: "case.field.place", optional: true)
      sheet.prose(
        "participants", label: "case.field.participants", hint: "case.field.participants-hint",
        optional: true, rows: 3)
      sheet.select(
        "checklist", label: "case.field.checklist", optional: true,
        about.usableChecklists.map { Choice($0.id.description, $0.title.description) })
      sheet.prose("purpose", label: "case.field.purpose", optional: true, rows: 3)
      sheet.happenedOn("field.on")
    },
    command: { form, about, _ in
      let kind = form.kind(among: about.names)
      let (planned, place) = (form.optionalDay("day"), form.optionalLine("place"))
      let (people, purpose) = (form.lines("participants"), form.optionalProse("purpose"))
      let checklist = form.checklist(among: about.usableChecklists)
      guard let kind, let day = form.happenedDay(), form.isSound else { return nil }
      return .planning(
        .plan(
          CaseFile.Plan(
            kind, purpose: purpose, day: planned, place: place, participants: people,
            checklist: checklist)), on: day)
    })

  static let task = CaseForm(
    "cases/:case/tasks", for: .inspect, title: "case.task-new.title",
    lead: "case.task-new.lead", button: "case.task-new.button", guarding: .none,
    filled: { _, visit in visit.filledToday },
    fields: { sheet, about, _ in
      sheet.line("title", label: "case.field.task")
      sheet.line("due", label: "case.field.due", hint: "case.field.due-hint", size: .medium)
      sheet.select(
        "person", label: "case.field.task-by", optional: true,
        about.file.handlers.map { Choice($0.description, about.names.name(of: $0)) })
      sheet.happenedOn("field.on")
    },
    command: { form, about, _ in
      let (title, day) = (form.line("title"), form.happenedDay())
      let by = form.optionalOffered("person", as: PersonID.self)
      guard let day, let due = form.term("due", from: day), let title else { return nil }
      if let by, !about.file.handlers.contains(by) { form.note(.notAChoice, at: "person") }
      return .planning(
        .addTask(CaseTaskID(form.command), CaseFile.Task(title, dueOn: due, by: by)), on: day)
    })

  static let taskMove = CaseForm(
    "cases/:case/tasks/:task/due-day", for: .inspect, title: "case.task-move.title",
    button: "case.save", guarding: .fields,
    filled: { about, visit in
      visit.filledToday.with(["due": visit.reader.typed(try about.task(visit).task.dueOn)])
    },
    fields: { sheet, about, visit in
      sheet.about(try about.task(visit).task.title)
      sheet.line("due", label: "case.field.due", hint: "case.field.due-hint", size: .medium)
      sheet.reason()
      sheet.happenedOn("field.on")
    },
    command: { form, about, visit in
      let task = try about.task(visit)
      let (reason, day) = (form.prose("reason"), form.happenedDay())
      guard let day, let due = form.term("due", from: day), let reason else { return nil }
      return .planning(.moveTask(task.id, dueOn: due, reason: reason), on: day)
    })

  static let taskDone = CaseForm(
    "cases/:case/tasks/:task/done", for: .inspect, title: "case.task-done.title",
    button: "case.task-done.button", guarding: .none,
    filled: { _, visit in visit.filledToday },
    fields: { sheet, about, visit in
      sheet.about(try about.task(visit).task.title)
      sheet.happenedOn("field.on")
    },
    command: { form, about, visit in
      let task = try about.task(visit)
      return form.happenedDay().map { .planning(.completeTask(task.id), on: $0) }
    })

  static let taskDrop = CaseForm(
    "cases/:case/tasks/:task/end", for: .inspect, title: "case.task-drop.title",
    button: "case.task-drop.button", guarding: .none,
    filled: { _, visit in visit.filledToday },
    fields: { sheet, about, visit in
      sheet.about(try about.task(visit).task.title)
      sheet.reason()
      sheet.happenedOn("field.on")
    },
    command: { form, about, visit in
      let task = try about.task(visit)
      let (reason, day) = (form.prose("reason"), form.happenedDay())
      guard let reason, let day else { return nil }
      return .planning(.dropTask(task.id, reason: reason), on: day)
    })
}

/// That another agency was at what a case is about: that, when and which one, and nothing of what it found.
enum AgencyNotice {
  static func html(_ about: CaseSubject) -> HTML {
    guard !about.visits.isEmpty else { return .nothing }
    let reader = about.reader
    let items = about.visits.map { row -> HTML in
      "<li>\(reader.time(row.visit.visitedOn)): <strong>\(row.visit.agency)</strong></li>\n"
    }
    return """
      <div class="message message-info"><p>\(reader.text("case.agency-was-here"))</p>
      <ul>\(items)</ul></div>

      """
  }
}

extension Form {
  /// One of the types of intervention of the reference set.
  mutating func kind(among names: CaseNames) -> References.InterventionType.Key? {
    guard let kind = offered("kind", as: References.InterventionType.Key.self) else { return nil }
    guard names.kinds.contains(where: { $0.value == kind.description }) else {
      note(.notAChoice, at: "kind")
      return nil
    }
    return kind
  }

  /// The newest edition of one of `known`.
  mutating func checklist(among known: [ChecklistName]) -> CaseFile.ChecklistEdition? {
    guard let id = optionalOffered("checklist", as: ChecklistID.self) else { return nil }
    guard let checklist = known.first(where: { $0.id == id }) else {
      note(.notAChoice, at: "checklist")
      return nil
    }
    return CaseFile.ChecklistEdition(id, edition: checklist.edition)
  }
}
