import Domain
import ReadModels

/// A form about a signal that was raised.
typealias SignalForm = CommandForm<Signal, SignalSubject>

/// Every form about a signal that is there.
enum SignalForms {
  static let all = [
    message, sending, treatment, responses, handling, reopening, dueDay, publication, withholding,
  ]

  static let message = SignalForm(
    "signals/:signal/message", for: .signal, title: "signal.message.title",
    lead: "signal.message.lead", button: "signal.message.button", guarding: .fields,
    filled: { about, visit in
      let message = about.signal.message
      return visit.filledToday.with([
        "kind": message.kind.rawValue, "addressee": message.addressee.rawValue,
        "title": message.title.description, "text": message.text.description,
        "due": about.signal.dueOn.map { visit.reader.typed($0) },
      ])
    },
    fields: { sheet, _, visit in
      sheet.message(for: visit.reader)
      sheet.due()
      sheet.happenedOn()
    },
    command: { form, _, _ in
      let message = form.message()
      let (dueOn, day) = (form.due(for: message), form.happenedDay())
      guard let message, let day else { return nil }
      return .revise(message, dueOn: dueOn, on: day)
    })

  /// The version is held, because what is sent must be what its sender read.
  static let sending = SignalForm(
    "signals/:signal/sending", for: .signal, title: "signal.sending.title",
    lead: "signal.sending.lead", button: "signal.sending.button", guarding: .whole,
    filled: { _, visit in visit.filledToday },
    fields: { sheet, about, _ in
      sheet.about(about.signal.message.title)
      sheet.happenedOn("signal.field.sent-on")
    },
    command: { form, _, _ in form.happenedDay().map { .send(on: $0) } })

  static let treatment = SignalForm(
    "signals/:signal/treatment", for: .signal, title: "signal.treatment.title",
    lead: "signal.treatment.lead", button: "signal.treatment.button", guarding: .none,
    filled: { _, visit in visit.filledToday },
    fields: { sheet, _, _ in sheet.happenedOn() },
    command: { form, _, _ in form.happenedDay().map { .treat(on: $0) } })

  static let responses = SignalForm(
    "signals/:signal/responses", for: .signal, title: "signal.response-new.title",
    lead: "signal.response-new.lead", button: "signal.response-new.button", guarding: .none,
    filled: { _, visit in visit.filledToday },
    fields: { sheet, _, _ in
      sheet.line("from", label: "signal.field.from", hint: "signal.field.from-hint")
      sheet.prose("text", label: "signal.field.response", rows: 8)
      sheet.happenedOn("signal.field.responded-on")
    },
    command: { form, _, _ in
      let (from, text, day) = (form.line("from"), form.prose("text"), form.happenedDay())
      guard let from, let text, let day else { return nil }
      return .respond(
        ResponseID(form.command), Signal.PolicyResponse(text, from: from), on: day)
    })

  static let handling = SignalForm(
    "signals/:signal/handling", for: .signal, title: "signal.handling.title",
    lead: "signal.handling.lead", button: "signal.handling.button", guarding: .none,
    filled: { _, visit in visit.filledToday },
    fields: { sheet, _, _ in sheet.happenedOn() },
    command: { form, _, _ in form.happenedDay().map { .handle(on: $0) } })

  static let reopening = SignalForm(
    "signals/:signal/reopening", for: .signal, title: "signal.reopening.title",
    button: "signal.reopening.button", guarding: .none,
    filled: { _, visit in visit.filledToday },
    fields: { sheet, _, _ in
      sheet.reason()
      sheet.happenedOn()
    },
    command: { form, _, _ in
      let (reason, day) = (form.prose("reason"), form.happenedDay())
      guard let reason, let day else { return nil }
      return .reopen(reason: reason, on: day)
    })

  static let dueDay = SignalForm(
    "signals/:signal/due-day", for: .signal, title: "signal.due-day.title",
    button: "signal.due-day.button", guarding: .fields,
    filled: { about, visit in
      visit.filledToday.with(["due": about.signal.dueOn.map { visit.reader.typed($0) }])
    },
    fields: { sheet, _, _ in
      sheet.day("due", label: "signal.field.due")
      sheet.reason()
      sheet.happenedOn()
    },
    command: { form, _, _ in
      let (dueOn, reason, day) = (form.day("due"), form.prose("reason"), form.happenedDay())
      guard let dueOn, let reason, let day else { return nil }
      return .reschedule(dueOn: dueOn, reason: reason, on: day)
    })

  static let publication = SignalForm(
    "signals/:signal/publication", for: .signal, title: "signal.publication.title",
    lead: "signal.publication.lead", button: "signal.publication.button", guarding: .none,
    filled: { _, visit in visit.filledToday },
    fields: { sheet, _, _ in sheet.happenedOn() },
    command: { form, _, _ in form.happenedDay().map { .publish(on: $0) } })

  static let withholding = SignalForm(
    "signals/:signal/withholding", for: .signal, title: "signal.withholding.title",
    lead: "signal.withholding.lead", button: "signal.withholding.button", weight: .danger,
    guarding: .none,
    filled: { _, visit in visit.filledToday },
    fields: { sheet, _, _ in
      sheet.reason()
      sheet.happenedOn()
    },
    command: { form, _, _ in
      let (reason, day) = (form.prose("reason"), form.happenedDay())
      guard let reason, let day else { return nil }
      return .withhold(reason: reason, on: day)
    })
}
