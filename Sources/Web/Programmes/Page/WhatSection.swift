import Domain
import ReadModels

/// What the programme wants to have reached, and by what that is seen.
enum WhatSection {
  static func html(_ view: ProgrammeView) -> HTML {
    """
    <section class="chapter" id="what">
    <h2>\(view.reader.text("programme.what"))</h2>
    \(goals(view))\(indicators(view))</section>

    """
  }

  private static func goals(_ view: ProgrammeView) -> HTML {
    let goals = view.about.goals
    let standing = goals.filter(\.stands).map { goal -> HTML in
      let (id, text) = (goal.id.description, goal.text.description)
      return """
        <li><span>\(goal.text)</span>\
        \(view.act("programme.act.reword", on: text, "goals", id, "wording"))\
        \(view.act("programme.act.drop", on: text, "goals", id, "end"))</li>

        """
    }
    let gone = goals.compactMap { goal in
      goal.drop.map { "<li>\(goal.text) – \(view.dropped($0))</li>\n" as HTML }
    }
    let body: HTML =
      standing.isEmpty
      ? view.nothing("programme.goal.empty", "programme.goal.add", "goals")
      : "<ol class=\"things\">\n\(standing)</ol>\n"
    return view.part(
      "goals", "programme.goals",
      standing.isEmpty ? .nothing : view.act("programme.goal.add", "goals"),
      body + view.goneList(gone))
  }

  private static func indicators(_ view: ProgrammeView) -> HTML {
    let reader = view.reader
    let standing = view.about.indicators.filter(\.stands)
    guard !standing.isEmpty else {
      return view.part(
        "indicators", "programme.indicators", .nothing,
        view.nothing("programme.indicator.empty", "programme.indicator.add", "indicators")
          + gone(view))
    }
    var table = DataTable(
      "indicator-table", caption: reader.text("programme.indicators"), isCaptionHidden: true)
    table.column(reader.text("programme.column.indicator"))
    table.column(reader.text("programme.column.baseline"))
    table.column(reader.text("programme.column.latest"))
    table.column(reader.text("programme.column.target"))
    table.column(reader.text("programme.column.standing"))
    if view.mayWork { table.column(reader.text("programme.column.act")) }
    for indicator in standing { table.row(row(indicator, view)) }
    return view.part(
      "indicators", "programme.indicators", view.act("programme.indicator.add", "indicators"),
      """
      \(table.html(for: reader))
      <p class="muted">\(reader.text("programme.standing.explained"))</p>
      \(gone(view))
      """)
  }

  private static func row(_ indicator: IndicatorRow, _ view: ProgrammeView) -> [HTML] {
    let reader = view.reader
    let latest = view.about.latest[indicator.id]
    let (id, title) = (indicator.id.description, indicator.title.description)
    let page = Site.programme(view.about.id, "indicators", id)
    let goal = view.about.goals.first { $0.id == indicator.goal }
    return [
      """
      <a href="\(reader.to(page))">\(indicator.title)</a>\
      \(goal.map { "<br><span class=\"muted\">\($0.text)</span>" })
      """,
      indicator.baseline.map { HTML(reader.reading($0.value, in: indicator.unit)) }
        ?? reader.notKnown,
      latest.map { measured in
        """
        \(reader.reading(measured.value, in: indicator.unit))<br>\
        <span class="muted">\(reader.shortDay(measured.measuredOn))</span>
        """
      } ?? "<span class=\"none\">\(reader.text("programme.unmeasured"))</span>",
      indicator.target.map { HTML(reader.target($0, in: indicator.unit)) } ?? reader.notKnown,
      IndicatorBar.html(indicator, latest?.value, reader),
      """
      \(view.act("programme.act.measure", on: title, "indicators", id, "measurements"))\
      \(view.act("programme.act.target", on: title, "indicators", id, "target"))
      """,
    ]
  }

  private static func gone(_ view: ProgrammeView) -> HTML {
    view.goneList(
      view.about.indicators.compactMap { indicator in
        let page = Site.programme(view.about.id, "indicators", indicator.id.description)
        return indicator.drop.map {
          """
          <li><a href="\(view.reader.to(page))">\(indicator.title)</a> – \(view.dropped($0))</li>

          """
        }
      })
  }
}

extension Reader {
  /// That something is not filled in.
  var notKnown: HTML { "<span class=\"none\">\(text("summary.none"))</span>" }
}
