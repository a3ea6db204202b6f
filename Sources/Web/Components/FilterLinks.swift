/// A choice of what a list shows: links side by side, with how many there are of each.
public struct FilterLinks: Sendable {
  private struct Item {
    let name: String
    let count: Int?
    let link: Link
    let isChosen: Bool
  }

  private let label: String
  private var items: [Item] = []

  /// - Parameter label: what is chosen by.
  public init(_ label: String) { self.label = label }

  /// One thing to choose.
  public mutating func add(_ name: String, count: Int? = nil, _ link: Link, isChosen: Bool) {
    items.append(Item(name: name, count: count, link: link, isChosen: isChosen))
  }

  public func html(for reader: Reader) -> HTML {
    """
    <nav class="filter" aria-label="\(label)">
    <p class="filter-label">\(label)</p>
    <ul>
    \(items.map { item($0, reader) })</ul>
    </nav>

    """
  }

  private func item(_ item: Item, _ reader: Reader) -> HTML {
    """
    <li><a href="\(reader.to(item.link))"\
    \(attribute: "aria-current", item.isChosen ? "true" : nil)>\(item.name)\
    \(item.count.map { " <span class=\"filter-count\">\(reader.number($0))</span>" })</a></li>

    """
  }
}
