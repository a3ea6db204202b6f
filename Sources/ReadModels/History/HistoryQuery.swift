public import Domain
public import EventSourcing
public import Postgres

/// Everything that happened to one thing, in order.
public struct HistoryQuery: Query {
  public let subject: StreamName

  public init(of subject: StreamName) { self.subject = subject }

  public func statement(at point: Point) -> Statement {
    """
    SELECT * FROM \(splice: Point.history(of: subject.category))
    WHERE category = \(subject.category) AND subject = \(subject.identity.uuid)
      AND \(splice: point.isPast(of: "key")) ORDER BY key
    """
  }

  public func answer(from rows: Rows) throws -> [Recorded<LogEvent>] {
    try rows.map { try HistoryRow(from: $0).recorded }
  }
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
