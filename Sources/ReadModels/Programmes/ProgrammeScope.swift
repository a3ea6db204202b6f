import Domain
import Postgres

/// Which programmes a question is about.
enum ProgrammeScope: Sendable {
  case all
  /// Those that have not ended.
  case running
  case these([ProgrammeID])

  static let none = ProgrammeScope.these([])

  /// That `column` names one of them.
  func condition(_ column: SQLName, at point: Point) -> Statement {
    switch self {
    case .all: "true"
    case .running:
      """
      \(column) IN (
        SELECT key FROM \(splice: point.rows(of: ProgrammeRow.self)) AS running
        WHERE ended_on IS NULL)
      """
    case .these(let programmes) where programmes.count == 1:
      "\(column) = \(programmes[0])"
    case .these(let programmes): "\(column) = ANY (\(programmes))"
    }
  }
}
