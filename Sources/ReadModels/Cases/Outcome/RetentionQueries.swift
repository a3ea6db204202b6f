public import Domain
import EventSourcing
public import Postgres

/// A case as who keeps the records sees it.
public struct CaseKept: Sendable {
  public let retention: CaseRetentionRow
  /// Whether the viewer sees the case itself; of others, nothing but this.
  public let isSeen: Bool

  fileprivate init(from row: Row) throws {
    retention = try CaseRetentionRow(from: row)
    isSeen = try row["is_seen"]
  }
}

/// A page of them.
public struct CasesKept: Sendable {
  public let cases: [CaseKept]
  /// The number after which the next page begins; nil on the last.
  public let next: CaseNumber?

  fileprivate init(from rows: Rows, atMost limit: Int) throws {
    let found = try rows.map(CaseKept.init(from:))
    cases = Array(found.prefix(limit))
    next = found.count > limit ? found[limit - 1].retention.number : nil
  }
}

/// The cases whose term was over before some day and that still stand, by number.
public struct CasesPastTermQuery: Query {
  let schedule: RetentionSchedule
  let day: Day
  /// The number after which the page begins; nil for the first page.
  let after: CaseNumber?
  let limit: Int

  public init(
    _ schedule: RetentionSchedule, on day: Day, after: CaseNumber? = nil, atMost limit: Int = 50
  ) {
    self.schedule = schedule
    self.day = day
    self.after = after
    self.limit = limit
  }

  public func statement(at point: Point) -> Statement {
    let past = CaseFile.Result.allCases.map { result -> Statement in
      "(result = \(result) AND retention.closed_on < \(schedule.firstKept(with: result, on: day)))"
    }
    return """
      \(splice: point.casesKept) WHERE stage <> 'destroyed'
        AND (\(splice: .joined(past, separator: " OR ")))
        AND (year, serial) > \(splice: CaseKept.place(after))
      ORDER BY year, serial LIMIT \(limit: limit + 1)
      """
  }

  public func answer(from rows: Rows) throws -> CasesKept {
    try CasesKept(from: rows, atMost: limit)
  }
}

/// The cases that were destroyed, by number.
public struct DestroyedCasesQuery: Query {
  let after: CaseNumber?
  let limit: Int

  public init(after: CaseNumber? = nil, atMost limit: Int = 50) {
    self.after = after
    self.limit = limit
  }

  public func statement(at point: Point) -> Statement {
    """
    \(splice: point.casesKept) WHERE stage = 'destroyed'
      AND (year, serial) > \(splice: CaseKept.place(after))
    ORDER BY year, serial LIMIT \(limit: limit + 1)
    """
  }

  public func answer(from rows: Rows) throws -> CasesKept {
    try CasesKept(from: rows, atMost: limit)
  }
}

/// One case as who keeps the records sees it; nil when there is none, or none that the viewer may know of.
public struct CaseKeptQuery: Query {
  let file: CaseID

  public init(_ file: CaseID) { self.file = file }

  public func statement(at point: Point) -> Statement {
    "\(splice: point.casesKept) WHERE retention.key = \(file)"
  }

  public func answer(from rows: Rows) throws -> CaseKept? {
    try rows.first.map(CaseKept.init(from:))
  }
}

extension CaseKept {
  /// What numbers are compared with to come after `number`, or after nothing.
  fileprivate static func place(_ number: CaseNumber?) -> Statement {
    "(\(Int32(number?.year ?? 0)), \(Int32(number?.serial ?? 0)))"
  }
}

extension Point {
  fileprivate var casesKept: Statement {
    """
    SELECT retention.*, EXISTS (SELECT FROM \(splice: rows(of: CaseFileRow.self)) AS file
      WHERE file.key = retention.key) AS is_seen
    FROM \(splice: rows(of: CaseRetentionRow.self)) AS retention
    """
  }
}
