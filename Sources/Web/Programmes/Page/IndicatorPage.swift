import Domain
import ReadModels

/// The page of one indicator: what it is, every target it had and everything it measured.
enum IndicatorPage {
  static func page(_ indicator: IndicatorRow, of about: ProgrammeSubject) -> Page {
    let view = ProgrammeView(about: about)
    let reader = about.reader
    return Page(
      indicator.title.description, kicker: reader.text("programme.column.indicator"),
      trail: about.trail(for: reader),
      body: """
        \(view.tabs(
          "programme.column.indicator",
          Site.programme(about.id, "indicators", indicator.id.description), changes: .indicators))
        \(indicator.drop.map { "<p>\(view.dropped($0))</p>" as HTML })
        \(facts(indicator, about.latest[indicator.id], view))
        \(acts(indicator, view))
        \(CountingPart(indicator: indicator, view: view).html)
        \(measured(indicator, about.measurements, view))
        \(targets(indicator, view))
        """)
  }

  private static func facts(
    _ indicator: IndicatorRow, _ latest: MeasurementRow?, _ view: ProgrammeView
  ) -> HTML {
    let reader = view.reader
    var list = SummaryList()
    let unit: String =
      switch indicator.unit {
      case .counted(let unit): unit.description
      case .described: reader.text("programme.indicator-kind.described")
      }
    list.add(reader.text("programme.field.unit"), text: unit)
    list.add(
      reader.text("programme.column.baseline"),
      indicator.baseline.map { baseline in
        """
        \(reader.reading(baseline.value, in: indicator.unit))\
        \(baseline.on.map { " <span class=\"muted\">\(reader.day($0))</span>" as HTML })
        """
      })
    list.add(
      reader.text("programme.column.target"),
      text: indicator.target.map { reader.target($0, in: indicator.unit) })
    list.add(
      reader.text("programme.column.standing"),
      IndicatorBar.html(indicator, latest?.value, reader))
    list.add(
      reader.text("programme.field.indicator-goal"),
      text: view.about.goals.first { $0.id == indicator.goal }?.text.description)
    list.add(reader.text("programme.field.source"), indicator.source.map { reader.source($0) })
    return list.html(for: reader)
  }

  private static func acts(_ indicator: IndicatorRow, _ view: ProgrammeView) -> HTML {
    guard indicator.stands else { return .nothing }
    let id = indicator.id.description
    return """
      <p class="row acts">\(view.act("programme.act.measure", "indicators", id, "measurements"))\
      \(view.act("programme.act.target", "indicators", id, "target"))\
      \(view.act("programme.act.drop", "indicators", id, "end"))</p>
      """
  }

  private static func measured(
    _ indicator: IndicatorRow, _ measurements: [MeasurementRow], _ view: ProgrammeView
  ) -> HTML {
    let reader = view.reader
    let title = "<h2>\(reader.text("programme.measurements"))</h2>\n" as HTML
    guard !measurements.isEmpty else {
      return title
        + view.nothing(
          "programme.measurement.empty", "programme.act.measure", "indicators",
          indicator.id.description, "measurements")
    }
    var table = DataTable(
      "measurement-table", caption: reader.text("programme.measurements"), isCaptionHidden: true)
    table.column(reader.text("programme.column.measured-on"))
    table.column(reader.text("programme.column.value"))
    table.column(reader.text("programme.field.source"))
    table.column(reader.text("programme.field.note"))
    if view.mayMeasure { table.column(reader.text("programme.column.act"), .words) }
    for row in measurements.reversed() {
      table.row(
        reader.time(row.measuredOn), value(row, indicator.unit, reader),
        reader.source(row.measurement.source), row.measurement.note.map { $0.html } ?? .nothing,
        view.act(
          "programme.act.correct", on: reader.day(row.measuredOn), "indicators",
          indicator.id.description, "measurements", row.id.description, "correction"))
    }
    return title + MeasurementChart.html(indicator, measurements, reader) + table.html(for: reader)
  }

  /// The value that counts, with every one that it corrects and why.
  private static func value(
    _ row: MeasurementRow, _ unit: Programme.Unit, _ reader: Reader
  ) -> HTML {
    let corrections = zip(row.standings, row.corrections).map { old, correction -> HTML in
      """
      <br><span class="muted">\(reader.text(
        "programme.corrected",
        [
          "value": .text(reader.reading(old.value, in: unit)),
          "measured": .text(reader.shortDay(old.measuredOn)),
          "day": .text(reader.shortDay(correction.on)),
          "reason": .text(correction.reason.description),
        ]))</span>
      """
    }
    return "\(reader.reading(row.value, in: unit))\(counted(row, reader))\(corrections)"
  }

  /// The cases that a measurement was counted from, as they stood then.
  private static func counted(_ row: MeasurementRow, _ reader: Reader) -> HTML {
    guard let count = row.measurement.count else { return .nothing }
    let words = reader.words(for: count)
    guard reader.maySee(Site.cases) else { return "<br><span class=\"muted\">\(words)</span>" }
    let list = Site.cases(countedBy: count.counting, in: row.home.programme)
    return
      "<br><a href=\"\(reader.toNow(list).with("as-of", count.at.description).address)\">\(words)</a>"
  }

  private static func targets(_ indicator: IndicatorRow, _ view: ProgrammeView) -> HTML {
    let reader = view.reader
    guard !indicator.aims.isEmpty else { return .nothing }
    var table = DataTable(
      "target-table", caption: reader.text("programme.targets"), isCaptionHidden: true)
    table.column(reader.text("programme.column.target"))
    table.column(reader.text("programme.column.since"))
    table.column(reader.text("programme.field.target-reason"))
    for aim in indicator.aims.reversed() {
      table.row(
        HTML(reader.target(aim.target, in: indicator.unit)), reader.time(aim.since),
        aim.reason.map { $0.html } ?? HTML(reader.text("programme.target.first")))
    }
    return "<h2>\(reader.text("programme.targets"))</h2>\n\(table.html(for: reader))"
  }
}
