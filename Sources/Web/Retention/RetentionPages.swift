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

  /// The number after which a page of a list begins, as its address says.
  private func after(_ name: String, _ visit: Visit) throws(Problem) -> CaseNumber? {
    guard let text = visit.query(name), !text.isEmpty else { return nil }
    guard let number = CaseNumber(text) else {
      throw Problem(.badRequest, "cases.choice-unreadable")
    }
    return number
  }

  @Sendable private func list(_ visit: Visit) async throws -> Response {
    let reader = visit.reader
    let places = (past: try after("past", visit), destroyed: try after("destroyed", visit))
    let found = try await library.look(
      CasesPastTermQuery(schedule, on: reader.dayShown, after: places.past),
      DestroyedCasesQuery(after: places.destroyed), as: try visit.viewer(), at: reader.moment)
    let first = Site.retention
    return visit.show(
      Page(
        reader.text("retention.list.title"), trail: [Crumb(reader.text("cases.title"), Site.cases)],
        body: """
          <p class="lead">\(reader.text("retention.list.lead"))</p>
          \(past(found.0.cases, reader))
          \(Pagination.html(
            previous: places.past == nil ? nil : first,
            next: found.0.next.map { first.with("past", $0.description) },
            called: "retention.list.past", for: reader))
          \(destroyed(found.1.cases, reader))
          \(Pagination.html(
            previous: places.destroyed == nil ? nil : first,
            next: found.1.next.map { first.with("destroyed", $0.description) },
            called: "retention.list.destroyed", for: reader))
          """))
  }

  private func past(_ cases: [CaseKept], _ reader: Reader) -> HTML {
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

  private func destroyed(_ cases: [CaseKept], _ reader: Reader) -> HTML {
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
