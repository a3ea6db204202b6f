import Postgres

/// Whether the read models are kept up to date, by whichever node.
extension Standing {
  /// How long after a node's last sign of life nobody need have taken over yet.
  static let handoverBound = Duration.seconds(10)

  /// Whether some node projects, and nothing older than `bound` is still to be projected.
  ///
  /// Time is the database's. A read model that is not installed is not kept up.
  func isKeptUp(_ names: [String], within bound: Duration) async throws -> Bool {
    guard let position = try await slowest(of: names) else { return false }
    let rows = try await database.run(
      """
      SELECT EXISTS (
        SELECT FROM es_lease WHERE log_id = \(log) AND name = \(Lease.name)
          AND expires_at > clock_timestamp() - \(milliseconds(Self.handoverBound)) * interval '1 ms'
      ) AND NOT EXISTS (
        SELECT FROM (
          SELECT recorded_at FROM es_batch WHERE log_id = \(log) AND last_position > \(position)
          ORDER BY last_position LIMIT 1) AS waiting
        WHERE recorded_at < clock_timestamp() - \(milliseconds(bound)) * interval '1 ms'
      ) AS is_kept_up
      """)
    return try rows.first?["is_kept_up"] ?? false
  }

  private func milliseconds(_ duration: Duration) -> Double { duration / .milliseconds(1) }
}

extension ProjectionRunner {
  /// Whether some node projects, and nothing older than `bound` is still to be projected.
  public func isKeptUp(within bound: Duration) async throws -> Bool {
    try await standing.isKeptUp(projections.names, within: bound)
  }
}
