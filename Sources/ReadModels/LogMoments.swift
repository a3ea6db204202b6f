import Domain
public import Foundation
import Postgres

/// A position of the log and when it had come that far.
public struct LogMoment: Hashable, Sendable {
  public let position: Int
  public let recordedAt: Date

  public init(position: Int, recordedAt: Date) {
    self.position = position
    self.recordedAt = recordedAt
  }
}

/// What there is to look back to.
public protocol LogMoments: Sendable {
  /// The last moments at which something was recorded, newest first; the first is how far the log is.
  func last(_ count: Int) async throws -> [LogMoment]
  /// Whether what follows `position` was recorded in one go with it, as far as `viewer` may know.
  func isAmidAppend(_ position: Int, as viewer: Viewer) async throws -> Bool
}

extension Library: LogMoments {
  public func last(_ count: Int) async throws -> [LogMoment] {
    let rows = try await database.run(
      "SELECT position, recorded_at FROM log_moment ORDER BY position DESC LIMIT \(limit: count)")
    return try rows.map {
      LogMoment(position: try $0["position"], recordedAt: try $0["recorded_at"])
    }
  }

  public func isAmidAppend(_ position: Int, as viewer: Viewer) async throws -> Bool {
    try await look(AmidAppendQuery(position: position), as: viewer)
  }
}

/// Whether the events at a position and after it came of the same command.
struct AmidAppendQuery: Query {
  let position: Int

  func statement(at point: Point) -> Statement {
    """
    SELECT count(DISTINCT command) = 1 AND count(*) = 2 AS is_amid
    FROM (SELECT key, command FROM history UNION ALL SELECT key, command FROM entity_history) AS told
    WHERE key IN (\(position), \(position) + 1)
    """
  }

  func answer(from rows: Rows) throws -> Bool { try rows.first?["is_amid"] ?? false }
}
