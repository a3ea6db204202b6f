public import Domain
public import EventSourcing
public import Postgres

/// One event of a supervised party or place as its history tells it, apart from that of the work: who sees some programmes
/// only sees it too.
public struct EntityHistoryRow: LibraryModel, TableRow, Scoped {
  public typealias Key = Int
  public typealias Row = EntityHistoryRow

  public static let name = "entity_history"
  public static let rowsAreFinal = true
  public static let rowsAreOfOneStream = true
  public static let audience = Audience.inspection
  public static var category: String? { SupervisedEntity.category }

  public let told: HistoryRow

  public var scope: Scope { told.scope }

  public static func keys(of recorded: Recorded<LogEvent>) -> [Int] {
    switch recorded.event {
    case .entity: [recorded.position]
    case .exploration, .programme, .signal, .account, .references, .analysis, .bankEntry,
      .caseFile, .checklist, .letter:
      []
    }
  }

  public static func fold(
    _ row: EntityHistoryRow?, at key: Int, _ recorded: Recorded<LogEvent>
  ) -> EntityHistoryRow? {
    row ?? EntityHistoryRow(told: HistoryRow(recorded: recorded))
  }
}

extension EntityHistoryRow {
  public static let columns = HistoryRow.columns

  public func encode(into writer: inout ColumnWriter) { told.encode(into: &writer) }

  public init(from row: Postgres.Row) throws { told = try HistoryRow(from: row) }
}
