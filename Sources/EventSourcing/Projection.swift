/// A read model as a fold: which rows an event touches, and what becomes of each.
///
/// Pure, so the runner may apply one event as it arrives, a page of events at once by key, or the whole
/// log in memory on its way through COPY; and because every step yields a whole row, the runner can keep
/// each superseded row with the positions between which it was true. That is all `as-of` needs.
public protocol Projection: SendableMetatype {
  associatedtype Event: Sendable
  associatedtype Key: Hashable & Sendable
  associatedtype Row: Equatable & Sendable

  /// The rows that `recorded` touches.
  static func keys(of recorded: Recorded<Event>) -> [Key]
  /// What `recorded` makes of the row at `key`; nil is no row.
  static func fold(_ row: Row?, at key: Key, _ recorded: Recorded<Event>) -> Row?
}

/// How far the read models have come, for whoever has to wait until its own write shows.
public protocol Progress: Sendable {
  /// Waits until every read model has passed `position`.
  ///
  /// - Returns: whether that happened within `bound`.
  func reached(_ position: Int, within bound: Duration) async -> Bool
}
