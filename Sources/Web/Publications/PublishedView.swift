import Domain

/// A text that everybody may read, as everybody reads it.
enum PublishedView {
  static func html(_ text: Publication.Text, for reader: Reader) -> HTML {
    let findings: HTML =
      text.findings.isEmpty
      ? .nothing
      : """
      <h2>\(reader.text("publication.findings"))</h2>
      <ul>
      \(text.findings.map { "<li>\($0)</li>\n" as HTML })</ul>

      """
    return """
      \(text.name.map { "<p><strong>\($0)</strong></p>\n" as HTML })\(text.summary.html)
      \(findings)\(text.omission.map { omission($0, reader) })
      """
  }

  private static func omission(_ omission: Publication.Omission, _ reader: Reader) -> HTML {
    """
    <h2>\(reader.text("publication.omitted"))</h2>
    \(omission.what.map(\.html))
    <ul>
    \(omission.grounds.map { "<li>\(reader.text($0.name))</li>\n" as HTML })</ul>

    """
  }
}
