public import EventSourcing
public import Foundation
import Postgres

/// A stream that a read model has left, from the event that stopped it.
///
/// Says nothing of what is in the event.
public struct ParkedStream: Hashable, Sendable, CustomStringConvertible {
  public let readModel: String
  public let stream: StreamName
  public let position: Int
  public let reason: String
  public let parkedAt: Date

  public var description: String {
    "\(readModel) has left \(stream) since event \(position): \(reason)"
  }
}

extension ReadModelInstaller {
  /// The streams that the read models shown have left, by read model and position.
  public func parked() async throws -> [ParkedStream] {
    try await ParkedStream.all(in: log.id, of: database)
  }
}

extension ParkedStream {
  static func all(in log: Int16, of database: Database) async throws -> [ParkedStream] {
    let rows = try await database.run(
      """
      SELECT p.projection, c.name AS category, p.stream_id, p.position, p.reason, p.parked_at
      FROM es_parked p
      JOIN es_category c USING (category_id)
      JOIN es_read_model m
        ON m.log_id = p.log_id AND m.name = p.projection AND m.generation = p.generation
      WHERE p.log_id = \(log) ORDER BY p.projection, p.position
      """)
    return try rows.map { row in
      ParkedStream(
        readModel: try row["projection"],
        stream: StreamName(try row["category"], Identity(uuid: try row["stream_id"])),
        position: try row["position"], reason: try row["reason"], parkedAt: try row["parked_at"])
    }
  }
}
