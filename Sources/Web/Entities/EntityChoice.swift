import Domain
import HTTPTypes
import ReadModels

/// Which parties and places the list shows, and which page of them; it lives in the address.
struct EntityChoice {
  /// How many a page has room for.
  static let entitiesMax = 50

  private(set) var selection = EntitySelection()
  /// Counted from 1.
  private(set) var page = 1

  /// What the address asks.
  ///
  /// - Throws: 400 for a choice that is none.
  init(_ visit: Visit) throws(Problem) {
    selection.words = try Self.read("q", visit) { $0 }
    selection.kind = try Self.read("kind", visit) { SupervisedEntity.Kind(rawValue: $0) }
    page =
      try Self.read("page", visit) { Int($0).flatMap { (1...1_000_000).contains($0) ? $0 : nil } }
      ?? 1
  }

  private static func read<Choice>(
    _ name: String, _ visit: Visit, _ read: (String) -> Choice?
  ) throws(Problem) -> Choice? {
    guard let text = visit.query(name), !text.isEmpty else { return nil }
    guard let choice = read(text) else {
      throw Problem(.badRequest, "entities.choice-unreadable")
    }
    return choice
  }

  /// Whether anything was chosen at all.
  var isNarrowed: Bool { selection != EntitySelection() }

  /// The list with these choices, from its first page on.
  var link: Link {
    Site.entities.with("q", selection.words).with("kind", selection.kind?.rawValue)
  }

  /// The page before and the page after the one that is shown, of `count` of which `first` is its first.
  func neighbours(of count: Int, from first: Int) -> (previous: Link?, next: Link?) {
    let shown = (first - 1) / Self.entitiesMax + 1
    return (
      shown > 1 ? link.with("page", String(shown - 1)) : nil,
      shown * Self.entitiesMax < count ? link.with("page", String(shown + 1)) : nil
    )
  }
}
