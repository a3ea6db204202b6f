public import EventSourcing
public import Foundation
public import Postgres

/// Which streams the read models have left because they could not take an event, and why.
///
/// Always as it is now: what is behind is behind whatever moment one looks at.
public struct ParkedStreams: Query {
  /// One of them; says nothing of what is in its events.
  public struct Stream: Hashable, Sendable {
    public let readModel: String
    public let stream: StreamName
    /// The event that it was left at.
    public let position: Int
    public let reason: String
    public let parkedAt: Date

    public init(
      readModel: String, stream: StreamName, position: Int, reason: String, parkedAt: Date
    ) {
      self.readModel = readModel
      self.stream = stream
      self.position = position
      self.reason = reason
      self.parkedAt = parkedAt
    }
  }

  public init() {}

  public func statement(at point: Point) -> Statement {
    """
    SELECT projection, category, stream_id, position, reason, parked_at FROM parked_stream
    ORDER BY parked_at, projection, position
    """
  }

  public func answer(from rows: Rows) throws -> [Stream] {
    try rows.map { row in
      Stream(
        readModel: try row["projection"],
        stream: StreamName(try row["category"], Identity(uuid: try row["stream_id"])),
        position: try row["position"], reason: try row["reason"], parkedAt: try row["parked_at"])
    }
  }
}
