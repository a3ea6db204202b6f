import HTTPTypes
import Domain
import HTTPTypes
import ReadModels

/// Every exploration: how far it is, what is still missing, and what comes next.
struct ExplorationsPage {
  let explorations: [ExplorationRow]
  /// The stage to show; nil shows all.
  let stage: ExplorationRow.Stage.Kind?
  let people: People

  static func stage(asked text: String?) throws(Problem) -> ExplorationRow.Stage.Kind? {
    guard let text, !text.isEmpty else { return nil }
    guard let stage = ExplorationRow.Stage.Kind(rawValue: text) else {
      throw Problem(.badRequest, "explorations.stage-unreadable")
    }
    return stage
  }

  func page(for reader: Reader) -> Page {
    Page(
      reader.text("explorations.title"),
      body: """
        <p class="lead">\(reader.text("explorations.lead"))</p>
        \(begin(reader))\(explorations.isEmpty ? .nothing : filter(reader))
        \(table(reader))
        """)
  }

  private func begin(_ reader: Reader) -> HTML {
    guard reader.mayPost(to: Site.newExploration) else { return .nothing }
    let button = Button.link(
      reader.text("explorations.new"), to: reader.to(Site.newExploration))
    return "<p class=\"row\">\(button)</p>\n"
  }

  private func filter(_ reader: Reader) -> HTML {
    var links = FilterLinks(reader.text("explorations.filter"))
    links.add(
      reader.text("explorations.all"), count: explorations.count, Site.explorations,
      isChosen: stage == nil)
    for kind in ExplorationRow.Stage.Kind.allCases {
      links.add(
        reader.text(kind.name), count: explorations.count { $0.stage.kind == kind },
        Site.explorations.with("stage", kind.rawValue), isChosen: stage == kind)
    }
    return links.html(for: reader)
  }

  private func table(_ reader: Reader) -> HTML {
    let shown = explorations.filter { stage == nil || $0.stage.kind == stage }
    guard !shown.isEmpty else {
      return EmptyState.html(
        reader.text(explorations.isEmpty ? "explorations.empty" : "explorations.none-at-stage"))
    }
    var table = DataTable(
      "explorations", caption: reader.text("explorations.title"), isCaptionHidden: true)
    table.column(reader.text("explorations.column.title"))
    table.column(reader.text("explorations.column.stage"))
    table.column(reader.text("explorations.column.complete"))
    table.column(reader.text("explorations.column.next"))
    table.column(reader.text("explorations.column.changed"))
    for exploration in shown {
      table.row(
        """
        <a href="\(reader.to(Site.exploration(exploration.id)))">\(exploration.title)</a><br>\
        <span class="muted">\(reader.text(exploration.origin.name))</span>
        """,
        exploration.stage.kind.badge(for: reader), complete(exploration, reader),
        HTML(reader.text(exploration.nextStep)), changed(exploration.change, reader))
    }
    return table.html(for: reader)
  }

  private func complete(_ exploration: ExplorationRow, _ reader: Reader) -> HTML {
    let all = Exploration.Element.allCases.count
    return HTML(
      reader.text(
        "explorations.complete",
        ["count": .number(all - exploration.missing.count), "all": .number(all)]))
  }

  private func changed(_ change: ReadModels.Change, _ reader: Reader) -> HTML {
    """
    \(reader.shortDay(change.recordedAt))\
    \(change.by.map { "<br><span class=\"muted\">\(people.name(ofActor: $0, for: reader))</span>" })
    """
  }
}

extension ExplorationRow {
  /// What has to be done next, in a few words.
  var nextStep: Phrase {
    switch stage {
    case .open:
      missing.first.map { Phrase("exploration.next.missing", ["element": .phrase($0.name)]) }
        ?? "exploration.next.propose"
    case .proposed: "exploration.next.decide"
    case .decided: "exploration.next.none"
    }
  }
}
