public import Domain
import EventSourcing
public import Postgres

/// A case as the lists of what is kept too long and of what was destroyed show it.
public struct CaseKept: Sendable {
  public let number: CaseNumber
  public let retention: CaseRetentionRow
}

/// The cases whose term was over before some day and that still stand, the first closed on top.
public struct CasesPastTermQuery: Query {
  let schedule: RetentionSchedule
  let day: Day
  let limit: Int

  public init(_ schedule: RetentionSchedule, on day: Day, atMost limit: Int = 100) {
    self.schedule = schedule
    self.day = day
    self.limit = limit
  }

  public func statement(at point: Point) -> Statement {
    let past = CaseFile.Result.allCases.map { result -> Statement in
      "(result = \(result) AND retention.closed_on < \(schedule.firstKept(with: result, on: day)))"
    }
    return """
      SELECT retention.*, file.year, file.serial
      FROM \(splice: point.rows(of: CaseRetentionRow.self)) AS retention
      JOIN \(splice: point.rows(of: CaseFileRow.self)) AS file ON file.key = retention.key
      WHERE stage <> 'destroyed' AND (\(splice: .joined(past, separator: " OR ")))
      ORDER BY retention.closed_on, retention.key LIMIT \(limit: limit)
      """
  }

  public func answer(from rows: Rows) throws -> [CaseKept] { try rows.map(CaseKept.init(from:)) }
}

/// The cases that were destroyed, the last one on top.
public struct DestroyedCasesQuery: Query {
  let limit: Int

  public init(atMost limit: Int = 100) { self.limit = limit }

  public func statement(at point: Point) -> Statement {
    """
    SELECT retention.*, file.year, file.serial
    FROM \(splice: point.rows(of: CaseRetentionRow.self)) AS retention
    JOIN \(splice: point.rows(of: CaseFileRow.self)) AS file ON file.key = retention.key
    WHERE stage = 'destroyed' ORDER BY destroyed_on DESC, retention.key LIMIT \(limit: limit)
    """
  }

  public func answer(from rows: Rows) throws -> [CaseKept] { try rows.map(CaseKept.init(from:)) }
}

extension CaseKept {
  fileprivate init(from row: Row) throws {
    guard
      let number = CaseNumber(
        year: Int(try row["year"] as Int32), serial: Int(try row["serial"] as Int32))
    else { throw UnreadableRow(CaseRetentionRow.name, "no case number") }
    self.number = number
    retention = try CaseRetentionRow(from: row)
  }
}
