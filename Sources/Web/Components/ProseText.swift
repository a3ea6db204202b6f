public import Domain

extension Prose {
  /// The text with its paragraphs and line ends.
  public var html: HTML { ProseText.html(description) }
}

/// Text of several lines as somebody wrote it.
public enum ProseText {
  /// Paragraphs at blank lines, breaks at line ends.
  public static func html(_ text: String) -> HTML {
    var paragraphs: [[String]] = [[]]
    let lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for line in lines.map({ Substring($0) }) {
      if line.unicodeScalars.allSatisfy(\.properties.isWhitespace) {
        paragraphs.append([])
      } else {
        paragraphs[paragraphs.count - 1].append(String(line))
      }
    }
    let written = paragraphs.filter { !$0.isEmpty }
    return
      "<div class=\"prose\">\(written.map { "<p>\($0.map { HTML($0) }.joined(separator: "<br>"))</p>" })</div>"
  }
}
