public import Domain
public import EventSourcing
public import Postgres

/// Everything that happened to one thing, in order.
public struct HistoryQuery: Query {
  public let subject: StreamName

  public init(of subject: StreamName) { self.subject = subject }

  public func statement(at point: Point) -> Statement {
    """
    SELECT * FROM \(splice: table)
    WHERE category = \(subject.category) AND subject = \(subject.identity.uuid)
      AND \(splice: point.isPast(of: "key")) ORDER BY key
    """
  }

  private var table: Statement { historyTable(of: subject.category) }

  public func answer(from rows: Rows) throws -> [Recorded<LogEvent>] {
    try rows.map { try HistoryRow(from: $0).recorded }
  }
}

/// Where the history of a thing of `category` stands: what happened to accounts and cases is told apart from other work.
func historyTable(of category: String) -> Statement {
  if category == Account.category { return "account_history" }
  return category == CaseFile.category ? "case_history" : "history"
}

extension Point {
  /// Whether the position in `column` had been reached.
  ///
  /// A row of the history is never superseded, so it needs no more to be asked as of then.
  func isPast(of column: SQLName) -> Statement {
    switch self {
    case .now: "true"
    case .position(let position): "\(column) <= \(position)"
    }
  }
}
