import Domain
import ReadModels

/// The programmes in a table, every figure with the way to where it comes from.
struct PortfolioTable {
  /// How many indicators of one programme the table has room for.
  static let indicatorsMax = 2

  let choice: PortfolioChoice
  let people: People
  let reader: Reader

  func html(_ entries: [Portfolio.Entry]) -> HTML {
    var table = DataTable(
      "portfolio-table", caption: reader.text("portfolio.programmes"), isCaptionHidden: true)
    head(&table, "portfolio.column.number", by: .number)
    head(&table, "portfolio.column.programme", by: .name)
    head(&table, "programme.column.phase", by: .phase)
    head(&table, "portfolio.column.gate", by: .gate)
    table.column(reader.text("portfolio.column.aims"))
    table.column(reader.text("portfolio.column.damage"))
    head(&table, "portfolio.column.end", by: .end)
    head(&table, "portfolio.column.change", by: .change)
    for entry in entries { table.row(row(entry)) }
    return """
      <div class="portfolio">
      \(table.html(for: reader))</div>
      <p class="muted">\(reader.text("portfolio.damage-not-added"))</p>

      """
  }

  private func head(
    _ table: inout DataTable, _ name: Phrase, by sorting: PortfolioChoice.Sorting
  ) {
    table.column(
      reader.text(name), sort: choice.link(by: sorting), order: choice.order(of: sorting))
  }

  private func row(_ entry: Portfolio.Entry) -> [HTML] {
    let programme = entry.programme
    return [
      HTML(reader.number(programme.label.number)),
      """
      <a class="portfolio-name" href="\(place(programme))">\(programme.label.name)</a><br>\
      <span class="muted">\(manager(programme))</span>
      """,
      phase(programme),
      gate(programme),
      aims(entry),
      damage(entry),
      HTML(reader.shortDay(programme.term.end)),
      change(entry),
    ]
  }

  private func manager(_ programme: ProgrammeRow) -> String {
    People.holder(programme.manager).map { people.name($0) } ?? reader.text("portfolio.no-manager")
  }

  private func place(_ programme: ProgrammeRow, _ part: String? = nil) -> Link {
    let link = Site.programme(programme.id)
    return reader.to(part.map { link.at($0) } ?? link)
  }

  private func phase(_ programme: ProgrammeRow) -> HTML {
    if let ending = programme.ending {
      return """
        \(StatusBadge.html(reader.text("portfolio.ended"), .neutral))<br>\
        <span class="muted">\(reader.shortDay(ending.day))</span>
        """
    }
    return """
      \(StatusBadge.html(reader.text(programme.phase.name), .info))\
      \(lateness(programme).map { "<br><span class=\"portfolio-late\">\($0)</span>" as HTML })
      """
  }

  /// The one thing by which a programme is late; what that means stands above the table.
  private func lateness(_ programme: ProgrammeRow) -> String? {
    if programme.isTermPassed(on: reader.dayShown) { return reader.text("portfolio.late.term") }
    if programme.isGateOverdue(on: reader.dayShown) { return reader.text("portfolio.late.gate") }
    return nil
  }

  private func gate(_ programme: ProgrammeRow) -> HTML {
    guard let gate = programme.nextGate else { return "–" }
    guard let day = gate.expectedOn else {
      return """
        \(reader.text(gate.to.name))<br>\
        <span class="none">\(reader.text("programme.gate-unplanned"))</span>
        """
    }
    return """
      <a href="\(place(programme, "course"))">\(reader.text(gate.to.name))</a><br>\
      \(reader.shortDay(day))
      """
  }

  private func aims(_ entry: Portfolio.Entry) -> HTML {
    let goalCount = entry.goals.count
    let goals: HTML = """
      <a href="\(place(entry.programme, "goals"))">\
      \(reader.text("portfolio.goals", count: goalCount))</a>
      """
    guard !entry.indicators.isEmpty else {
      return "\(goals)<br><span class=\"none\">\(reader.text("portfolio.no-indicators"))</span>"
    }
    let rest = entry.indicators.count - Self.indicatorsMax
    return """
      \(goals)
      <ul class="standings">
      \(entry.indicators.prefix(Self.indicatorsMax).map { standing($0, entry.programme) })</ul>
      \(rest > 0 ? more(rest, entry.programme) : .nothing)
      """
  }

  private func more(_ count: Int, _ programme: ProgrammeRow) -> HTML {
    """
    <a href="\(place(programme, "indicators"))">\
    \(reader.text("portfolio.more-indicators", count: count))</a>
    """
  }

  private func standing(_ standing: IndicatorStanding, _ programme: ProgrammeRow) -> HTML {
    let indicator = standing.indicator
    let page = Site.programme(programme.id, "indicators", indicator.id.description)
    let words: String
    switch (standing.latest?.value, indicator.target) {
    case (.some(let latest), .some(let target)):
      words = reader.text(
        "portfolio.latest-of-target",
        [
          "latest": .text(reader.reading(latest, in: indicator.unit)),
          "target": .text(reader.target(target, in: indicator.unit)),
        ])
    case (.some(let latest), nil): words = reader.reading(latest, in: indicator.unit)
    case (nil, .some(let target)):
      words = reader.text(
        "portfolio.unmeasured-target",
        ["target": .text(reader.target(target, in: indicator.unit))])
    case (nil, nil): words = reader.text("programme.unmeasured")
    }
    return """
      <li><a href="\(reader.to(page))">\(indicator.title)</a>: \(words)\
      \(standing.isOnTarget == nil
        ? .nothing : IndicatorBar.html(indicator, standing.latest?.value, reader))</li>

      """
  }

  private func damage(_ entry: Portfolio.Entry) -> HTML {
    guard let row = entry.damage else {
      return "<span class=\"none\">\(reader.text("portfolio.no-damage"))</span>"
    }
    let estimate = row.estimate
    return """
      <a href="\(place(entry.programme, "damage"))">\(reader.damage(estimate))</a><br>\
      <span class="muted">\(reader.text(estimate.certainty.name)): \
      \(reader.source(estimate.source))</span>
      """
  }

  private func change(_ entry: Portfolio.Entry) -> HTML {
    let history = Site.programme(entry.programme.id, "history")
    let day = reader.shortDay(entry.change.recordedAt)
    let when: HTML =
      reader.maySee(history) ? "<a href=\"\(reader.to(history))\">\(day)</a>" : HTML(day)
    let who = entry.change.by.map { person -> HTML in
      "<br><span class=\"muted\">\(people.name(ofActor: person, for: reader))</span>"
    }
    return "\(when)\(who)"
  }
}
