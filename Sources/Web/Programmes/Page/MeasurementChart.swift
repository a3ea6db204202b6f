import Domain
import ReadModels

/// What an indicator measured over time against its targets, drawn on the server.
///
/// The table beside it says the same; a drawing of fewer than two numbers would say nothing.
enum MeasurementChart {
  static func html(
    _ indicator: IndicatorRow, _ measurements: [MeasurementRow], _ reader: Reader
  ) -> HTML {
    let points = measurements.compactMap { row in
      row.value.number.map { (day: row.measuredOn, value: $0) }
    }
    guard points.count > 1, let first = points.first?.day, let last = points.last?.day else {
      return .nothing
    }
    let goal = indicator.target?.value.number
    let values = points.map(\.value) + [goal, indicator.baseline?.value.number].compactMap { $0 }
    let scale = Scale(from: first, to: last, values, reader)
    let line = points.map { "\(scale.x($0.day)),\(scale.y($0.value))" }.joined(separator: " ")
    return """
      <div class="chart" tabindex="0" role="group" aria-label="\(reader.text("programme.chart.title"))">
      <svg viewBox="0 0 640 240" width="640" height="240" role="img" \
      aria-labelledby="chart-title chart-description">
      <title id="chart-title">\(reader.text("programme.chart.title"))</title>
      <desc id="chart-description">\(reader.text("programme.chart.description"))</desc>
      \(scale.frame(reader))
      \(goal.map { target($0, scale, reader) })
      <polyline class="chart-line" points="\(line)"/>
      \(points.map { "<circle class=\"chart-point\" cx=\"\(scale.x($0.day))\" cy=\"\(scale.y($0.value))\" r=\"4\"/>" as HTML })
      </svg>
      </div>

      """
  }

  private static func target(_ goal: Double, _ scale: Scale, _ reader: Reader) -> HTML {
    let y = scale.y(goal)
    return """
      <line class="chart-target" x1="\(scale.left)" y1="\(y)" x2="\(Scale.right)" y2="\(y)"/>\
      <text class="chart-target-label" x="\(Scale.right)" y="\(y - 6)" text-anchor="end">\
      \(reader.text("programme.chart.target"))</text>
      """
  }

  /// Where a day and a value lie in the drawing.
  private struct Scale {
    static let right = 625
    static let top = 20
    static let bottom = 205

    /// As far from the edge as the figures beside the axis need.
    let left: Int
    let first: Day
    let last: Day
    let low: Double
    let high: Double

    init(from first: Day, to last: Day, _ values: [Double], _ reader: Reader) {
      (self.first, self.last) = (first, last)
      let (low, high) = (min(0, values.min() ?? 0), values.max() ?? 1)
      self.low = low
      self.high = high > low ? high : low + 1
      let figures = [self.low, self.high].map { reader.number($0).unicodeScalars.count }
      left = max(60, 16 + (figures.max() ?? 0) * 8)
    }

    func x(_ day: Day) -> Int {
      let whole = max(1, first.days(until: last))
      return left + (Self.right - left) * first.days(until: day) / whole
    }

    func y(_ value: Double) -> Int {
      let part = (value - low) / (high - low)
      return Self.bottom - Int((part * Double(Self.bottom - Self.top)).rounded())
    }

    /// The axes with the ends of both.
    func frame(_ reader: Reader) -> HTML {
      """
      <line class="chart-axis" x1="\(left)" y1="\(Self.bottom)" x2="\(Self.right)" y2="\(Self.bottom)"/>
      <text x="\(left - 8)" y="\(Self.top + 5)" text-anchor="end">\(reader.number(high))</text>
      <text x="\(left - 8)" y="\(Self.bottom + 5)" text-anchor="end">\(reader.number(low))</text>
      <text x="\(left)" y="\(Self.bottom + 24)">\(reader.shortDay(first))</text>
      <text x="\(Self.right)" y="\(Self.bottom + 24)" text-anchor="end">\(reader.shortDay(last))</text>
      """
    }
  }
}
