public import Domain
public import Postgres

/// The damage estimate of every programme that counts: the one recorded last.
public struct LatestEstimatesQuery: Query {
  public init() {}

  public func statement(at point: Point) -> Statement {
    """
    SELECT latest.* FROM \(splice: point.rows(of: ProgrammeRow.self)) AS programme
    CROSS JOIN LATERAL (
      SELECT * FROM \(splice: point.rows(of: EstimateRow.self)) AS estimate
      WHERE estimate.programme = programme.key
      ORDER BY position_first DESC LIMIT 1) AS latest
    """
  }

  public func answer(from rows: Rows) throws -> [ProgrammeID: EstimateRow] {
    let latest = try rows.map(EstimateRow.init(from:))
    return Dictionary(latest.map { ($0.home.programme, $0) }) { first, _ in first }
  }
}
