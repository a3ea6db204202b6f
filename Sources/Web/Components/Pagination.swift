/// The way through a long list, page by page.
public enum Pagination {
  /// - Parameters:
  ///   - previous: the page before; nil on the first.
  ///   - next: the page after; nil on the last.
  ///   - list: what is leafed through, on a page with more than one list.
  ///   - reader: who leafs through it.
  /// - Returns: the links; nothing when there is one page.
  public static func html(
    previous: Link?, next: Link?, called list: Phrase? = nil, for reader: Reader
  ) -> HTML {
    guard previous != nil || next != nil else { return .nothing }
    let label = reader.text("pagination.label")
    return """
      <nav class="pagination" aria-label="\(list.map { "\(label): \(reader.text($0))" } ?? label)">
      \(previous.map { "<a rel=\"prev\" href=\"\(reader.to($0))\">\(reader.text("pagination.previous"))</a>" })
      \(next.map { "<a rel=\"next\" href=\"\(reader.to($0))\">\(reader.text("pagination.next"))</a>" })
      </nav>

      """
  }
}
