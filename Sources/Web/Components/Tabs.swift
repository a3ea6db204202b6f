/// The parts of one thing, each a page of its own.
public enum Tabs {
  public struct Tab: Sendable {
    let name: String
    let link: Link

    public init(_ name: String, _ link: Link) {
      self.name = name
      self.link = link
    }
  }

  /// The tab of the page the reader is on is marked.
  public static func html(_ tabs: [Tab], label: String, for reader: Reader) -> HTML {
    """
    <nav class="tabs" aria-label="\(label)">
    <ul>
    \(tabs.map { tab in
      """
      <li><a href="\(reader.to(tab.link))"\
      \(attribute: "aria-current", tab.link.segments == reader.here.segments ? "page" : nil)>\
      \(tab.name)</a></li>

      """
    })</ul>
    </nav>

    """
  }
}
