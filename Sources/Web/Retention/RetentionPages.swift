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
    let past: Leaf<CaseNumber> = try visit.leaf("past", or: "cases.choice-unreadable")
    let destroyed: Leaf<CaseNumber> = try visit.leaf("destroyed", or: "cases.choice-unreadable")
    let found = try await library.look(
      CasesPastTermQuery(schedule, on: reader.dayShown, at: past),
      DestroyedCasesQuery(at: destroyed), as: try visit.viewer(), at: reader.moment)
    let first = Site.retention
    return visit.show(
      Page(
        reader.text("retention.list.title"), trail: [Crumb(reader.text("cases.title"), Site.cases)],
        body: """
          <p class="lead">\(reader.text("retention.list.lead"))</p>
          \(table(past: found.0.items, reader))
          \(Pagination.html(
            found.0, of: first, by: "past", called: "retention.list.past", for: reader))
          \(table(destroyed: found.1.items, reader))
          \(Pagination.html(
            found.1, of: first, by: "destroyed", called: "retention.list.destroyed", for: reader))
          """))
  }

  private func table(past cases: [CaseKept], _ reader: Reader) -> HTML {
    guard !cases.isEmpty else { return EmptyState.html(reader.text("retention.list.none")) }
    var table = DataTable("past", caption: reader.text("retention.list.past"))
    table.column(reader.text("retention.column.case"))
    table.column(reader.text("case.field.result"))
    table.column(reader.text("case.field.closed-on"))
    table.column(reader.text("retention.column.until"))
    table.column(reader.text("retention.column.stage"), .sentences)
    table.column(reader.text("retention.column.acts"))
    for kept in cases {
      let row = kept.retention
      guard let term = row.term ?? row.term(under: schedule) else { continue }
      let acts = KeepingActs(
        row: row, term: term, thing: row.number.description, reader: reader)
      table.row(
        number(of: kept, reader), HTML(reader.text(term.result.name)), reader.time(term.from),
        reader.time(term.until),
        "\(standing(row, reader))\(RetentionFacts(row: row, term: term, reader: reader).brief)",
        acts.html)
    }
    return table.html(for: reader)
  }

  private func standing(_ row: CaseRetentionRow, _ reader: Reader) -> HTML {
    row.heldBecause == nil
      ? StatusBadge.html(reader.text(row.stage.name), row.stage.tone)
      : StatusBadge.html(reader.text("retention.on-hold"), .warn)
  }

  private func table(destroyed cases: [CaseKept], _ reader: Reader) -> HTML {
    guard !cases.isEmpty else { return .nothing }
    var table = DataTable("destroyed", caption: reader.text("retention.list.destroyed"))
    table.column(reader.text("retention.column.case"))
    table.column(reader.text("retention.column.destroyed-on"))
    table.column(reader.text("retention.statement.title"))
    for kept in cases {
      let statement = Site.caseFile(kept.retention.id).at("retention")
      table.row(
        number(of: kept, reader), kept.retention.destroyedOn.map { reader.time($0) } ?? .nothing,
        kept.isSeen
          ? "<a href=\"\(reader.to(statement))\">\(reader.text("retention.statement.title"))</a>"
          : StatementOfDestruction(row: kept.retention, reader: reader).list ?? .nothing)
    }
    return table.html(for: reader)
  }

  /// What a case is called, which leads to it for who sees it.
  private func number(of kept: CaseKept, _ reader: Reader) -> HTML {
    let number = kept.retention.number.description
    return kept.isSeen
      ? "<a href=\"\(reader.to(Site.caseFile(kept.retention.id)))\">\(number)</a>" : HTML(number)
  }
}
