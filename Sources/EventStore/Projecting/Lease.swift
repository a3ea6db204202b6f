import EventSourcing
import Foundation
import Postgres

/// The right to project a log, held by one node at a time until it expires.
///
/// Time is the database's, so the nodes' clocks do not matter. What keeps a node that lost its lease
/// unnoticed from doing harm is not the lease but its fence, which every checkpoint compares.
struct Lease: Sendable {
  static let name = "projections"

  let log: Int16
  let owner: Identity
  let duration: Duration
  let database: Database

  /// Takes or renews it.
  ///
  /// - Returns: its fence; nil while another node holds it.
  func take() async throws -> Int? {
    let milliseconds = Int(duration / .milliseconds(1))
    let rows = try await database.run(
      "SELECT take_lease(\(log), \(Self.name), \(owner.uuid), \(milliseconds)) AS fence")
    return try rows.first.map { try $0["fence"] }
  }

  /// Gives it back at once, so that another node need not wait for it to expire.
  func release() async throws {
    _ = try await database.run(
      """
      UPDATE es_lease SET expires_at = '-infinity'
      WHERE log_id = \(log) AND name = \(Self.name) AND owner = \(owner.uuid)
      """)
  }
}
