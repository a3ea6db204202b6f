import Domain
import ReadModels

/// The page of one exploration: what comes next, what it says, and what was decided on it.
enum ExplorationPage {
  static func page(_ about: ExplorationSubject) -> Page {
    let reader = about.reader
    return Page(
      about.exploration.title.description, kicker: reader.text("exploration.kicker"),
      trail: [Crumb(reader.text("explorations.title"), Site.explorations)],
      body: """
        \(tabs(about))
        <p class="row">\(about.exploration.stage.kind.badge(for: reader))</p>
        <div class="beside">
        <div>\(facts(about))</div>
        <div>\(NextStep.html(about))</div>
        </div>
        \(Exploration.Section.allCases.map { section($0, about) })
        \(MaterialParts.parties(about))
        \(MaterialParts.findings(about))
        \(MaterialParts.arguments(about))
        \(decisions(about))
        """)
  }

  private static func tabs(_ about: ExplorationSubject) -> HTML {
    let reader = about.reader
    let history = Site.exploration(about.id, "history")
    guard reader.maySee(history) else { return .nothing }
    return Tabs.html(
      [
        .init(reader.text("exploration.tab.exploration"), Site.exploration(about.id)),
        .init(reader.text("exploration.tab.history"), history),
      ], label: reader.text("exploration.tabs"), for: reader)
  }

  private static func facts(_ about: ExplorationSubject) -> HTML {
    let (exploration, reader) = (about.exploration, about.reader)
    var list = SummaryList()
    list.add(
      reader.text("exploration.field.title"), text: exploration.title.description,
      change: about.form("title"))
    list.add(
      reader.text("exploration.field.origin"), text: reader.text(exploration.origin.name),
      change: about.form("origin"))
    list.add(reader.text("exploration.fact.opened"), reader.time(exploration.openedOn))
    list.add(
      reader.text("exploration.fact.organisation"),
      text: exploration.organisationName.description)
    list.add(
      reader.text("exploration.fact.changed"),
      "\(reader.time(about.change.recordedAt)), \(about.name(about.change.by))")
    return list.html(for: reader)
  }

  private static func section(
    _ section: Exploration.Section, _ about: ExplorationSubject
  ) -> HTML {
    let reader = about.reader
    let form = about.form(section.rawValue)
    guard let row = about.section(section) else {
      return Part.html(
        section.rawValue, section.name,
        EmptyState.html(
          reader.text(section.hint),
          action: about.button("exploration.act.write", form, .secondary)), for: reader)
    }
    return Part.html(
      section.rawValue, section.name,
      """
      \(row.text.html)
      <p class="muted">\(reader.text(
        "exploration.section.written",
        [
          "person": .text(about.name(row.writtenBy)), "day": .text(reader.day(row.writtenOn)),
        ]))</p>

      """,
      actions: about.act("exploration.act.change", on: reader.text(section.name), form),
      for: reader)
  }

  private static func decisions(_ about: ExplorationSubject) -> HTML {
    let reader = about.reader
    guard !about.decisions.isEmpty else { return .nothing }
    var table = DataTable(
      "decision-table", caption: reader.text("exploration.decisions"), isCaptionHidden: true)
    table.column(reader.text("exploration.decision.outcome"))
    table.column(reader.text("exploration.decision.fate"))
    table.column(reader.text("exploration.decision.proposed-by"))
    table.column(reader.text("exploration.decision.decided-by"))
    for decision in about.decisions.reversed() {
      let page = Site.exploration(about.id, "decisions", decision.id.description)
      table.row(
        "<a href=\"\(reader.to(page))\">\(reader.text(decision.proposal.outcome.kind.name))</a>",
        decision.fate.badge(for: reader),
        """
        \(about.people.name(decision.proposal.by))<br>\
        <span class="muted">\(reader.shortDay(decision.proposedOn))</span>
        """,
        decided(decision.fate, about))
    }
    return Part.html("decisions", "exploration.decisions", table.html(for: reader), for: reader)
  }

  private static func decided(_ fate: DecisionRow.Fate, _ about: ExplorationSubject) -> HTML {
    guard let ruling = fate.ruling, let day = fate.on else { return .nothing }
    return """
      \(about.people.name(ruling.by))<br>\
      <span class="muted">\(about.reader.shortDay(day))</span>
      """
  }
}

/// A part of a page with its own heading, to which links may lead.
enum Part {
  static func html(
    _ id: String, _ title: Phrase, _ body: HTML, actions: HTML = .nothing, for reader: Reader
  ) -> HTML {
    """
    <section class="part" id="\(id)" aria-labelledby="\(id)-title">
    <div class="part-head"><h2 id="\(id)-title">\(reader.text(title))</h2>\(actions)</div>
    \(body)</section>

    """
  }
}
