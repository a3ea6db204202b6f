import Domain
import ReadModels

/// Forms about phases and the gates between them.
enum CourseForms {
  static let all = [plan, pass, loopBack]

  static let plan = ProgrammeForm(
    "programmes/:programme/gate-days", for: .manage, title: "programme.gate-plan.title",
    lead: "programme.gate-plan.lead", button: "programme.gate-plan.button", guarding: .none,
    filled: { about, visit in
      visit.filledToday.with([
        "to": about.phase.next?.rawValue,
        "expected-on": about.programme.nextGate?.expectedOn.map { visit.reader.typed($0) },
      ])
    },
    fields: { sheet, about, visit in
      let ahead = Programme.Phase.allCases.filter { $0 > about.phase }
      sheet.radios("to", label: "programme.field.gate", visit.reader.choices(ahead))
      sheet.day("expected-on", label: "programme.field.expected-on")
      sheet.happenedOn("programme.field.planned-on")
    },
    command: { form, _, _ in
      let phase = form.choice("to", as: Programme.Phase.self)
      let (expectedOn, day) = (form.day("expected-on"), form.happenedDay())
      guard let phase, let expectedOn, let day else { return nil }
      return .course(.planGate(to: phase, expectedOn: expectedOn), on: day)
    })

  static let pass = ProgrammeForm(
    "programmes/:programme/gate", for: .manage, title: "programme.gate.title",
    lead: "programme.gate.lead", button: "programme.gate.button", guarding: .none,
    filled: { about, visit in visit.filledToday.with(["to": about.phase.next?.rawValue]) },
    fields: { sheet, about, visit in
      guard let next = about.phase.next else {
        sheet.html("<p>\(visit.reader.text("programme.gate.none"))</p>\n")
        return
      }
      sheet.hidden("to", next.rawValue)
      sheet.html(NextGate.html(about, for: visit.reader))
      sheet.prose(
        "grounds", label: "programme.field.grounds", hint: "programme.gate.grounds-hint", rows: 4)
      sheet.happenedOn("programme.field.passed-on")
    },
    command: { form, _, _ in
      let phase = form.choice("to", as: Programme.Phase.self)
      let (grounds, day) = (form.prose("grounds"), form.happenedDay())
      guard let phase, let grounds, let day else { return nil }
      return .course(.passGate(to: phase, grounds: grounds), on: day)
    })

  static let loopBack = ProgrammeForm(
    "programmes/:programme/loop-back", for: .manage, title: "programme.loop-back.title",
    lead: "programme.loop-back.lead", button: "programme.loop-back.button", guarding: .whole,
    filled: { _, visit in visit.filledToday },
    fields: { sheet, about, visit in
      let behind = Programme.Phase.allCases.filter { $0 < about.phase }
      sheet.radios("to", label: "programme.field.back-to", visit.reader.choices(behind))
      sheet.reason("programme.field.new-insight")
      sheet.happenedOn()
    },
    command: { form, _, _ in
      let phase = form.choice("to", as: Programme.Phase.self)
      let (reason, day) = (form.prose("reason"), form.happenedDay())
      guard let phase, let reason, let day else { return nil }
      return .course(.loopBack(to: phase, reason: reason), on: day)
    })
}

extension Reader {
  /// Phases to choose from.
  func choices(_ phases: [Programme.Phase]) -> [Choice] {
    phases.map { Choice($0.rawValue, text($0.name)) }
  }
}
