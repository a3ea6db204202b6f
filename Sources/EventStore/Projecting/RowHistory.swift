import EventSourcing

/// The rows of a read model while events are folded into them, and the rows that these replaced.
///
/// The one place where a fold becomes rows with positions: the live page, the rebuild in memory and the
/// check all go through it, so they cannot differ.
struct RowHistory<Model: ReadModel>: Sendable {
  /// A row, and the position of the event that made it so.
  struct Live: Equatable, Sendable {
    let row: Model.Row
    let since: Int
  }

  /// A row that was true from `since` until the event at `until` changed it.
  struct Superseded: Equatable, Sendable {
    let key: Model.Key
    let row: Model.Row
    let since: Int
    let until: Int
  }

  private(set) var live: [Model.Key: Live]
  private(set) var superseded: [Superseded] = []
  /// The keys whose rows are not what they were at the start.
  private(set) var changed: Set<Model.Key> = []

  init(_ live: [Model.Key: Live] = [:]) { self.live = live }

  /// Folds one event into the rows it touches.
  mutating func apply(_ recorded: Recorded<Model.Event>) {
    let keys = Model.keys(of: recorded)
    if keys.count == 1 { return apply(recorded, at: keys[0]) }
    var touched: Set<Model.Key> = []
    for key in keys where touched.insert(key).inserted { apply(recorded, at: key) }
  }

  private mutating func apply(_ recorded: Recorded<Model.Event>, at key: Model.Key) {
    let before = live[key]
    let after = Model.fold(before?.row, at: key, recorded)
    guard after != before?.row else { return }
    if let before {
      superseded.append(
        Superseded(key: key, row: before.row, since: before.since, until: recorded.position))
    }
    live[key] = after.map { Live(row: $0, since: recorded.position) }
    changed.insert(key)
  }

  /// Hands over the rows that are true now and forgets them.
  mutating func takeLive() -> [Model.Key: Live] {
    defer {
      live = [:]
      changed = []
    }
    return live
  }

  /// Hands over the superseded rows gathered so far and forgets them.
  mutating func takeSuperseded() -> [Superseded] {
    defer { superseded = [] }
    return superseded
  }

  /// The rows as they were after the event at `position`.
  func rows(asOf position: Int) -> [Model.Key: Model.Row] {
    var rows = live.filter { $0.value.since <= position }.mapValues(\.row)
    for past in superseded where past.since <= position && position < past.until {
      rows[past.key] = past.row
    }
    return rows
  }
}
