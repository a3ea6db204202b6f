/// The rows of a read model while events are folded into them, and the rows that these replaced.
///
/// The one place where a fold becomes rows with positions: the live page, the rebuild in memory and the
/// check all go through it, so they cannot differ.
///
/// Inlined where a model conforms: without knowing the model, Swift would look up its types for each
/// event again, which costs more than the fold.
public struct RowHistory<Model: ReadModel>: Sendable {
  /// A row, and the position of the event that made it so.
  public struct Live: Equatable, Sendable {
    public let row: Model.Row
    public let since: Int

    @inlinable
    public init(row: Model.Row, since: Int) {
      self.row = row
      self.since = since
    }
  }

  /// A row that was true from `since` until the event at `until` changed it.
  public struct Superseded: Equatable, Sendable {
    public let key: Model.Key
    public let row: Model.Row
    public let since: Int
    public let until: Int

    @inlinable
    init(key: Model.Key, row: Model.Row, since: Int, until: Int) {
      self.key = key
      self.row = row
      self.since = since
      self.until = until
    }
  }

  @usableFromInline var present: [Model.Key: Live]
  @usableFromInline var past: [Superseded] = []

  /// A history that begins with the rows in `live`.
  public init(_ live: [Model.Key: Live] = [:]) { present = live }

  /// The rows that are true now.
  public var live: [Model.Key: Live] { present }

  /// The rows that were superseded since the start, or since they were last handed over.
  public var superseded: [Superseded] { past }

  /// Folds one event into the rows it touches.
  @inlinable
  public mutating func apply(_ recorded: Recorded<Model.Event>) {
    let keys = Model.keys(of: recorded)
    if keys.count == 1 { return apply(recorded, at: keys[0]) }
    var touched: Set<Model.Key> = []
    for key in keys where touched.insert(key).inserted { apply(recorded, at: key) }
  }

  @inlinable
  mutating func apply(_ recorded: Recorded<Model.Event>, at key: Model.Key) {
    let before = present[key]
    let after = Model.fold(before?.row, at: key, recorded)
    guard after != before?.row else { return }
    if let before {
      past.append(
        Superseded(key: key, row: before.row, since: before.since, until: recorded.position))
    }
    present[key] = after.map { Live(row: $0, since: recorded.position) }
  }

  /// Hands over the rows that are true now and forgets them.
  public mutating func takeLive() -> [Model.Key: Live] {
    defer { present = [:] }
    return present
  }

  /// Hands over the superseded rows gathered so far and forgets them.
  public mutating func takeSuperseded() -> [Superseded] {
    defer { past = [] }
    return past
  }
}

extension ReadModel {
  /// Folds `events` into their rows.
  @inlinable
  public static func fold(
    _ events: EventShare<Event>, into history: inout RowHistory<Self>
  ) {
    // In the buffer an event can be looked at where it is; out of the array it would be copied.
    events.all.withUnsafeBufferPointer { all in
      for place in events.places { history.apply(all[place]) }
    }
  }

  /// The rows that `events` touch.
  @inlinable
  public static func keys(of events: EventShare<Event>) -> Set<Key> {
    var keys: Set<Key> = []
    events.all.withUnsafeBufferPointer { all in
      for place in events.places { keys.formUnion(Self.keys(of: all[place])) }
    }
    return keys
  }
}
