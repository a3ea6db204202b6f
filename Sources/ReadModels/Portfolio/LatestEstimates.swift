import Domain
import Postgres

/// The damage estimate of programmes that counts.
struct LatestEstimatesQuery: Query {
  let programmes: ProgrammeScope

  func statement(at point: Point) -> Statement {
    """
    SELECT latest.* FROM (
      SELECT key FROM \(splice: point.rows(of: ProgrammeRow.self)) AS every
      WHERE \(splice: programmes.condition("key", at: point))) AS asked
    CROSS JOIN LATERAL \(
      splice: point.first(
        of: EstimateRow.self, where: "programme = asked.key AND dropped_on IS NULL",
        by: EstimateRow.latestFirst)
    ) AS latest
    """
  }

  func answer(from rows: Rows) throws -> [ProgrammeID: EstimateRow] {
    let latest = try rows.map(EstimateRow.init(from:))
    return Dictionary(latest.map { ($0.home.programme, $0) }) { first, _ in first }
  }
}
