public import Domain
public import EventSourcing
public import Postgres

/// One event of an account as its history tells it, apart from that of the work: not everyone who may see the one
/// may see the other.
public struct AccountHistoryRow: LibraryModel, TableRow, Scoped {
  public typealias Key = Int
  public typealias Row = AccountHistoryRow

  public static let name = "account_history"
  public static let rowsAreFinal = true
  public static let rowsAreOfOneStream = true
  public static let audience = Audience.people
  public static var category: String? { Account.category }

  public let told: HistoryRow

  public var scope: Scope { told.scope }

  public static func keys(of recorded: Recorded<LogEvent>) -> [Int] {
    switch recorded.event {
    case .account: [recorded.position]
    case .exploration, .programme, .signal, .references, .analysis, .bankEntry, .entity,
      .caseFile, .checklist, .letter:
      []
    }
  }

  public static func fold(
    _ row: AccountHistoryRow?, at key: Int, _ recorded: Recorded<LogEvent>
  ) -> AccountHistoryRow? {
    row ?? AccountHistoryRow(told: HistoryRow(recorded: recorded))
  }
}

extension AccountHistoryRow {
  public static let columns = HistoryRow.columns

  public func encode(into writer: inout ColumnWriter) { told.encode(into: &writer) }

  public init(from row: Postgres.Row) throws { told = try HistoryRow(from: row) }
}
