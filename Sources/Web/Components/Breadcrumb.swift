/// One step of the way to a page.
public struct Crumb: Hashable, Sendable {
  public let name: String
  public let link: Link

  public init(_ name: String, _ link: Link) {
    self.name = name
    self.link = link
  }
}

/// The way to a page, from the first one on.
enum Breadcrumb {
  static func html(_ trail: [Crumb], for reader: Reader) -> HTML {
    guard !trail.isEmpty else { return .nothing }
    return """
      <nav class="breadcrumb" aria-label="\(reader.text("layout.breadcrumb"))">
      <ol>
      \(trail.map { "<li><a href=\"\(reader.to($0.link))\">\($0.name)</a></li>\n" })</ol>
      </nav>
      """
  }
}
