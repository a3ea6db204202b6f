public import Domain
import Postgres

/// That something no longer stands, and why.
public struct Drop: Hashable, Sendable {
  public let because: Prose
  public let on: Day

  init(because: Prose, on: Day) {
    self.because = because
    self.on = on
  }
}

extension Drop {
  static let columns: [Column] = [
    Column("dropped_because", .text), Column("dropped_on", .date),
  ]

  /// Nil when the row stands.
  init?(_ row: Row) throws {
    guard let because = try row["dropped_because"] as Prose? else { return nil }
    self.init(because: because, on: try row["dropped_on"])
  }
}

extension ColumnWriter {
  mutating func write(_ drop: Drop?) {
    write("dropped_because", drop?.because)
    write("dropped_on", drop?.on)
  }
}
