import Domain
import ReadModels

/// Sub-risks by chance and effect, drawn on the server; the table above it says the same.
enum RiskMatrix {
  private static let cell = 64
  private static let left = 64
  private static let top = 16

  static func html(_ risks: [SubRiskRow], _ reader: Reader) -> HTML {
    let weighed = risks.enumerated().compactMap { index, row in
      row.weighing.map { (number: index + 1, title: row.subRisk.title, weighing: $0) }
    }
    guard !weighed.isEmpty else { return .nothing }
    let marks = Score.allCases.flatMap { effect in
      Score.allCases.map { chance in
        mark(
          weighed.filter { $0.weighing.chance == chance && $0.weighing.effect == effect }
            .map(\.number), chance, effect, reader)
      }
    }
    let right = left + 5 * cell
    let bottom = top + 5 * cell
    return """
      <figure class="chart" tabindex="0" role="group" aria-label="\(reader.text("toolbox.matrix.title"))">
      <svg class="matrix" viewBox="0 0 \(right + 16) \(bottom + 56)" width="\(right + 16)" height="\(bottom + 56)" role="img" \
      aria-labelledby="matrix-title matrix-description">
      <title id="matrix-title">\(reader.text("toolbox.matrix.title"))</title>
      <desc id="matrix-description">\(reader.text("toolbox.matrix.description"))</desc>
      \(marks)
      \(axes(reader))
      </svg>
      <ol class="matrix-legend">
      \(risks.map { "<li>\($0.subRisk.title)</li>\n" as HTML })</ol>
      </figure>

      """
  }

  /// One cell, darker the more it weighs, with the numbers of its sub-risks.
  private static func mark(
    _ numbers: [Int], _ chance: Score, _ effect: Score, _ reader: Reader
  ) -> HTML {
    let x = left + (chance.rawValue - 1) * cell
    let y = top + (Score.range.upperBound - effect.rawValue) * cell
    let words = numbers.map { reader.number($0) }.joined(separator: ", ")
    return """
      <rect class="matrix-cell matrix-\(band(chance, effect))" x="\(x)" y="\(y)" \
      width="\(cell - 2)" height="\(cell - 2)" rx="3"/>\
      \(numbers.isEmpty ? nil : "<text class=\"matrix-number\" x=\"\(x + cell / 2 - 1)\" y=\"\(y + cell / 2 + 6)\" text-anchor=\"middle\">\(words)</text>" as HTML?)

      """
  }

  /// In which of three bands chance times effect lies.
  private static func band(_ chance: Score, _ effect: Score) -> String {
    switch chance.rawValue * effect.rawValue {
    case ..<6: "low"
    case ..<15: "middle"
    case _: "high"
    }
  }

  private static func axes(_ reader: Reader) -> HTML {
    let bottom = top + 5 * cell
    let columns = Score.allCases.map { score -> HTML in
      """
      <text class="matrix-label" x="\(left + (score.rawValue - 1) * cell + cell / 2)" \
      y="\(bottom + 18)" text-anchor="middle">\(reader.number(score.rawValue))</text>

      """
    }
    let rows = Score.allCases.map { score -> HTML in
      """
      <text class="matrix-label" x="\(left - 10)" \
      y="\(top + (Score.range.upperBound - score.rawValue) * cell + cell / 2 + 5)" \
      text-anchor="end">\(reader.number(score.rawValue))</text>

      """
    }
    return """
      \(columns)\(rows)
      <text class="matrix-axis" x="\(left + 5 * cell / 2)" y="\(bottom + 44)" text-anchor="middle">\
      \(reader.text("toolbox.matrix.chance"))</text>
      <text class="matrix-axis" x="18" y="\(top + 5 * cell / 2)" \
      text-anchor="middle" transform="rotate(-90 18 \(top + 5 * cell / 2))">\
      \(reader.text("toolbox.matrix.effect"))</text>
      """
  }
}
