import Domain

/// A long text among others: its beginning, and the whole behind it.
enum FoldedText {
  /// Texts of at most so many characters stand there whole.
  static let scalarsMax = 400
  /// About how much of a longer one shows.
  static let scalarsShown = 160

  static func html(_ text: Prose) -> HTML {
    let written = text.description.unicodeScalars
    guard written.count > scalarsMax else { return text.html }
    return """
      <details class="folded"><summary><span>\(beginning(of: written))…</span></summary>
      \(text.html)</details>
      """
  }

  /// The first words, up to a space.
  private static func beginning(of text: String.UnicodeScalarView) -> String {
    let head = text.prefix(scalarsShown)
    let words = head.lastIndex(where: \.properties.isWhitespace).map { head[..<$0] } ?? head
    return String(String.UnicodeScalarView(words))
  }
}
