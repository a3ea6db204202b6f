import Domain
import EventSourcing
import HTTPTypes
import Hummingbird
import ReadModels
import Reads

/// Templates of one kind: which there are, what each says in each edition, and publishing the next.
struct TemplatePages<Content: ShownContent>: Sendable {
  typealias TemplateForm = CommandForm<Template<Content>, TemplateSubject<Content>>

  let library: Library
  let commands: any CommandGateway
  let changes: @Sendable (Conflict, Visit) async throws -> Timeline

  var routes: [Route] {
    let at = Content.addresses
    return [
      .get(at.list, for: .holding(.read), proof: .any, showing: .work(.view), list),
      .get(at.new, for: .holding(.inspect), proof: .any, showing: .work(.view), draw),
      .post(at.new, for: .holding(.inspect), proof: .any, showing: .work(.view), take),
      .get(at.page, for: .holding(.read), proof: .any, showing: .work(.view)) { visit in
        visit.show(TemplateViews.page(try await find(visit)))
      },
    ] + desk.routes([publication, retirement])
  }

  private var desk: CommandDesk<Template<Content>, TemplateSubject<Content>> {
    CommandDesk(
      commands: commands, proof: .any, showing: .work(.view), find: find, changes: changes,
      explaining: { refusal, _, reader in TemplateViews<Content>.explain(refusal, reader) })
  }

  private var publication: TemplateForm {
    TemplateForm(
      Content.addresses.editions, for: .inspect, title: "template.act.edit",
      lead: "template.form-lead", button: "template.publish", guarding: .fields,
      filled: { about, visit in visit.filledToday.with(about.row.newest.content.filled) },
      fields: { sheet, about, visit in
        Content.fields(&sheet, after: about.row.editions, about.programmes, visit.reader)
        sheet.happenedOn()
      },
      command: { form, about, visit in
        try visit.publication(
          of: Content.read(&form, after: about.row.editions, about.programmes), &form)
      })
  }

  private var retirement: TemplateForm {
    TemplateForm(
      Content.addresses.end, for: .inspect, title: "template.act.retire",
      button: "template.act.retire", weight: .danger, guarding: .none,
      filled: { _, visit in visit.filledToday },
      fields: { sheet, about, _ in
        sheet.about(about.row.newest.content.title)
        sheet.reason()
        sheet.happenedOn()
      },
      command: { form, _, _ in
        let (reason, day) = (form.prose("reason"), form.happenedDay())
        guard let reason, let day else { return nil }
        return .retire(reason: reason, on: day)
      })
  }

  @Sendable private func find(_ visit: Visit) async throws -> TemplateSubject<Content> {
    let id: Identifier<Template<Content>> = try visit.parameter(Content.category)
    let found = try await library.look(
      TemplateQuery(id), ProgrammeNamesQuery(), as: try visit.viewer(), at: visit.reader.moment)
    guard let row = found.0 else { throw Problem.notFound }
    return TemplateSubject(row: row, programmes: found.1, reader: visit.reader)
  }

  @Sendable private func list(_ visit: Visit) async throws -> Response {
    let found = try await library.look(
      TemplatesQuery<Content>(), ProgrammeNamesQuery(), as: try visit.viewer(),
      at: visit.reader.moment)
    return visit.show(TemplateViews.list(found.0, found.1, visit.reader))
  }

  // The first edition of one that is not there yet.

  @Sendable private func draw(_ visit: Visit) async throws -> Response {
    let form = Form(for: visit.reader, filled: visit.filledToday)
    return visit.show(page(form, try await programmes(visit), visit.reader))
  }

  @Sendable private func take(_ visit: Visit) async throws -> Response {
    var form = try await visit.form()
    let programmes = try await programmes(visit)
    let content = Content.read(&form, after: [], programmes)
    guard
      let command: Template<Content>.Command = try visit.publication(of: content, &form),
      form.isSound
    else { return visit.again(page(form, programmes, visit.reader)) }
    let id = Identifier<Template<Content>>(form.command)
    return try await visit.submit(
      Order<Template<Content>>(command, on: id.identity, expecting: 0), from: form,
      through: commands, then: Content.page(id),
      explaining: { TemplateViews<Content>.explain($0, visit.reader) }
    ) { form, _ in page(form, programmes, visit.reader) }
  }

  private func programmes(_ visit: Visit) async throws -> [ProgrammeNamesQuery.Name] {
    try await library.look(
      ProgrammeNamesQuery(), as: try visit.viewer(), at: visit.reader.moment)
  }

  private func page(
    _ form: Form, _ programmes: [ProgrammeNamesQuery.Name], _ reader: Reader
  ) -> Page {
    let sheet = FormSheet.html(
      form, to: reader.here, button: "template.publish", cancel: Content.list, for: reader
    ) { sheet in
      Content.fields(&sheet, after: [], programmes, reader)
      sheet.happenedOn()
    }
    return Page(
      reader.text(Content.words.new), trail: TemplateViews<Content>.trail(reader), width: .read,
      hasProblems: !form.isSound,
      body: "<p class=\"lead\">\(reader.text("template.form-lead"))</p>\n\(sheet)")
  }
}

/// A template as its pages and forms show it.
struct TemplateSubject<Content: ShownContent>: Subject {
  let row: TemplateRow<Content>
  let programmes: [ProgrammeNamesQuery.Name]
  let reader: Reader

  var identity: Identity { row.id.identity }
  var version: Int { row.version }
  var page: Link { Content.page(row.id) }
  var place: Authority.Place { row.newest.content.place }

  func trail(for reader: Reader) -> [Crumb] {
    TemplateViews<Content>.trail(reader) + [Crumb(row.newest.content.title.description, page)]
  }
}

extension Visit {
  /// Publishing `content` on the day that `form` says, for whoever may where it will belong.
  fileprivate func publication<Content: ShownContent>(
    of content: Content?, _ form: inout Form
  ) throws -> Template<Content>.Command? {
    guard let day = form.happenedDay(), let content, form.isSound else { return nil }
    try check(.inspect, at: content.place)
    return .publish(content, organisation: try Line(try person().organisation), on: day)
  }
}
