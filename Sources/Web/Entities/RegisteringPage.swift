import Domain
import EventSourcing
import Hummingbird
import ReadModels

/// Registering a party or place: its form, whether it is not one of those that resemble it, and carrying it out.
struct RegisteringPage: Sendable {
  /// How many that resemble it are shown.
  private static let lookalikesMax = 5

  let library: Library
  let commands: any CommandGateway

  @Sendable func draw(_ visit: Visit) throws -> Response {
    let form = Form(for: visit.reader, filled: visit.filledToday)
    return visit.show(page(form, seeing: [], holders: .nothing, visit.reader))
  }

  @Sendable func take(_ visit: Visit) async throws -> Response {
    var form = try await visit.form()
    let reader = visit.reader
    let kind = form.choice("kind", as: SupervisedEntity.Kind.self)
    let (particulars, day) = (form.particulars(of: kind), form.happenedDay())
    guard let kind, let particulars, let day, form.isSound else {
      return visit.again(page(form, seeing: [], holders: .nothing, reader))
    }
    let alike = try await lookalikes(of: particulars.name, visit)
    guard isKnown(alike, to: form) else {
      return visit.again(page(form, seeing: alike, holders: .nothing, reader))
    }
    let id = EntityID(form.command)
    return try await visit.submit(
      Order<SupervisedEntity>(
        .register(kind, particulars, on: day), on: id.identity, expecting: 0),
      from: form, through: commands, then: Site.entity(id),
      explaining: { EntityRefusals.explain($0, reader) }, taken: EntityRefusals.taken
    ) { form, _ in
      page(
        form, seeing: alike,
        holders: try await NumberHolders.html(form, in: library, for: visit), reader)
    }
  }

  private func lookalikes(of name: Line, _ visit: Visit) async throws -> [FoundEntity] {
    let found = try await library.look(
      EntitiesQuery(EntitySelection(words: name.description), atMost: Self.lookalikesMax),
      as: try visit.viewer())
    return found.entities
  }

  /// Whether whoever fills it in has seen all of them before.
  private func isKnown(_ alike: [FoundEntity], to form: Form) -> Bool {
    let seen = form.allValues("seen")
    return alike.allSatisfy { seen.contains($0.row.id.description) }
  }

  private func page(
    _ form: Form, seeing alike: [FoundEntity], holders: HTML, _ reader: Reader
  ) -> Page {
    let sheet = FormSheet.html(
      form, to: Site.newEntity,
      button: alike.isEmpty ? "entity.registering.button" : "entity.registering.button-anyway",
      cancel: Site.entities, for: reader
    ) { sheet in
      for found in alike { sheet.hidden("seen", found.row.id.description) }
      sheet.kindOfEntity(for: reader)
      sheet.line("name", label: "entity.field.name", hint: "entity.field.name-hint")
      sheet.numbers(of: SupervisedEntity.Kind.allCases)
      sheet.particulars(for: reader)
      sheet.happenedOn("entity.field.registered-on")
    }
    return Page(
      reader.text("entity.registering.title"),
      trail: [Crumb(reader.text("entities.title"), Site.entities)], width: .read,
      hasProblems: !form.isSound,
      body: """
        <p class="lead">\(reader.text("entity.registering.lead"))</p>
        \(question(alike, reader))\(holders)
        \(sheet)
        """)
  }

  /// Whether it is one of these.
  private func question(_ alike: [FoundEntity], _ reader: Reader) -> HTML {
    guard !alike.isEmpty else { return .nothing }
    let list = alike.map { found -> HTML in
      let why = found.reason.map { reader.text($0.name) } ?? ""
      return """
        <li><a href="\(reader.to(Site.entity(found.row.id)))">\(found.row.name)</a> (\(why))<br>\
        <span class="muted">\(EntityWords.line(found.row, reader))</span></li>

        """
    }
    return """
      <section class="conflict" tabindex="-1" data-focus aria-labelledby="alike-title">
      <h2 id="alike-title">\(Icon.warning)\(reader.text("entity.alike.title"))</h2>
      <p>\(reader.text("entity.alike.lead"))</p>
      <ul>
      \(list)</ul>
      </section>

      """
  }
}
