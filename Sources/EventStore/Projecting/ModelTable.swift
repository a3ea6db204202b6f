import EventSourcing
import Foundation
import Postgres

/// A read model's tables, with the types of its rows.
struct ModelTable<Model: ReadModel>: ProjectedTable
where Model.Key: TableKey, Model.Row: TableRow {
  typealias Event = Model.Event
  typealias Lines = Table<Model.Key, Model.Row>

  var name: String { Model.name }
  var category: String? { Model.category }
  var audience: Audience { Model.audience }
  var isRefoldable: Bool { Model.rowsAreOfOneStream }

  var definition: String {
    let columns = Model.Row.columns.map { "\($0.name) \($0.type)" }
    // Raised when the columns or indexes that every read model has change.
    let form = 2
    return
      "\(form) \(Model.schemaVersion) \(Model.Key.postgresType) \(columns.joined(separator: ", "))"
  }

  func question(about events: EventShare<Event>, in generation: Generation) -> Statement? {
    if Model.rowsAreFinal { return nil }
    let keys = Model.keys(of: events)
    return keys.isEmpty ? nil : Self.lines(of: generation).select(Array(keys))
  }

  func changes(
    by events: EventShare<Event>, to rows: Rows?, in generation: Generation
  ) throws -> [Statement] {
    if rows == nil, !Model.rowsAreFinal { return [] }
    let table = Self.lines(of: generation)
    let before: [Model.Key: Lines.Line]
    do { before = try rows.map { try table.lines(from: $0) } ?? [:] } catch {
      throw UnreadableRow()
    }
    // A node that lost its lease unnoticed must not fold events into rows that have them in already.
    let first = events.all.first?.position ?? .max
    guard before.values.allSatisfy({ $0.since < first }) else { throw Overtaken() }
    var history = RowHistory<Model>(
      before.mapValues { RowHistory<Model>.Live(row: $0.contents, since: $0.since) })
    Model.fold(events, into: &history)

    var statements: [Statement] = []
    let lines = history.live.lazy.filter { $1.since != before[$0]?.since }.map(Self.line)
    let gone = before.keys.filter { history.live[$0] == nil }
    if !gone.isEmpty { statements.append(table.delete(gone)) }
    if !lines.isEmpty { statements.append(try table.upsert(Array(lines))) }
    if !history.superseded.isEmpty {
      statements.append(try table.supersede(history.superseded.map(Self.line)))
    }
    return statements
  }

  func refold(
    _ events: [Recorded<Event>], in generation: Generation, on session: Session
  ) async throws -> Bool {
    let share = EventShare(of: events, at: Array(events.indices))
    let keys = Array(Model.keys(of: share))
    guard !keys.isEmpty else { return true }
    let table = Self.lines(of: generation)
    let strangers = try await session.run(table.stranger(to: events.map(\.position), under: keys))
    guard strangers.isEmpty else { return false }
    var history = RowHistory<Model>()
    Model.fold(share, into: &history)
    var statements = [table.delete(keys), table.deleteSuperseded(keys)]
    if !history.live.isEmpty { statements.append(try table.upsert(history.live.map(Self.line))) }
    if !history.superseded.isEmpty {
      statements.append(try table.supersede(history.superseded.map(Self.line)))
    }
    _ = try await session.batch(statements)
    return true
  }

  func rebuilding() -> any RebuiltTable<Event> { RebuiltModel<Model>() }

  static func lines(of generation: Generation) -> Lines {
    Lines(generation.model, schema: generation.schema)
  }

  static func line(_ key: Model.Key, _ live: RowHistory<Model>.Live) -> Lines.Line {
    let scope = live.row.scope
    return Lines.Line(
      key: key, since: live.since,
      scope: RowScope(
        organisation: scope.organisation, programme: scope.programme?.uuid,
        confidentiality: scope.confidentiality),
      contents: live.row)
  }

  static func line(_ past: RowHistory<Model>.Superseded) -> Lines.SupersededLine {
    Lines.SupersededLine(
      line(past.key, RowHistory<Model>.Live(row: past.row, since: past.since)), until: past.until)
  }
}
