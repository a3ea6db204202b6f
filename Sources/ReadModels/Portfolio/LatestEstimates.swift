import Domain
import Postgres

/// The damage estimate of programmes that counts.
struct LatestEstimatesQuery: Query {
  let programmes: ProgrammeScope

  func statement(at point: Point) -> Statement {
    """
    SELECT latest.* FROM (
      SELECT key FROM \(splice: point.rows(of: ProgrammeRow.self)) AS every
      WHERE \(splice: programmes.condition("key", at: point))) AS programme
    CROSS JOIN LATERAL (
      SELECT * FROM \(splice: point.rows(of: EstimateRow.self)) AS estimate
      WHERE estimate.programme = programme.key AND dropped_on IS NULL
      ORDER BY \(splice: EstimateRow.latestFirst) LIMIT 1) AS latest
    """
  }

  func answer(from rows: Rows) throws -> [ProgrammeID: EstimateRow] {
    let latest = try rows.map(EstimateRow.init(from:))
    return Dictionary(latest.map { ($0.home.programme, $0) }) { first, _ in first }
  }
}
