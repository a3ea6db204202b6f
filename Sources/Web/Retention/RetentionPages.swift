import Domain
import EventSourcing
import HTTPTypes
import Hummingbird
import ReadModels
import Reads

/// The cases whose term is over, and those that were destroyed.
struct RetentionPages: Sendable {
  let library: Library
  let schedule: RetentionSchedule

  var routes: [Route] {
    [
      .get("cases/retention", for: .holding(.keepRecords), proof: .any, showing: .work(.view), list)
    ]
  }

  @Sendable private func list(_ visit: Visit) async throws -> Response {
    let reader = visit.reader
    let found = try await library.look(
      CasesPastTermQuery(schedule, on: reader.dayShown), DestroyedCasesQuery(),
      as: try visit.viewer(), at: reader.moment)
    return visit.show(
      Page(
        reader.text("retention.list.title"), trail: [Crumb(reader.text("cases.title"), Site.cases)],
        body: """
          <p class="lead">\(reader.text("retention.list.lead"))</p>
          \(past(found.0, reader))\(destroyed(found.1, reader))
          """))
  }

  private func past(_ cases: [CaseKept], _ reader: Reader) -> HTML {
    guard !cases.isEmpty else { return EmptyState.html(reader.text("retention.list.none")) }
    var table = DataTable("past", caption: reader.text("retention.list.past"))
    table.column(reader.text("retention.column.case"))
    table.column(reader.text("case.field.result"))
    table.column(reader.text("case.field.closed-on"))
    table.column(reader.text("retention.column.until"))
    table.column(reader.text("retention.column.stage"))
    for kept in cases {
      guard let result = kept.retention.result, let day = kept.retention.closedOn else { continue }
      let term = schedule.term(after: result, on: day)
      table.row(
        link(to: kept, reader), HTML(reader.text(result.name)), reader.time(day),
        reader.time(term.until), standing(kept.retention, reader))
    }
    return table.html(for: reader)
  }

  private func standing(_ row: CaseRetentionRow, _ reader: Reader) -> HTML {
    row.heldBecause == nil
      ? StatusBadge.html(reader.text(row.stage.name), row.stage.tone)
      : StatusBadge.html(reader.text("retention.on-hold"), .warn)
  }

  private func destroyed(_ cases: [CaseKept], _ reader: Reader) -> HTML {
    guard !cases.isEmpty else { return .nothing }
    var table = DataTable("destroyed", caption: reader.text("retention.list.destroyed"))
    table.column(reader.text("retention.column.case"))
    table.column(reader.text("retention.column.destroyed-on"))
    table.column(reader.text("retention.statement.title"))
    for kept in cases {
      let statement = Site.caseFile(kept.retention.id).at("retention")
      table.row(
        link(to: kept, reader), kept.retention.destroyedOn.map { reader.time($0) } ?? .nothing,
        "<a href=\"\(reader.to(statement))\">\(reader.text("retention.statement.title"))</a>")
    }
    return table.html(for: reader)
  }

  private func link(to kept: CaseKept, _ reader: Reader) -> HTML {
    "<a href=\"\(reader.to(Site.caseFile(kept.retention.id)))\">\(kept.number.description)</a>"
  }
}
