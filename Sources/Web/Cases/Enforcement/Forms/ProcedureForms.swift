import Domain
import ReadModels

/// Forms from the intention to a decision that works.
enum ProcedureForms {
  static let all = [intention, decisionAtOnce, view, decision, sending, effect]

  static let intention = FindingForm(
    "cases/:case/findings/:finding/intention", for: .inspect, title: "enforcement.act.announce",
    lead: "enforcement.announce-lead", button: "enforcement.record", guarding: .none,
    filled: { _, visit in visit.filledToday },
    fields: { sheet, about, visit in
      sheet.about(visit.reader.text(try about.measure().name))
      sheet.prose("text", label: "enforcement.field.intention")
      sheet.line(
        "view-by", label: "enforcement.field.view-by", hint: "enforcement.field.view-by-hint",
        optional: true, size: .medium)
      sheet.happenedOn("field.on")
    },
    command: { form, about, visit in
      let (text, day) = (form.prose("text"), form.happenedDay())
      let viewBy = form.optionalTerm("view-by", from: day ?? visit.reader.today)
      guard let text, let day else { return nil }
      let id = Enforcement.ActionID(form.command)
      return about.enforcing(
        .announce(id, Enforcement.Intention(text, viewBy: viewBy)), on: day)
    })

  /// A decision without an intention before it.
  static let decisionAtOnce = FindingForm(
    "cases/:case/findings/:finding/decision", for: .inspect,
    title: "enforcement.act.decide-at-once", lead: "enforcement.decide-at-once-lead",
    button: "enforcement.record", guarding: .none,
    filled: { _, visit in visit.filledToday },
    fields: { sheet, about, visit in
      let measure = try about.measure()
      sheet.about(visit.reader.text(measure.name))
      sheet.ruling(on: measure, for: visit.reader)
      sheet.happenedOn("field.on")
    },
    command: { form, about, visit in
      let (measure, day) = (try about.measure(), form.happenedDay())
      let ruling = form.ruling(on: measure, from: day ?? visit.reader.today)
      guard let ruling, let day else { return nil }
      let id = Enforcement.ActionID(form.command)
      return about.enforcing(.settle(id, Enforcement.Decision(ruling)), on: day)
    })

  static let view = FindingForm.step(
    "cases/:case/findings/:finding/actions/:action/view", title: "enforcement.act.view",
    fields: { sheet, _, reader in
      sheet.radios(
        "view", label: "enforcement.field.view",
        WrittenView.allCases.map { Choice($0.rawValue, reader.text($0.name)) })
      sheet.group(
        "enforcement.field.view-text",
        when: .init("view", isOneOf: [WrittenView.received.rawValue])
      ) { $0.prose("text", label: "enforcement.field.said", optional: true) }
    },
    { form, id, _, _ in
      switch form.choice("view", as: WrittenView.self) {
      case .received: form.prose("text").map { .receiveView(id, .received(text: $0)) }
      case .waived: .receiveView(id, .waived)
      case nil: nil
      }
    })

  static let decision = FindingForm.step(
    "cases/:case/findings/:finding/actions/:action/decision", title: "enforcement.act.decide",
    lead: "enforcement.decide-lead",
    fields: { sheet, action, reader in
      sheet.ruling(on: action.measure, for: reader)
      if let view = action.receivedView { sheet.effect(of: view, for: reader) }
    },
    { form, id, action, day in
      let ruling = form.ruling(on: action.measure, from: day)
      let effect = action.receivedView == nil ? nil : form.effectOfView()
      return ruling.map { .settle(id, Enforcement.Decision($0, viewEffect: effect)) }
    })

  static let sending = FindingForm.step(
    "cases/:case/findings/:finding/actions/:action/sending", title: "enforcement.act.send",
    lead: "enforcement.send-lead", { _, id, _, _ in .send(id) })

  static let effect = FindingForm.step(
    "cases/:case/findings/:finding/actions/:action/effect", title: "enforcement.act.take-effect",
    { _, id, _, _ in .takeEffect(id) })
}

extension FindingSubject {
  /// The measure that was chosen.
  ///
  /// - Throws: 404 while none is.
  fileprivate func measure() throws(Problem) -> Enforcement.Measure {
    guard let choice = dossier.choice else { throw .notFound }
    return choice.value.measure
  }
}

extension Enforcement.Action {
  /// What the other side said; nil when they said nothing.
  fileprivate var receivedView: Prose? {
    switch view?.value {
    case .received(let text): text
    case .waived, nil: nil
    }
  }
}

/// What came of asking for a view, as a form offers it.
private enum WrittenView: String, CaseIterable {
  case received
  case waived

  var name: Phrase {
    switch self {
    case .received: "enforcement.view.received"
    case .waived: "enforcement.view.waived"
    }
  }
}

/// What a view did to the decision, as a form offers it.
private enum WrittenEffect: String, CaseIterable {
  case changed
  case unchanged

  var name: Phrase {
    switch self {
    case .changed: "enforcement.effect.changed"
    case .unchanged: "enforcement.effect.unchanged"
    }
  }
}

extension FormSheet {
  /// What the other side said, and what it did to the decision.
  fileprivate mutating func effect(of view: Prose, for reader: Reader) {
    heading("enforcement.field.view-text")
    html(view.html)
    radios(
      "effect", label: "enforcement.field.effect",
      WrittenEffect.allCases.map { Choice($0.rawValue, reader.text($0.name)) })
    prose("effect-reason", label: "enforcement.field.effect-reason", rows: 3)
  }
}

extension Form {
  fileprivate mutating func effectOfView() -> Enforcement.ViewEffect? {
    let (effect, words) = (choice("effect", as: WrittenEffect.self), prose("effect-reason"))
    guard let words else { return nil }
    return switch effect {
    case .changed: .changed(how: words)
    case .unchanged: .unchanged(why: words)
    case nil: nil
    }
  }

  /// A day or a term that may be left open, as a letter or a decision sets it.
  mutating func optionalTerm(_ field: String, from start: Day) -> Day? {
    isFilled(field) ? term(field, from: start, setBy: .decision) : nil
  }
}
