public import Domain
public import EventSourcing
import Foundation
public import Postgres

/// One event of the work as the history tells it; it is never changed, so as of then is everything up to then.
///
/// What happened to accounts, to supervised parties and places and to cases is told apart from it: in
/// `AccountHistoryRow`, `EntityHistoryRow` and `CaseHistoryRow`.
public struct HistoryRow: LibraryModel, TableRow, Scoped {
  public typealias Key = Int
  public typealias Row = HistoryRow

  public static let name = "history"
  public static let rowsAreFinal = true
  public static let rowsAreOfOneStream = true

  public let recorded: Recorded<LogEvent>

  public var scope: Scope {
    Scope(organisation: recorded.organisation, programme: programme)
  }

  private var programme: Identity? {
    switch recorded.event {
    case .programme, .analysis: recorded.stream.identity
    case .exploration, .signal, .account, .references, .bankEntry, .entity, .caseFile, .checklist,
      .letter:
      nil
    }
  }

  public static func keys(of recorded: Recorded<LogEvent>) -> [Int] {
    switch recorded.event {
    case .exploration, .programme, .signal, .references, .analysis, .bankEntry, .checklist,
      .letter:
      [recorded.position]
    case .account, .entity, .caseFile: []
    }
  }

  public static func fold(
    _ row: HistoryRow?, at key: Int, _ recorded: Recorded<LogEvent>
  ) -> HistoryRow? {
    row ?? HistoryRow(recorded: recorded)
  }
}

extension HistoryRow {
  public static let columns: [Column] = [
    Column("category", .text), Column("subject", .uuid), Column("version", .int8),
    Column("actor", .text), Column("command", .uuid), Column("recorded_at", .timestamptz),
    Column("happened_on", .date), Column("event", .json),
  ]

  public func encode(into writer: inout ColumnWriter) {
    writer.write("category", recorded.stream.category)
    writer.write("subject", recorded.stream.identity.uuid)
    writer.write("version", recorded.version)
    writer.write("actor", recorded.actor)
    writer.write("command", recorded.command.uuid)
    writer.write("recorded_at", recorded.recordedAt)
    writer.write("happened_on", recorded.event.on)
    writer.write("event", KeptEvent.Writing(recorded: recorded))
  }

  public init(from row: Postgres.Row) throws {
    let kept: KeptEvent = try row["event"]
    recorded = try LogEvent.decode(
      Recorded(
        kept.stored,
        in: StreamName(try row["category"], Identity(uuid: try row["subject"])),
        of: try row["organisation"], version: try row["version"], position: try row["key"],
        actor: try row["actor"], command: Identity(uuid: try row["command"]),
        recordedAt: try row["recorded_at"]))
  }
}
