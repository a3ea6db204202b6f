public import Domain
public import Postgres

/// The cases that one is related to from either side, and the last ones about the same subject or of the same programme, or
/// of regular supervision when it has none.
public struct NeighbouringCasesQuery: Query {
  /// How many about the same subject, and how many of the same programme.
  private static let countMax = 20
  /// How many that name it; what it names itself is all there.
  private static let namingMax = 50

  let file: CaseID

  public init(of file: CaseID) { self.file = file }

  public func statement(at point: Point) -> Statement {
    """
    WITH own AS (
      SELECT * FROM \(splice: point.rows(of: CaseFileRow.self)) AS own WHERE key = \(file)
    ), naming AS MATERIALIZED (
      SELECT key, year, serial FROM \(splice: point.rows(of: CaseFileRow.self)) AS other
      WHERE key IN (\(splice: point.keysOfCases(naming: file)))
    ), near AS (
      SELECT unnest(related) AS key FROM own
      UNION (SELECT key FROM naming ORDER BY year DESC, serial DESC LIMIT \(limit: Self.namingMax))
      UNION (SELECT key FROM \(splice: point.rows(of: CaseFileRow.self)) AS same
        WHERE subject = (SELECT subject FROM own)
        ORDER BY year DESC, serial DESC LIMIT \(limit: Self.countMax))
      UNION (SELECT key FROM \(splice: point.rows(of: CaseFileRow.self)) AS beside
        WHERE programme = (SELECT programme FROM own)
        ORDER BY year DESC, serial DESC LIMIT \(limit: Self.countMax))
      UNION (SELECT key FROM \(splice: point.rows(of: CaseFileRow.self)) AS regular
        WHERE programme IS NULL AND (SELECT programme FROM own) IS NULL
        ORDER BY year DESC, serial DESC LIMIT \(limit: Self.countMax))
    )
    SELECT case_file.*, (SELECT count(*) FROM naming) AS naming_count
    FROM \(splice: point.rows(of: CaseFileRow.self)) AS case_file
    WHERE key IN (SELECT key FROM near) ORDER BY year DESC, serial DESC
    """
  }

  public func answer(from rows: Rows) throws -> NeighbouringCases {
    NeighbouringCases(
      cases: try rows.map(CaseFileRow.init(from:)),
      namingCount: Int(try rows.first?["naming_count"] as Int64? ?? 0))
  }
}

/// The cases near one, the last opened first.
public struct NeighbouringCases: Sendable {
  public let cases: [CaseFileRow]
  /// How many name it, of which only the last opened are there.
  public let namingCount: Int
}

extension Point {
  /// Asks for the keys of the cases that named `file` as related at this point.
  func keysOfCases(naming file: CaseID) -> Statement {
    switch self {
    case .now: "SELECT cases_relating_to(\(file), NULL, NULL)"
    case .position(let position):
      "SELECT cases_relating_to(\(file), \(position), \(PositionTree.path(to: position)))"
    }
  }
}
