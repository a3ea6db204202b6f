import Domain
import EventSourcing
import HTTPTypes
import Hummingbird
import ReadModels
import Reads

/// Checklists: which there are, what each asks in each edition, and publishing the next.
struct ChecklistPages: Sendable {
  let library: Library
  let commands: any CommandGateway

  var routes: [Route] {
    [
      .get("checklists", for: .holding(.read), proof: .any, showing: .work(.view), list),
      .get("checklists/new", for: .holding(.inspect), proof: .any, showing: .work(.view)) {
        try await draw($0) { _ in nil }
      },
      .post("checklists/new", for: .holding(.inspect), proof: .any, showing: .work(.view)) {
        try await take($0) { _ in nil }
      },
      .get("checklists/:checklist", for: .holding(.read), proof: .any, showing: .work(.view), show),
      .get(
        "checklists/:checklist/editions", for: .holding(.inspect), proof: .any,
        showing: .work(.view)
      ) { try await draw($0, finding: find) },
      .post(
        "checklists/:checklist/editions", for: .holding(.inspect), proof: .any,
        showing: .work(.view)
      ) { try await take($0, finding: find) },
      .get(
        "checklists/:checklist/end", for: .holding(.inspect), proof: .any, showing: .work(.view),
        drawEnd),
      .post(
        "checklists/:checklist/end", for: .holding(.inspect), proof: .any, showing: .work(.view),
        takeEnd),
    ]
  }

  private func find(_ visit: Visit) async throws -> ChecklistRow {
    let id: ChecklistID = try visit.parameter("checklist")
    let row = try await library.look(
      ChecklistQuery(id), as: try visit.viewer(), at: visit.reader.moment)
    guard let row else { throw Problem.notFound }
    return row
  }

  private func programmes(_ visit: Visit) async throws -> [ProgrammeNamesQuery.Name] {
    try await library.look(
      ProgrammeNamesQuery(), as: try visit.viewer(), at: visit.reader.moment)
  }

  @Sendable private func list(_ visit: Visit) async throws -> Response {
    let rows = try await library.look(
      ChecklistsQuery(), as: try visit.viewer(), at: visit.reader.moment)
    return visit.show(ChecklistViews.list(rows, try await programmes(visit), visit.reader))
  }

  @Sendable private func show(_ visit: Visit) async throws -> Response {
    let row = try await find(visit)
    return visit.show(ChecklistViews.page(row, try await programmes(visit), visit.reader))
  }

  private func draw(
    _ visit: Visit, finding: (Visit) async throws -> ChecklistRow?
  ) async throws -> Response {
    let row = try await finding(visit)
    let content = row?.newest.content
    let filled = visit.filledToday.with([
      "title": content?.title.description, "programme": content?.programme?.description,
      "items": content.map { ChecklistItems.written($0.items) },
    ])
    let form = Form(for: visit.reader, version: row?.editions.count, filled: filled)
    return visit.show(
      ChecklistViews.form(form, row, try await programmes(visit), visit.reader))
  }

  private func take(
    _ visit: Visit, finding: (Visit) async throws -> ChecklistRow?
  ) async throws -> Response {
    var form = try await visit.form()
    let row = try await finding(visit)
    let programmes = try await programmes(visit)
    func page(_ form: Form) -> Page { ChecklistViews.form(form, row, programmes, visit.reader) }
    let title = form.line("title")
    let programme = form.optionalOffered("programme", as: ProgrammeID.self)
    if let programme, !programmes.contains(where: { $0.programme == programme }) {
      form.note(.notAChoice, at: "programme")
    }
    let items = form.items("items", after: row?.editions ?? [])
    guard let day = form.happenedDay(), let title, let items, form.isSound else {
      return visit.again(page(form))
    }
    if let row { try visit.check(.inspect, at: row.place) }
    try visit.check(.inspect, at: programme.map { .programme($0) } ?? .organisation)
    let id = row?.id ?? ChecklistID(form.command)
    let content = Checklist.Content(title, programme: programme, items: items)
    let organisation = try Line(try visit.person().organisation)
    return try await visit.submit(
      Order<Checklist>(
        .publish(content, organisation: organisation, on: day), on: id.identity,
        expecting: row == nil ? 0 : form.version),
      from: form, through: commands, then: Site.checklist(id),
      explaining: { ChecklistViews.explain($0, visit.reader) }
    ) { form, _ in page(form) }
  }

  @Sendable private func drawEnd(_ visit: Visit) async throws -> Response {
    visit.show(
      ChecklistViews.end(
        Form(for: visit.reader, filled: visit.filledToday), try await find(visit), visit.reader))
  }

  @Sendable private func takeEnd(_ visit: Visit) async throws -> Response {
    var form = try await visit.form()
    let row = try await find(visit)
    try visit.check(.inspect, at: row.place)
    let (reason, day) = (form.prose("reason"), form.happenedDay())
    guard let reason, let day, form.isSound else {
      return visit.again(ChecklistViews.end(form, row, visit.reader))
    }
    return try await visit.submit(
      Order<Checklist>(.retire(reason: reason, on: day), on: row.id.identity),
      from: form, through: commands, then: Site.checklist(row.id),
      explaining: { ChecklistViews.explain($0, visit.reader) }
    ) { form, _ in ChecklistViews.end(form, row, visit.reader) }
  }
}

extension ChecklistRow {
  /// Where it belongs now, and so who may change it.
  fileprivate var place: Authority.Place {
    newest.content.programme.map { .programme($0) } ?? .organisation
  }
}
