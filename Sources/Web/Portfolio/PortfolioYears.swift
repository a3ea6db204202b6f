import Domain
import ReadModels

/// The years that programmes run, drawn, and the same in a table.
enum PortfolioYears {
  static func html(_ entries: [Portfolio.Entry], _ reader: Reader) -> HTML {
    """
    <h2>\(reader.text("portfolio.years"))</h2>
    \(drawing(entries, reader))
    <details class="earlier"><summary>\(reader.text("portfolio.years-table"))</summary>
    \(table(entries, reader))</details>

    """
  }

  private static func drawing(_ entries: [Portfolio.Entry], _ reader: Reader) -> HTML {
    var gantt = GanttTimeline(
      "portfolio-years", title: reader.text("portfolio.years"),
      description: reader.text("portfolio.years-description"))
    for entry in entries {
      let programme = entry.programme
      // What ended ran until then, whatever was planned.
      let end = programme.ending?.day ?? programme.term.end
      guard let period = Period(from: programme.term.start, to: max(end, programme.term.start))
      else { continue }
      gantt.add(
        programme.label.name.description, period, tone: tone(programme, reader),
        gates: gates(of: entry).map { gate in
          GanttTimeline.Gate(gate.day, words(gate, reader), isPassed: gate.isPassed)
        }, segments: segments(of: entry, until: period.to, reader),
        link: Site.programme(programme.id))
    }
    return gantt.html(for: reader)
  }

  private static func table(_ entries: [Portfolio.Entry], _ reader: Reader) -> HTML {
    var table = DataTable(
      "years-table", caption: reader.text("portfolio.years"), isCaptionHidden: true)
    table.column(reader.text("portfolio.column.programme"))
    table.column(reader.text("programme.field.start"))
    table.column(reader.text("programme.field.review"))
    table.column(reader.text("programme.field.end"))
    table.column(reader.text("portfolio.column.gates"))
    for entry in entries {
      let programme = entry.programme
      table.row(
        "<a href=\"\(reader.to(Site.programme(programme.id)))\">\(programme.label.name)</a>",
        HTML(reader.shortDay(programme.term.start)), HTML(reader.shortDay(programme.term.review)),
        HTML(reader.shortDay(programme.term.end)),
        "<ul class=\"standings\">\(gates(of: entry).map { "<li>\(words($0, reader))</li>" as HTML })</ul>"
      )
    }
    return table.html(for: reader)
  }

  /// The phases, each until the next one was entered or is planned to be.
  private static func segments(
    of entry: Portfolio.Entry, until end: Day, _ reader: Reader
  ) -> [GanttTimeline.Segment] {
    let programme = entry.programme
    let entered = entry.phases.map { (phase: $0.phase, day: $0.enteredOn) }
    let ahead = programme.isEnded ? [:] : programme.gates
    let planned = ahead.filter { $0.key > programme.phase }
      .map { (phase: $0.key, day: $0.value) }
    let steps = (entered + planned).sorted { ($0.day, $0.phase) < ($1.day, $1.phase) }
    let ends = steps.dropFirst().map { min($0.day, end) } + [end]
    return zip(steps, ends).compactMap { step, end in
      guard let period = Period(from: step.day, to: end), period.from < period.to else {
        return nil
      }
      return GanttTimeline.Segment(
        period, reader.text(step.phase.name),
        order: Programme.Phase.allCases.firstIndex(of: step.phase) ?? 0)
    }
  }

  private struct Gate {
    let day: Day
    let phase: Programme.Phase
    let isPassed: Bool
  }

  /// The gates that were passed and those that are planned, oldest first.
  private static func gates(of entry: Portfolio.Entry) -> [Gate] {
    let passed = entry.phases.compactMap { row -> Gate? in
      switch row.way {
      case .begun: nil
      case .passed, .loopedBack: Gate(day: row.enteredOn, phase: row.phase, isPassed: true)
      }
    }
    let ahead = entry.programme.isEnded ? [:] : entry.programme.gates
    let planned = ahead.filter { $0.key > entry.programme.phase }
      .map { Gate(day: $0.value, phase: $0.key, isPassed: false) }
    return (passed + planned).sorted { $0.day < $1.day }
  }

  private static func words(_ gate: Gate, _ reader: Reader) -> String {
    reader.text(
      gate.isPassed ? "portfolio.gate-passed" : "portfolio.gate-planned",
      ["phase": .phrase(gate.phase.name), "day": .text(reader.shortDay(gate.day))])
  }

  private static func tone(_ programme: ProgrammeRow, _ reader: Reader) -> Tone {
    if programme.isEnded { return .neutral }
    return programme.isTermPassed(on: reader.dayShown) ? .warn : .info
  }
}
