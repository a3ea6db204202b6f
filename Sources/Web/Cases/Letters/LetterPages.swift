import Domain
import EventSourcing
import HTTPTypes
import Hummingbird
import ReadModels
import Reads

/// Letters to begin from: which there are, what each says in each edition, and publishing the next.
struct LetterPages: Sendable {
  let library: Library
  let commands: any CommandGateway

  var routes: [Route] {
    [
      .get("letters", for: .holding(.read), proof: .any, showing: .work(.view), list),
      .get("letters/new", for: .holding(.inspect), proof: .any, showing: .work(.view)) {
        try await draw($0) { _ in nil }
      },
      .post("letters/new", for: .holding(.inspect), proof: .any, showing: .work(.view)) {
        try await take($0) { _ in nil }
      },
      .get("letters/:letter", for: .holding(.read), proof: .any, showing: .work(.view), show),
      .get(
        "letters/:letter/editions", for: .holding(.inspect), proof: .any,
        showing: .work(.view)
      ) { try await draw($0, finding: find) },
      .post(
        "letters/:letter/editions", for: .holding(.inspect), proof: .any,
        showing: .work(.view)
      ) { try await take($0, finding: find) },
      .get(
        "letters/:letter/end", for: .holding(.inspect), proof: .any, showing: .work(.view),
        drawEnd),
      .post(
        "letters/:letter/end", for: .holding(.inspect), proof: .any, showing: .work(.view),
        takeEnd),
    ]
  }

  private func find(_ visit: Visit) async throws -> LetterTemplateRow {
    let id: LetterTemplateID = try visit.parameter("letter")
    let row = try await library.look(
      LetterTemplateQuery(id), as: try visit.viewer(), at: visit.reader.moment)
    guard let row else { throw Problem.notFound }
    return row
  }

  @Sendable private func list(_ visit: Visit) async throws -> Response {
    let rows = try await library.look(
      LetterTemplatesQuery(), as: try visit.viewer(), at: visit.reader.moment)
    return visit.show(LetterViews.list(rows, visit.reader))
  }

  @Sendable private func show(_ visit: Visit) async throws -> Response {
    visit.show(LetterViews.page(try await find(visit), visit.reader))
  }

  private func draw(
    _ visit: Visit, finding: (Visit) async throws -> LetterTemplateRow?
  ) async throws -> Response {
    let row = try await finding(visit)
    let content = row?.newest.content
    let filled = visit.filledToday.with([
      "title": content?.title.description, "kind": content?.kind.rawValue,
      "text": content?.text.description,
    ])
    let form = Form(for: visit.reader, version: row?.editions.count, filled: filled)
    return visit.show(LetterViews.form(form, row, visit.reader))
  }

  private func take(
    _ visit: Visit, finding: (Visit) async throws -> LetterTemplateRow?
  ) async throws -> Response {
    var form = try await visit.form()
    let row = try await finding(visit)
    func page(_ form: Form) -> Page { LetterViews.form(form, row, visit.reader) }
    let title = form.line("title")
    let kind = form.choice("kind", as: CaseFile.Report.Kind.self)
    let text = form.prose("text")
    guard let day = form.happenedDay(), let title, let kind, let text, form.isSound else {
      return visit.again(page(form))
    }
    try visit.check(.inspect, at: .organisation)
    let id = row?.id ?? LetterTemplateID(form.command)
    let content = LetterTemplate.Content(title, kind, text: text)
    let organisation = try Line(try visit.person().organisation)
    return try await visit.submit(
      Order<LetterTemplate>(
        .publish(content, organisation: organisation, on: day), on: id.identity,
        expecting: row == nil ? 0 : form.version),
      from: form, through: commands, then: Site.letter(id),
      explaining: { LetterWords.explain($0, visit.reader) }
    ) { form, _ in page(form) }
  }

  @Sendable private func drawEnd(_ visit: Visit) async throws -> Response {
    visit.show(
      LetterViews.end(
        Form(for: visit.reader, filled: visit.filledToday), try await find(visit), visit.reader))
  }

  @Sendable private func takeEnd(_ visit: Visit) async throws -> Response {
    var form = try await visit.form()
    let row = try await find(visit)
    try visit.check(.inspect, at: .organisation)
    let (reason, day) = (form.prose("reason"), form.happenedDay())
    guard let reason, let day, form.isSound else {
      return visit.again(LetterViews.end(form, row, visit.reader))
    }
    return try await visit.submit(
      Order<LetterTemplate>(.retire(reason: reason, on: day), on: row.id.identity),
      from: form, through: commands, then: Site.letter(row.id),
      explaining: { LetterWords.explain($0, visit.reader) }
    ) { form, _ in LetterViews.end(form, row, visit.reader) }
  }
}
