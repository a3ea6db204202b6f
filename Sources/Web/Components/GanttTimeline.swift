public import Domain

/// Programmes over the years, drawn on the server.
///
/// A bar from start to end with the phases in it, a diamond for each gate, a line for today; a table on the
/// same page says the same.
public struct GanttTimeline: Sendable {
  /// A moment at which something is decided or reviewed.
  public struct Gate: Sendable {
    let day: Day
    let name: String
    let isPassed: Bool

    public init(_ day: Day, _ name: String, isPassed: Bool) {
      self.day = day
      self.name = name
      self.isPassed = isPassed
    }
  }

  /// A phase within a bar: the later in the order, the darker.
  public struct Segment: Sendable {
    let period: Period
    let name: String
    /// From 0 on.
    let order: Int

    public init(_ period: Period, _ name: String, order: Int) {
      self.period = period
      self.name = name
      self.order = order
    }
  }

  struct Bar: Sendable {
    let name: String
    let link: Link?
    let period: Period
    let tone: Tone
    let gates: [Gate]
    let segments: [Segment]

    /// Every day that is drawn of it.
    var days: [Day] {
      [period.from, period.to] + gates.map(\.day) + segments.map(\.period.to)
    }
  }

  private let id: String
  private let title: String
  private let description: String
  private var bars: [Bar] = []

  /// - Parameters:
  ///   - id: the identity of the drawing on its page.
  ///   - title: what it shows.
  ///   - description: what can be read from it, for who does not see it.
  public init(_ id: String, title: String, description: String) {
    self.id = id
    self.title = title
    self.description = description
  }

  public mutating func add(
    _ name: String, _ period: Period, tone: Tone = .info, gates: [Gate] = [],
    segments: [Segment] = [], link: Link? = nil
  ) {
    bars.append(
      Bar(name: name, link: link, period: period, tone: tone, gates: gates, segments: segments))
  }

  public func html(for reader: Reader) -> HTML {
    guard let scale = Scale(bars.flatMap(\.days), today: reader.today), !bars.isEmpty else {
      return .nothing
    }
    let height = 34 + bars.count * 34 + 24
    return """
      <div class="gantt" tabindex="0" role="group" aria-label="\(title)">
      <svg viewBox="0 0 960 \(height)" width="960" height="\(height)" role="img" \
      aria-labelledby="\(id)-title \(id)-description">
      <title id="\(id)-title">\(title)</title>
      <desc id="\(id)-description">\(description)</desc>
      \(scale.years.map { year(from: $0, scale, height) })
      \(bars.enumerated().map { row($0.offset, $0.element, scale) })
      \(today(reader, scale, height))
      </svg>
      </div>

      """
  }

  private func year(from day: Day, _ scale: Scale, _ height: Int) -> HTML {
    let x = scale.x(day)
    return """
      <line class="gantt-year" x1="\(x)" y1="24" x2="\(x)" y2="\(height)"/>\
      <text class="gantt-label" x="\(x + 5)" y="18">\(day.year)</text>

      """
  }

  private func row(_ index: Int, _ bar: Bar, _ scale: Scale) -> HTML {
    let top = 34 + index * 34
    let start = scale.x(bar.period.from)
    let width = max(4, scale.x(bar.period.to) - start)
    let gates = bar.gates.map { gate -> HTML in
      let (x, y) = (scale.x(gate.day), top + 11)
      return """
        <path class="gantt-gate\(gate.isPassed ? " gantt-gate-passed" : "")" \
        d="M\(x) \(y - 8)l8 8-8 8-8-8z"><title>\(gate.name)</title></path>
        """
    }
    let outline = bar.segments.isEmpty ? "" : " gantt-outline"
    return """
      <text class="gantt-name" x="0" y="\(top + 16)">\(shortened(bar.name))</text>\
      \(bar.segments.map { segment($0, top, scale) })\
      <rect class="gantt-bar gantt-bar-\(bar.tone.rawValue)\(outline)" x="\(start)" y="\(top)" \
      width="\(width)" height="22" rx="3"><title>\(bar.name)</title></rect>\(gates)

      """
  }

  /// A phase, with its name where there is room for it.
  private func segment(_ segment: Segment, _ top: Int, _ scale: Scale) -> HTML {
    let start = scale.x(segment.period.from)
    let width = max(1, scale.x(segment.period.to) - start)
    let hasRoom = width > 12 + segment.name.unicodeScalars.count * 8
    let name: HTML? =
      hasRoom
      ? "<text class=\"gantt-phase-name\" x=\"\(start + 12)\" y=\"\(top + 16)\">\(segment.name)</text>"
      : nil
    return """
      <rect class="gantt-phase gantt-phase-\(segment.order)" x="\(start)" y="\(top)" \
      width="\(width)" height="22"><title>\(segment.name)</title></rect>\(name)
      """
  }

  private func today(_ reader: Reader, _ scale: Scale, _ height: Int) -> HTML {
    guard scale.span.contains(reader.today) else { return .nothing }
    let x = scale.x(reader.today)
    let isAtEdge = x > Scale.right - 80
    return """
      <line class="gantt-today" x1="\(x)" y1="24" x2="\(x)" y2="\(height)"/>\
      <text class="gantt-today-label" x="\(isAtEdge ? x - 7 : x + 7)" y="\(height - 6)"\
      \(attribute: "text-anchor", isAtEdge ? "end" : nil)>\
      \(reader.text("gantt.today"))</text>
      """
  }

  /// Names are cut to what fits left of the bars; the table under the drawing has them whole.
  private func shortened(_ name: String) -> String {
    let scalars = name.unicodeScalars
    guard scalars.count > 34 else { return name }
    return String(String.UnicodeScalarView(scalars.prefix(33))) + "…"
  }

  /// Where a day lies in the drawing.
  private struct Scale {
    static let left = 252
    static let right = 950

    let span: Period
    let years: [Day]

    /// Today lies in it too, so that one sees what is over.
    init?(_ days: [Day], today: Day) {
      guard let first = (days + [today]).min(), let last = (days + [today]).max(),
        let start = Day(year: first.year, month: 1, day: 1),
        let end = Day(year: last.year, month: 12, day: 31),
        let span = Period(from: start, to: end)
      else { return nil }
      self.span = span
      let step = max(1, (last.year - first.year + 1) / 12 + 1)
      years = stride(from: first.year, through: last.year, by: step)
        .compactMap { Day(year: $0, month: 1, day: 1) }
    }

    func x(_ day: Day) -> Int {
      let whole = max(1, span.from.days(until: span.to))
      return Self.left + (Self.right - Self.left) * span.from.days(until: day) / whole
    }
  }
}
