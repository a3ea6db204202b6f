/// Where in a long list a page of it lies.
public enum Leaf<Place: Hashable & Sendable>: Hashable, Sendable {
  case first
  /// It begins with what follows that place.
  case after(Place)
  /// It ends with what comes before that place.
  case before(Place)
}

/// A page of a long list, with the ways to those beside it.
public struct Leaves<Item: Sendable, Place: Hashable & Sendable>: Sendable {
  /// In the order of the list.
  public let items: [Item]
  /// Nil on the first page.
  public let previous: Leaf<Place>?
  /// Nil on the last page.
  public let next: Leaf<Place>?

  /// - Parameters:
  ///   - found: in the order in which they were sought, away from the place, and one more than fits when there are more.
  ///   - leaf: where the page lies.
  ///   - limit: how many fit on a page.
  ///   - place: where something stands in the list.
  init(
    _ found: [Item], at leaf: Leaf<Place>, atMost limit: Int, place: (Item) -> Place
  ) {
    let hasMore = found.count > limit
    let nearest = Array(found.prefix(limit))
    switch leaf {
    case .first, .after:
      items = nearest
      next = hasMore ? nearest.last.map { .after(place($0)) } : nil
      if case .after(let origin) = leaf {
        previous = .before(nearest.first.map(place) ?? origin)
      } else {
        previous = nil
      }
    case .before(let origin):
      items = nearest.reversed()
      previous = hasMore ? nearest.last.map { .before(place($0)) } : nil
      next = .after(nearest.first.map(place) ?? origin)
    }
  }
}
