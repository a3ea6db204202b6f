public import Domain
public import EventSourcing
public import Postgres

/// One event of a case as its history tells it, apart from that of other work: only who sees the case sees it.
public struct CaseHistoryRow: LibraryModel, TableRow, Scoped {
  public typealias Key = Int
  public typealias Row = CaseHistoryRow

  public static let name = "case_history"
  public static let rowsAreFinal = true
  public static let rowsAreOfOneStream = true
  public static let audience = Audience.caseParts
  public static var category: String? { CaseFile.category }

  public let told: HistoryRow

  public var scope: Scope { told.scope }

  public static func keys(of recorded: Recorded<LogEvent>) -> [Int] {
    switch recorded.event {
    case .caseFile: [recorded.position]
    case .exploration, .programme, .signal, .account, .references, .analysis, .bankEntry,
      .entity, .checklist, .letter:
      []
    }
  }

  public static func fold(
    _ row: CaseHistoryRow?, at key: Int, _ recorded: Recorded<LogEvent>
  ) -> CaseHistoryRow? {
    row ?? CaseHistoryRow(told: HistoryRow(recorded: recorded))
  }
}

extension CaseHistoryRow {
  public static let columns = HistoryRow.columns

  public func encode(into writer: inout ColumnWriter) { told.encode(into: &writer) }

  public init(from row: Postgres.Row) throws { told = try HistoryRow(from: row) }
}
