import Domain
import EventSourcing
import ReadModels

/// Forms about sessions: who takes part, what was said, and where that is known from.
enum SessionForms {
  static let all = [
    convening, wording, invitation, excuse, notes, source, sourceRemoval, conclusion, reopening,
  ]

  /// What a form about a session begins with.
  ///
  /// - Throws: 404 when the session that the address names is not there.
  @Sendable static func filledInSession(
    _ about: ToolboxSubject, _ visit: Visit
  ) throws -> [String: String] {
    _ = try about.session(visit)
    return visit.filledToday
  }

  static let convening = ToolboxForm(
    "programmes/:programme/toolbox/sessions", for: .analyse, title: "toolbox.session-new.title",
    lead: "toolbox.session-new.lead", button: "toolbox.session-new.button", guarding: .none,
    filled: { _, visit in
      visit.filledToday.with(["held": visit.filledToday["on"], "step": visit.query("step")])
    },
    fields: { sheet, _, visit in
      let reader = visit.reader
      sheet.radios(
        "step", label: "toolbox.field.step",
        Analysis.Step.allCases.map { Choice($0.rawValue, reader.text($0.name)) })
      sheet.convening(for: reader)
      sheet.happenedOn("toolbox.field.convened-on")
    },
    command: { form, _, _ in
      let step = form.choice("step", as: Analysis.Step.self)
      let (convening, day) = (form.convening(of: step), form.happenedDay())
      guard let convening, let day else { return nil }
      return .sessions(SessionID(form.command), .convene(convening), on: day)
    })

  static let wording = ToolboxForm(
    "programmes/:programme/toolbox/sessions/:session/wording", for: .analyse,
    title: "toolbox.session-wording.title", button: "toolbox.save", guarding: .fields,
    filled: { about, visit in
      let convening = try about.session(visit).convening
      return visit.filledToday.with([
        "title": convening.title.description, "form": convening.form.rawValue,
        "held": visit.reader.typed(convening.heldOn),
      ])
    },
    fields: { sheet, _, visit in
      sheet.convening(for: visit.reader)
      sheet.happenedOn()
    },
    command: { form, about, visit in
      let session = try about.session(visit)
      let (convening, day) = (form.convening(of: session.convening.step), form.happenedDay())
      guard let convening, let day else { return nil }
      return .sessions(session.id, .revise(convening), on: day)
    })

  /// Somebody with an account, or the name of somebody without.
  static let invitation = ToolboxForm(
    "programmes/:programme/toolbox/sessions/:session/participants", for: .analyse,
    title: "toolbox.invitation.title", lead: "toolbox.invitation.lead",
    button: "toolbox.invitation.button", guarding: .none,
    filled: filledInSession,
    fields: { sheet, about, _ in
      sheet.select(
        "person", label: "toolbox.field.colleague", optional: true,
        about.people.holding(.analyse).choices)
      sheet.group("toolbox.field.guest") { sheet in
        sheet.line("name", label: "toolbox.field.guest-name", optional: true)
        sheet.line("organisation", label: "toolbox.field.guest-organisation", optional: true)
      }
      sheet.happenedOn()
    },
    command: { form, about, visit in
      let session = try about.session(visit).id
      let (participant, day) = (
        form.participant(among: about.people.holding(.analyse)), form.happenedDay()
      )
      guard let participant, let day else { return nil }
      return .sessions(session, .invite(ParticipantID(form.command), participant), on: day)
    })

  static let excuse = ToolboxForm(
    "programmes/:programme/toolbox/sessions/:session/participants/:participant/end",
    for: .analyse, title: "toolbox.excuse.title", button: "toolbox.excuse.button",
    weight: .danger, guarding: .none,
    filled: { _, visit in visit.filledToday },
    fields: { sheet, about, visit in
      sheet.about(about.name(of: try about.seat(visit).participant))
      sheet.reason()
      sheet.happenedOn()
    },
    command: { form, about, visit in
      let (session, seat) = (try about.session(visit).id, try about.seat(visit).id)
      let (reason, day) = (form.prose("reason"), form.happenedDay())
      guard let reason, let day else { return nil }
      return .sessions(session, .excuse(seat, reason: reason), on: day)
    })

