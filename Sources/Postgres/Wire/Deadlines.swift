/// What must happen when, soonest first.
struct Deadlines {
  struct ID: Hashable, Sendable {
    fileprivate let moment: ContinuousClock.Instant
    fileprivate let number: UInt64
  }

  private var ordered: [(id: ID, action: @Sendable () -> Void)] = []
  private var nextNumber: UInt64 = 0

  /// - Returns: its identity, and whether it is now the first.
  mutating func add(
    _ moment: ContinuousClock.Instant, _ action: @escaping @Sendable () -> Void
  ) -> (ID, isFirst: Bool) {
    nextNumber += 1
    let id = ID(moment: moment, number: nextNumber)
    let place = place(of: id)
    ordered.insert((id, action), at: place)
    return (id, place == 0)
  }

  mutating func remove(_ id: ID) -> (@Sendable () -> Void)? {
    let place = place(of: id)
    guard place < ordered.count, ordered[place].id == id else { return nil }
    return ordered.remove(at: place).action
  }

  mutating func takeDue() -> [@Sendable () -> Void] {
    guard let first = ordered.first, first.id.moment <= .now else { return [] }
    let now = ContinuousClock.now
    let due = ordered.prefix { $0.id.moment <= now }.map(\.action)
    ordered.removeFirst(due.count)
    return due
  }

  /// For `epoll_wait`: rounded up, and -1 when nothing is due ever.
  var millisecondsToNext: Int32 {
    guard let first = ordered.first else { return -1 }
    let (seconds, attoseconds) = (first.id.moment - .now).components
    if seconds < 0 || attoseconds < 0 { return 0 }
    let milliseconds = seconds * 1000 + attoseconds / 1_000_000_000_000_000 + 1
    return Int32(clamping: milliseconds)
  }

  /// The index of `id`, or where it belongs.
  private func place(of id: ID) -> Int {
    var low = 0
    var high = ordered.count
    while low < high {
      let middle = (low + high) / 2
      let other = ordered[middle].id
      if (other.moment, other.number) < (id.moment, id.number) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low
  }
}
