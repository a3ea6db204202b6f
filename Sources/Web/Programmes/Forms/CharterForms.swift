import Domain
import ReadModels

/// Forms about what a programme is: its name, problem, manager and term.
enum CharterForms {
  static let all = [name, problem, manager, extending]

  static let name = ProgrammeForm(
    "programmes/:programme/name", for: .manage, title: "programme.name.title",
    lead: "programme.name.lead", button: "programme.name.button", guarding: .fields,
    filled: { about, visit in
      visit.filledToday.with([
        "year": String(about.label.planYear.rawValue), "number": String(about.label.number),
        "name": about.label.name.description,
      ])
    },
    fields: { sheet, _, _ in
      sheet.label()
      sheet.happenedOn()
    },
    command: { form, _, _ in
      let (label, day) = (form.label(), form.happenedDay())
      guard let label, let day else { return nil }
      return .rename(label, on: day)
    })

  static let problem = ProgrammeForm(
    "programmes/:programme/problem", for: .manage, title: "programme.problem.title",
    lead: "programme.problem.lead", button: "programme.problem.button", guarding: .fields,
    filled: { about, visit in visit.filledToday.with(["problem": about.problem?.description]) },
    fields: { sheet, _, _ in
      sheet.prose("problem", label: "programme.field.problem", rows: 8)
      sheet.happenedOn()
    },
    command: { form, _, _ in
      let (problem, day) = (form.prose("problem"), form.happenedDay())
      guard let problem, let day else { return nil }
      return .restateProblem(problem, on: day)
    })

  static let manager = ProgrammeForm(
    "programmes/:programme/manager", for: .manage, title: "programme.manager.title",
    button: "programme.manager.button", guarding: .fields,
    filled: { about, visit in visit.filledToday.with(["manager": about.manager?.description]) },
    fields: { sheet, about, _ in
      sheet.manager(about.people, or: about.manager)
      sheet.happenedOn()
    },
    command: { form, about, _ in
      let person = form.manager(among: about.people, or: about.manager)
      let day = form.happenedDay()
      guard let person, let day else { return nil }
      return .appointManager(person, on: day)
    })

  static let extending = ProgrammeForm(
    "programmes/:programme/extension", for: .extend, title: "programme.extension.title",
    lead: "programme.extension.lead", button: "programme.extension.button", guarding: .whole,
    filled: { _, visit in visit.filledToday },
    fields: { sheet, about, visit in
      sheet.about(
        visit.reader.text(
          "programme.extension.now",
          [
            "review": .text(visit.reader.day(about.term.review)),
            "end": .text(visit.reader.day(about.term.end)),
          ]))
      sheet.day("review", label: "programme.field.review")
      sheet.day("end", label: "programme.field.end")
      sheet.reason(hint: "programme.extension.reason-hint")
      sheet.happenedOn("programme.field.decided-on")
    },
    command: { form, _, visit in
      let (review, end) = (form.day("review"), form.day("end"))
      let (reason, day) = (form.prose("reason"), form.happenedDay())
      guard let review, let end, let reason, let day else { return nil }
      return .extend(
        review: review, end: end, decidedBy: try visit.actor(), reason: reason, on: day)
    })
}

extension FormSheet {
  /// Under which number and name a programme stands in a plan.
  mutating func label() {
    number("year", label: "programme.field.plan-year", hint: "programme.field.plan-year-hint")
    number("number", label: "programme.field.number")
    line("name", label: "programme.field.name", hint: "programme.field.name-hint")
  }
}

extension Form {
  /// The number and name in a plan year that were filled in.
  mutating func label() -> Programme.Label? {
    let year = planYear()
    let number = whole("number", in: 1...Programme.Label.numberMax)
    let name = line("name")
    guard let year, let number, let name else { return nil }
    return Programme.Label(planYear: year, number: number, name: name)
  }

  /// A year is not grouped, so it is read as it stands: `2026`.
  private mutating func planYear() -> PlanYear? {
    year("year").flatMap { PlanYear($0) }
  }
}
