import Domain
import ReadModels

extension Signal.Kind {
  /// What it asks, in a word.
  var name: Phrase {
    switch self {
    case .askingAction: "signal.kind.asking-action"
    case .informing: "signal.kind.informing"
    }
  }

  /// What that means.
  var meaning: Phrase {
    switch self {
    case .askingAction: "signal.kind.asking-action-meaning"
    case .informing: "signal.kind.informing-meaning"
    }
  }
}

extension Signal.Addressee {
  /// For whom it is.
  var name: Phrase {
    switch self {
    case .minister: "signal.addressee.minister"
    case .ministry: "signal.addressee.ministry"
    case .parliament: "signal.addressee.parliament"
    case .surroundings: "signal.addressee.surroundings"
    }
  }
}

extension Signal.Status {
  /// How far it has come, in a word or two.
  var name: Phrase {
    switch self {
    case .open: "signal.status.open"
    case .inTreatment: "signal.status.in-treatment"
    case .handled: "signal.status.handled"
    }
  }

  private var tone: Tone {
    switch self {
    case .open: .neutral
    case .inTreatment: .info
    case .handled: .ok
    }
  }

  func badge(for reader: Reader) -> HTML { StatusBadge.html(reader.text(name), tone) }
}

extension SignalRow {
  /// How far it has come; before it is sent, that comes first.
  func badge(for reader: Reader) -> HTML {
    guard sentOn == nil else { return status.badge(for: reader) }
    return StatusBadge.html(reader.text("signal.not-sent"), .neutral)
  }

  /// The day by which an answer is due, with words when it has passed.
  func due(for reader: Reader) -> HTML {
    guard let dueOn else {
      return "<span class=\"none\">\(reader.text("signal.no-due-day"))</span>"
    }
    return "\(reader.time(dueOn)) \(lateness(for: reader))"
  }

  /// That an answer is late, or came late.
  func lateness(for reader: Reader) -> HTML {
    if isOverdue(on: reader.dayShown) {
      return StatusBadge.html(reader.text("signal.overdue"), .danger)
    }
    return isAnsweredLate
      ? StatusBadge.html(reader.text("signal.answered-late"), .neutral) : .nothing
  }

  /// That it was answered and is still to be handled.
  func waiting(for reader: Reader) -> HTML {
    answeredOn != nil && status != .handled
      ? StatusBadge.html(reader.text("signal.not-handled"), .warn) : .nothing
  }

  /// Whether it can be read outside the inspectorate, in a word.
  func publicity(for reader: Reader) -> HTML {
    HTML(reader.text(isPublic ? "signal.public" : "signal.not-public"))
  }
}

/// Why the rules of a signal refuse something, in words, and at which field.
enum SignalRefusals {
  static func explain(_ refusal: Signal.Refusal, _ reader: Reader) -> FormProblem {
    func dated(_ key: StaticString, _ day: Day, at field: String?) -> FormProblem {
      FormProblem(Phrase(key, ["day": .text(reader.day(day))]), at: field)
    }
    return switch refusal {
    case .alreadyRaised: FormProblem("signal.refusal.already-raised")
    case .notRaised: FormProblem("signal.refusal.not-raised")
    case .dueDayMissing: FormProblem("signal.refusal.due-day-missing", at: "due")
    case .dueBeforeRaised(let day): dated("signal.refusal.due-before-raised", day, at: "due")
    case .alreadySent(let day): dated("signal.refusal.already-sent", day, at: nil)
    case .notSent: FormProblem("signal.refusal.not-sent")
    case .beforeRaised(let day): dated("signal.refusal.before-raised", day, at: "on")
    case .beforeSent(let day): dated("signal.refusal.before-sent", day, at: "on")
    case .beforeRevised(let day): dated("signal.refusal.before-revised", day, at: "on")
    case .beforeStatus(let day): dated("signal.refusal.before-status", day, at: "on")
    case .beforeResponse(let day): dated("signal.refusal.before-response", day, at: "on")
    case .beforePublicity(let day): dated("signal.refusal.before-publicity", day, at: "on")
    case .alreadyHandled: FormProblem("signal.refusal.already-handled")
    case .notHandled: FormProblem("signal.refusal.not-handled")
    case .responseMissing: FormProblem("signal.refusal.response-missing")
    case .identifierInUse: FormProblem("signal.refusal.identifier-in-use")
    }
  }
}
