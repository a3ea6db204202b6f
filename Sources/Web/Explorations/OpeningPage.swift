import Domain
import EventSourcing
import Hummingbird
import ReadModels

/// Opening an exploration: its form, and carrying it out.
struct OpeningPage: Sendable {
  let commands: any CommandGateway

  @Sendable func draw(_ visit: Visit) throws -> Response {
    visit.show(page(Form(for: visit.reader, filled: visit.filledToday), visit.reader))
  }

  @Sendable func take(_ visit: Visit) async throws -> Response {
    var form = try await visit.form()
    let reader = visit.reader
    guard let command = try command(&form, visit), form.isSound else {
      return visit.again(page(form, reader))
    }
    let id = ExplorationID(form.command)
    return try await visit.submit(
      Order<Exploration>(command, on: id.identity, expecting: 0), from: form, through: commands,
      then: Site.exploration(id),
      explaining: { ExplorationRefusals.explain($0, names: \.description, reader) }
    ) { form, _ in page(form, reader) }
  }

  private func command(_ form: inout Form, _ visit: Visit) throws -> Exploration.Command? {
    guard let person = visit.reader.visitor.person else { throw Problem(.unauthorized) }
    let title = form.line("title")
    let origin = form.choice("origin", as: Exploration.Origin.self)
    let day = form.happenedDay()
    guard let title, let origin, let day else { return nil }
    return .open(
      title: title, origin: origin, organisation: try Line(person.organisation), on: day)
  }

  private func page(_ form: Form, _ reader: Reader) -> Page {
    let sheet = FormSheet.html(
      form, to: Site.newExploration, button: "exploration.opening.button",
      cancel: Site.explorations, for: reader
    ) { sheet in
      sheet.line("title", label: "exploration.field.title", hint: "exploration.field.title-hint")
      sheet.origin(for: reader)
      sheet.happenedOn("exploration.field.opened-on")
    }
    return Page(
      reader.text("exploration.opening.title"),
      trail: [Crumb(reader.text("explorations.title"), Site.explorations)], width: .read,
      hasProblems: !form.isSound,
      body: """
        <p class="lead">\(reader.text("exploration.opening.lead"))</p>
        \(sheet)
        """)
  }
}

extension FormSheet {
  /// What gives cause to explore.
  mutating func origin(for reader: Reader) {
    radios(
      "origin", label: "exploration.field.origin",
      Exploration.Origin.allCases.map {
        Choice($0.rawValue, reader.text($0.name), hint: reader.text($0.meaning))
      })
  }
}
