/// Some events out of several, in their order, without copies of them.
public struct EventShare<Event: Sendable>: Sendable {
  /// The events out of which they are.
  public let all: [Recorded<Event>]
  /// Where in `all` they stand.
  public let places: [Int]

  /// Those of `all` that stand at `places`.
  public init(of all: [Recorded<Event>], at places: [Int]) {
    self.all = all
    self.places = places
  }

  /// Those for which `isIn` holds.
  public func filter(_ isIn: (Recorded<Event>) -> Bool) -> EventShare {
    EventShare(of: all, at: places.filter { isIn(all[$0]) })
  }
}
