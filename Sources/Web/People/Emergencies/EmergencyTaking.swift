import Domain
import EventSourcing
import Hummingbird
import ReadModels

/// Taking emergency access and giving it back, each by whom it is for.
struct EmergencyTaking: Sendable {
  let commands: any CommandGateway

  /// For how long it can be taken.
  enum Term: String, CaseIterable {
    case one = "1"
    case two = "2"
    case four = "4"
    case eight = "8"

    var hours: Int {
      switch self {
      case .one: 1
      case .two: 2
      case .four: 4
      case .eight: 8
      }
    }

    func end(from instant: Instant) -> Instant { instant.adding(seconds: hours * 3600) }
  }

  @Sendable func draw(_ visit: Visit) -> Response {
    let form = Form(for: visit.reader, filled: ["hours": Term.one.rawValue])
    return visit.show(page(form, visit.reader))
  }

  @Sendable func take(_ visit: Visit) async throws -> Response {
    var form = try await visit.form()
    let reader = visit.reader
    let (reason, term) = (form.prose("reason"), form.choice("hours", as: Term.self))
    guard let reason, let term, form.isSound else { return visit.again(page(form, reader)) }
    let command = Account.Command.breakGlass(
      EmergencyID(form.command),
      Account.Emergency(reason, from: reader.now, until: term.end(from: reader.now)),
      on: reader.today)
    return try await visit.submit(
      Order<Account>(command, on: try visit.person().account.identity), from: form,
      through: commands, then: Site.home,
      explaining: { AccountRefusals.explain($0, nil, reader) }
    ) { form, _ in page(form, reader) }
  }

  /// What ended meanwhile need not be ended.
  @Sendable func end(_ visit: Visit) async throws -> Response {
    let form = try await visit.form()
    let (person, reader) = (try visit.person(), visit.reader)
    guard let emergency = person.authority.emergency else { return visit.go(to: Site.home) }
    let command = Account.Command.mendGlass(emergency.id, at: reader.now, on: reader.today)
    return try await visit.submit(
      Order<Account>(command, on: person.account.identity), from: form, through: commands,
      then: Site.home, explaining: { AccountRefusals.explain($0, nil, reader) }
    ) { form, _ in page(form, reader) }
  }

  private func page(_ form: Form, _ reader: Reader) -> Page {
    Page(
      reader.text("emergency.title"), width: .read, hasProblems: !form.isSound,
      body: """
        <p class="lead">\(reader.text("emergency.lead"))</p>
        \(content(form, reader))
        """)
  }

  private func content(_ form: Form, _ reader: Reader) -> HTML {
    if reader.visitor.person?.authority.emergency != nil {
      return EmptyState.html(reader.text("emergency.goes-on"))
    }
    return FormSheet.html(
      form, to: Site.emergency, button: "emergency.button", weight: .danger, cancel: Site.home,
      for: reader
    ) { sheet in
      sheet.prose(
        "reason", label: "emergency.field.reason", hint: "emergency.field.reason-hint")
      sheet.radios(
        "hours", label: "emergency.field.hours",
        Term.allCases.map { term in
          Choice(
            term.rawValue, reader.text("emergency.hours", count: term.hours),
            hint: reader.text(
              "emergency.until", ["until": .text(reader.minute(term.end(from: reader.now)))]))
        })
    }
  }
}