  static let notes = ToolboxForm(
    "programmes/:programme/toolbox/sessions/:session/notes", for: .analyse,
    title: "toolbox.notes.title", lead: "toolbox.notes.lead", button: "toolbox.save",
    guarding: .fields,
    filled: { about, visit in
      visit.filledToday.with(["notes": try about.session(visit).notes?.description])
    },
    fields: { sheet, _, _ in
      sheet.prose("notes", label: "toolbox.field.notes", rows: 14)
      sheet.happenedOn()
    },
    command: { form, about, visit in
      let session = try about.session(visit).id
      let (notes, day) = (form.prose("notes"), form.happenedDay())
      guard let notes, let day else { return nil }
      return .sessions(session, .note(notes), on: day)
    })

  static let source = ToolboxForm(
    "programmes/:programme/toolbox/sessions/:session/sources", for: .analyse,
    title: "toolbox.source-new.title", button: "toolbox.source-new.button", guarding: .none,
    filled: filledInSession,
    fields: { sheet, _, _ in
      sheet.source()
      sheet.happenedOn()
    },
    command: { form, about, visit in
      let session = try about.session(visit).id
      let (source, day) = (form.source(), form.happenedDay())
      guard let source, let day else { return nil }
      return .sessions(session, .addSource(SourceID(form.command), source), on: day)
    })

  static let sourceRemoval = ToolboxForm(
    "programmes/:programme/toolbox/sessions/:session/sources/:source/end", for: .analyse,
    title: "toolbox.source-end.title", button: "toolbox.source-end.button", weight: .danger,
    guarding: .none,
    filled: { _, visit in visit.filledToday },
    fields: { sheet, about, visit in
      sheet.about(try about.source(visit).source.text)
      sheet.happenedOn()
    },
    command: { form, about, visit in
      let (session, source) = (try about.session(visit).id, try about.source(visit).id)
      return form.happenedDay().map { .sessions(session, .removeSource(source), on: $0) }
    })

  static let conclusion = ToolboxForm(
    "programmes/:programme/toolbox/sessions/:session/conclusion", for: .analyse,
    title: "toolbox.session-conclusion.title", lead: "toolbox.session-conclusion.lead",
    button: "toolbox.session-conclusion.button", guarding: .none,
    filled: filledInSession,
    fields: { sheet, about, visit in
      sheet.about(try about.session(visit).convening.title)
      sheet.happenedOn()
    },
    command: { form, about, visit in
      let session = try about.session(visit).id
      return form.happenedDay().map { .sessions(session, .conclude, on: $0) }
    })

  static let reopening = ToolboxForm(
    "programmes/:programme/toolbox/sessions/:session/reopening", for: .analyse,
    title: "toolbox.session-reopening.title", button: "toolbox.session-reopening.button",
    guarding: .none,
    filled: filledInSession,
    fields: { sheet, _, _ in
      sheet.reason()
      sheet.happenedOn()
    },
    command: { form, about, visit in
      let session = try about.session(visit).id
      let (reason, day) = (form.prose("reason"), form.happenedDay())
      guard let reason, let day else { return nil }
      return .sessions(session, .reopen(reason: reason), on: day)
    })
}

extension FormSheet {
  fileprivate mutating func convening(for reader: Reader) {
    line("title", label: "toolbox.field.session", hint: "toolbox.field.session-hint")
    radios(
      "form", label: "toolbox.field.form",
      Analysis.SessionForm.allCases.map { Choice($0.rawValue, reader.text($0.name)) })
    day("held", label: "toolbox.field.held-on")
  }
}

extension Form {
  fileprivate mutating func convening(of step: Analysis.Step?) -> Analysis.Convening? {
    let (title, heldOn) = (line("title"), day("held"))
    let form = choice("form", as: Analysis.SessionForm.self)
    guard let step, let title, let form, let heldOn else { return nil }
    return Analysis.Convening(title, step: step, form: form, heldOn: heldOn)
  }

  fileprivate mutating func participant(among people: People) -> Analysis.Participant? {
    if let person = optionalPerson("person", among: people, or: nil) {
      return .colleague(person: person)
    }
    guard isSound else { return nil }
    let (name, organisation) = (line("name"), line("organisation"))
    guard let name, let organisation else { return nil }
    return .guest(name: name, organisation: organisation)
  }
}
