public import Domain
import EventSourcing
public import Foundation
import Postgres

/// The last thing that happened to something: the version it led to, and when and through whom.
public struct Change: Hashable, Sendable {
  /// How many events its stream has: what a form names as the version it was drawn from.
  public let version: Int
  /// When it was recorded.
  public let recordedAt: Date
  /// Who did it; nil when that is no person's name.
  public let by: PersonID?
  /// The day on which it happened.
  public let on: Day

  init(_ recorded: Recorded<LogEvent>) {
    version = recorded.version
    recordedAt = recorded.recordedAt
    by = PersonID(recorded.actor)
    on = recorded.event.on
  }
}

extension Change {
  static let columns: [Column] = [
    Column("version", .int8), Column("changed_at", .timestamptz), Column("changed_by", .text),
    Column("changed_on", .date),
  ]

  init(_ row: Row) throws {
    version = try row["version"]
    recordedAt = try row["changed_at"]
    by = try row["changed_by"]
    on = try row["changed_on"]
  }
}

extension ColumnWriter {
  mutating func write(_ change: Change) {
    write("version", change.version)
    write("changed_at", change.recordedAt)
    write("changed_by", change.by)
    write("changed_on", change.on)
  }
}
