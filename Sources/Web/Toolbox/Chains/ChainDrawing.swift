import Domain
import ReadModels

/// The chains of a group, drawn on the server: a row of boxes for each choice, behind the risk that all answer to.
///
/// The table below it says the same, and says it whole: a box has room for a few words only.
enum ChainDrawing {
  static func html(
    _ rows: [[ChainView.Cell]], of group: TargetGroupRow, _ reader: Reader
  ) -> HTML {
    let id = "chain-\(group.id)"
    let (width, height) = (Grid.right, Grid.bottom(of: rows.count))
    return """
      <figure class="chart chain">
      <figcaption>\(group.title)</figcaption>
      <div class="chain-scroll" tabindex="0" role="group" aria-labelledby="\(id)-title">
      <svg viewBox="0 0 \(width) \(height)" width="\(width)" height="\(height)" role="group" \
      aria-labelledby="\(id)-title" aria-describedby="\(id)-description">
      <title id="\(id)-title">\(reader.text(
        "toolbox.chain.drawing", ["group": .text(group.title.description)]))</title>
      <desc id="\(id)-description">\(reader.text("toolbox.chain.description"))</desc>
      \(headings(reader))
      \(rows.first.map { box($0[0], 0, rows: 0..<rows.count, reader) })
      \(rows.enumerated().map { row($0.element, $0.offset, reader) })
      </svg>
      </div>
      </figure>

      """
  }

  private static func headings(_ reader: Reader) -> HTML {
    ChainView.headings.enumerated().map { column, heading -> HTML in
      """
      <text class="chain-heading" x="\(Grid.x(column))" y="16">\(reader.text(heading))</text>

      """
    }.joined()
  }

  /// Everything of a choice but the risk, with an arrow before each box.
  private static func row(_ cells: [ChainView.Cell], _ row: Int, _ reader: Reader) -> HTML {
    cells.enumerated().dropFirst().map { column, cell -> HTML in
      "\(arrow(to: column, row))\(box(cell, column, rows: row..<row + 1, reader))"
    }.joined()
  }

  private static func arrow(to column: Int, _ row: Int) -> HTML {
    let (from, y) = (Grid.x(column) - Grid.gap + 4, Grid.y(row) + Grid.height / 2)
    return """
      <path class="chain-arrow" d="M\(from) \(y)h\(Grid.gap - 10)m-6 -5l6 5l-6 5"/>

      """
  }

  /// A box over `rows`, as a link to what it is about.
  private static func box(
    _ cell: ChainView.Cell, _ column: Int, rows: Range<Int>, _ reader: Reader
  ) -> HTML {
    let (x, y) = (Grid.x(column), Grid.y(rows.lowerBound))
    let height = Grid.y(rows.upperBound) - y - Grid.space
    let lines = WrappedWords.lines(
      cell.words, scalarsMax: 21, linesMax: (height - 12) / Grid.line)
    let top = y + (height - lines.count * Grid.line) / 2 + 13
    let name = reader.text(
      "toolbox.chain.part",
      ["part": .phrase(ChainView.headings[column]), "words": .text(cell.words)])
    return """
      <a href="\(reader.to(cell.page))" aria-label="\(name)">\
      <rect class="chain-box chain-\(cell.tone.rawValue)" x="\(x)" y="\(y)" width="\(Grid.width)" \
      height="\(height)" rx="6"/>\
      \(lines.enumerated().map { offset, line in
        "<text x=\"\(x + 10)\" y=\"\(top + offset * Grid.line)\">\(line)</text>" as HTML
      })</a>

      """
  }

  /// Where things lie in the drawing.
  private enum Grid {
    static let width = 168
    static let height = 72
    static let gap = 34
    static let space = 14
    static let line = 17
    static let right = x(ChainView.headings.count) - gap + 1

    static func x(_ column: Int) -> Int { 1 + column * (width + gap) }
    static func y(_ row: Int) -> Int { 28 + row * (height + space) }
    static func bottom(of rows: Int) -> Int { y(rows) - space + 1 }
  }
}

/// Words over a few lines of a drawing, in which nothing wraps by itself.
enum WrappedWords {
  /// - Parameters:
  ///   - text: what is to be read.
  ///   - scalarsMax: how many Unicode scalars a line holds; longer words are cut.
  ///   - linesMax: how many lines there are; what does not fit is left out behind an ellipsis.
  /// - Returns: the lines, at least one when `text` has words.
  static func lines(_ text: String, scalarsMax: Int, linesMax: Int) -> [String] {
    var lines: [[String.UnicodeScalarView]] = []
    for word in words(text, scalarsMax) {
      if let last = lines.last, width(last) + 1 + word.count <= scalarsMax {
        lines[lines.count - 1].append(word)
      } else {
        lines.append([word])
      }
    }
    let written = lines.map { $0.map { String($0) }.joined(separator: " ") }
    guard written.count > linesMax else { return written }
    let shown = written.prefix(max(1, linesMax))
    return shown.dropLast() + [(shown.last ?? "") + "…"]
  }

  private static func words(_ text: String, _ scalarsMax: Int) -> [String.UnicodeScalarView] {
    text.unicodeScalars.split(whereSeparator: \.properties.isWhitespace).map { word in
      guard word.count > scalarsMax else { return String.UnicodeScalarView(word) }
      return String.UnicodeScalarView(Array(word.prefix(scalarsMax - 1)) + ["…"])
    }
  }

  /// How long a line of `words` is, with a space between each two.
  private static func width(_ words: [String.UnicodeScalarView]) -> Int {
    words.reduce(words.count - 1) { $0 + $1.count }
  }
}
