import Domain

/// A long text among others: its beginning, and the whole behind it.
enum FoldedText {
  /// Texts of at most so many characters stand there whole.
  static let scalarsMax = 400
  /// About how much of a longer one shows.
  static let scalarsShown = 160

  static func html(_ text: Prose) -> HTML {
    guard isLong(text.description) else { return text.html }
    return """
      <details class="folded"><summary><span>\(beginning(of: text.description.unicodeScalars))…</span></summary>
      \(text.html)</details>
      """
  }

  private static func isLong(_ text: String) -> Bool {
    // Most texts are short, and none has more scalars than bytes.
    guard text.utf8.count > scalarsMax else { return false }
    let scalars = text.unicodeScalars
    let end = scalars.index(scalars.startIndex, offsetBy: scalarsMax, limitedBy: scalars.endIndex)
    return end.map { $0 < scalars.endIndex } ?? false
  }

  /// The first words, up to a space.
  private static func beginning(of text: String.UnicodeScalarView) -> String {
    let head = text.prefix(scalarsShown)
    let words = head.lastIndex(where: \.properties.isWhitespace).map { head[..<$0] } ?? head
    return String(String.UnicodeScalarView(words))
  }
}
