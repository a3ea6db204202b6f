public import Domain
public import Postgres

/// An indicator and what it said last.
public struct IndicatorStanding: Equatable, Sendable {
  public let indicator: IndicatorRow
  /// The measurement of the latest day, as corrected; nil before the first.
  public let latest: MeasurementRow?

  public init(_ indicator: IndicatorRow, latest: MeasurementRow?) {
    self.indicator = indicator
    self.latest = latest
  }

  /// Whether the latest measurement reaches the target; nil when that cannot be said.
  public var isOnTarget: Bool? {
    guard let latest, let target = indicator.target else { return nil }
    return target.isMet(by: latest.value)
  }
}

/// What indicators said last: the measurement of the latest day; of two on one day, the later recorded.
public struct LatestMeasurementsQuery: Query {
  let programmes: ProgrammeScope

  /// Asks it of every indicator of one programme.
  public init(of programme: ProgrammeID) { self.init(of: .these([programme])) }

  init(of programmes: ProgrammeScope) { self.programmes = programmes }

  public func statement(at point: Point) -> Statement {
    """
    SELECT latest.* FROM (
      SELECT key FROM \(splice: point.rows(of: IndicatorRow.self)) AS every
      WHERE \(splice: programmes.condition("programme", at: point))) AS asked
    CROSS JOIN LATERAL \(
      splice: point.first(
        of: MeasurementRow.self, where: "indicator = asked.key", by: MeasurementRow.latestFirst)
    ) AS latest
    """
  }

  public func answer(from rows: Rows) throws -> [IndicatorID: MeasurementRow] {
    let latest = try rows.map(MeasurementRow.init(from:))
    return Dictionary(latest.map { ($0.indicator, $0) }) { first, _ in first }
  }
}
