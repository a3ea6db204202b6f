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

/// A page of them, by number.
public typealias CasesKept = Leaves<CaseKept, CaseNumber>

/// The cases whose term was over before some day and that still stand, by number.
public struct CasesPastTermQuery: Query {
  let schedule: RetentionSchedule
  let day: Day
  let leaf: Leaf<CaseNumber>
  let limit: Int

  public init(
    _ schedule: RetentionSchedule, on day: Day, at leaf: Leaf<CaseNumber> = .first,
    atMost limit: Int = 50
  ) {
    self.schedule = schedule
    self.day = day
    self.leaf = leaf
    self.limit = limit
  }

  public func statement(at point: Point) -> Statement {
    let past = CaseFile.Result.allCases.map { result -> Statement in
      "(result = \(result) AND retention.closed_on < \(schedule.firstKept(with: result, on: day)))"
    }
    return """
      \(splice: point.casesKept) WHERE stage <> 'destroyed'
        AND (\(splice: .joined(past, separator: " OR ")))
        AND \(splice: CaseKept.page(at: leaf, atMost: limit))
      """
  }

  public func answer(from rows: Rows) throws -> CasesKept {
    try CaseKept.leaves(rows, at: leaf, atMost: limit)
  }
}

/// The cases that were destroyed, by number.
public struct DestroyedCasesQuery: Query {
  let leaf: Leaf<CaseNumber>
  let limit: Int

  public init(at leaf: Leaf<CaseNumber> = .first, atMost limit: Int = 50) {
    self.leaf = leaf
    self.limit = limit
  }

  public func statement(at point: Point) -> Statement {
    """
    \(splice: point.casesKept) WHERE stage = 'destroyed'
      AND \(splice: CaseKept.page(at: leaf, atMost: limit))
    """
  }

  public func answer(from rows: Rows) throws -> CasesKept {
    try CaseKept.leaves(rows, at: leaf, atMost: limit)
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
  /// Which of them stand on the page, and in which order away from its place; one more than fits.
  fileprivate static func page(at leaf: Leaf<CaseNumber>, atMost limit: Int) -> Statement {
    switch leaf {
    case .first:
      "(year, serial) > (0, 0) ORDER BY year, serial LIMIT \(limit: limit + 1)"
    case .after(let number):
      """
      (year, serial) > (\(Int32(number.year)), \(Int32(number.serial)))
      ORDER BY year, serial LIMIT \(limit: limit + 1)
      """
    case .before(let number):
      """
      (year, serial) < (\(Int32(number.year)), \(Int32(number.serial)))
      ORDER BY year DESC, serial DESC LIMIT \(limit: limit + 1)
      """
    }
  }

  fileprivate static func leaves(
    _ rows: Rows, at leaf: Leaf<CaseNumber>, atMost limit: Int
  ) throws -> CasesKept {
    CasesKept(
      try rows.map(CaseKept.init(from:)), at: leaf, atMost: limit, place: \.retention.number)
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
