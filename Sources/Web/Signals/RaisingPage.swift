import Domain
import EventSourcing
import Hummingbird
import ReadModels

/// Raising a signal that no decision of an exploration led to: its form, and carrying it out.
struct RaisingPage: Sendable {
  let commands: any CommandGateway

  @Sendable func draw(_ visit: Visit) throws -> Response {
    let form = Form(
      for: visit.reader,
      filled: visit.filledToday.with(["certainty": Certainty.sourced.rawValue]))
    return visit.show(page(form, visit.reader))
  }

  @Sendable func take(_ visit: Visit) async throws -> Response {
    var form = try await visit.form()
    let reader = visit.reader
    guard let command = try command(&form, visit), form.isSound else {
      return visit.again(page(form, reader))
    }
    let id = SignalID(form.command)
    return try await visit.submit(
      Order<Signal>(command, on: id.identity, expecting: 0), from: form, through: commands,
      then: Site.signal(id), explaining: { SignalRefusals.explain($0, reader) }
    ) { form, _ in page(form, reader) }
  }

  private func command(_ form: inout Form, _ visit: Visit) throws -> Signal.Command? {
    guard let person = visit.reader.visitor.person else { throw Problem(.unauthorized) }
    let message = form.message()
    let dueOn = form.due(for: message)
    let source = form.source()
    let certainty = form.choice("certainty", as: Certainty.self)
    let day = form.happenedDay()
    guard let message, let source, let certainty, let day else { return nil }
    return .raise(
      message, organisation: try Line(person.organisation),
      origin: .known(source: source, certainty: certainty), dueOn: dueOn,
      isPublic: form.isTicked("public"), on: day)
  }

  private func page(_ form: Form, _ reader: Reader) -> Page {
    let sheet = FormSheet.html(
      form, to: Site.newSignal, button: "signal.raising.button", cancel: Site.signals,
      for: reader
    ) { sheet in
      sheet.message(for: reader)
      sheet.due()
      sheet.tick("public", label: "signal.field.public", hint: "signal.field.public-hint")
      sheet.group("signal.field.known-from") { sheet in
        sheet.source()
        sheet.certainty(for: reader)
      }
      sheet.happenedOn("signal.field.raised-on")
    }
    return Page(
      reader.text("signal.raising.title"),
      trail: [Crumb(reader.text("signals.title"), Site.signals)], width: .read,
      hasProblems: !form.isSound,
      body: """
        <p class="lead">\(reader.text("signal.raising.lead"))</p>
        \(sheet)
        """)
  }
}

extension FormSheet {
  /// What a signal says, and to whom.
  mutating func message(for reader: Reader) {
    radios(
      "kind", label: "signal.field.kind",
      Signal.Kind.allCases.map {
        Choice($0.rawValue, reader.text($0.name), hint: reader.text($0.meaning))
      })
    radios(
      "addressee", label: "signal.field.addressee",
      Signal.Addressee.allCases.map { Choice($0.rawValue, reader.text($0.name)) })
    line("title", label: "signal.field.title")
    prose("text", label: "signal.field.text", rows: 10)
  }

  /// By which day an answer is due.
  mutating func due() { day("due", label: "signal.field.due", hint: "signal.field.due-hint") }
}

extension Form {
  /// What a signal says; nil when something is wrong with a field.
  mutating func message() -> Signal.Message? {
    let kind = choice("kind", as: Signal.Kind.self)
    let addressee = choice("addressee", as: Signal.Addressee.self)
    let (title, text) = (line("title"), prose("text"))
    guard let kind, let addressee, let title, let text else { return nil }
    return Signal.Message(title: title, text: text, kind: kind, addressee: addressee)
  }

  /// By which day an answer is due; it must be there when the signal asks action.
  mutating func due(for message: Signal.Message?) -> Day? {
    message?.kind == .askingAction ? day("due") : optionalDay("due")
  }
}
