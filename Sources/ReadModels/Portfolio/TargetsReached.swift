import Domain
import Postgres

/// How the indicators that stand in running programmes compare with their targets.
public struct TargetsReached: Equatable, Sendable {
  /// How many indicators there are.
  public let indicatorCount: Int
  /// Of how many it can be said whether they reach their target: a number against a number.
  public let judgedCount: Int
  /// How many do.
  public let reachedCount: Int

  public init(indicatorCount: Int, judgedCount: Int, reachedCount: Int) {
    self.indicatorCount = indicatorCount
    self.judgedCount = judgedCount
    self.reachedCount = reachedCount
  }
}

/// The targets of the indicators that stand in running programmes, each with what was measured last.
///
/// Nothing but these two is read: there may be thousands of indicators where a page shows some dozens.
struct TargetsReachedQuery: Query {
  func statement(at point: Point) -> Statement {
    """
    SELECT aims -> -1 -> 'target' AS target,
      coalesce(latest.corrections -> -1 -> 'value', latest.measured) AS value
    FROM (
      SELECT key, aims FROM \(splice: point.rows(of: IndicatorRow.self)) AS every
      WHERE dropped_on IS NULL
        AND \(splice: ProgrammeScope.running.condition("programme", at: point))) AS asked
    LEFT JOIN LATERAL \(
      splice: point.first(
        of: MeasurementRow.self, where: "indicator = asked.key", by: MeasurementRow.latestFirst)
    ) AS latest ON true
    """
  }

  func answer(from rows: Rows) throws -> TargetsReached {
    let judgements = try rows.compactMap { row -> Bool? in
      guard let target: Programme.Target = try row.wholeIfAny("target"),
        let value: Programme.Reading = try row.wholeIfAny("value")
      else { return nil }
      return target.isMet(by: value)
    }
    return TargetsReached(
      indicatorCount: rows.count, judgedCount: judgements.count,
      reachedCount: judgements.count { $0 })
  }
}
