import Domain
import ReadModels

/// Every exploration: how far it is, what was decided, what is still missing, and what comes next.
struct ExplorationsPage {
  let explorations: [ExplorationsQuery.Entry]
  /// What was decided on those that are decided.
  let decisions: [DecisionID: DecisionRow]
  let choice: ExplorationChoice
  let people: People
  let reader: Reader

  var page: Page {
    Page(
      reader.text("explorations.title"),
      body: """
        <p class="lead">\(reader.text("explorations.lead"))</p>
        \(begin)\(explorations.isEmpty ? .nothing : filters)
        \(table)
        """)
  }

  private var begin: HTML {
    guard reader.mayPost(to: Site.newExploration) else { return .nothing }
    let button = Button.link(
      reader.text("explorations.new"), to: reader.to(Site.newExploration))
    return "<p class=\"row\">\(button)</p>\n"
  }

  private var filters: HTML {
    var stages = FilterLinks(reader.text("explorations.filter"))
    for stage in [nil] + ExplorationRow.Stage.Kind.allCases.map(Optional.some) {
      let other = choice.choosing(stage)
      stages.add(
        reader.text(stage?.name ?? "explorations.all"), count: count(other), other.link,
        isChosen: choice.stage == stage && choice.outcome == nil)
    }
    var outcomes = FilterLinks(reader.text("explorations.by-outcome"))
    for outcome in Exploration.Outcome.Kind.allCases {
      let other = choice.choosing(outcome)
      outcomes.add(
        reader.text(outcome.name), count: count(other), other.link,
        isChosen: choice.outcome == outcome)
    }
    return stages.html(for: reader) + outcomes.html(for: reader)
  }

  private func count(_ choice: ExplorationChoice) -> Int {
    explorations.count { choice.admits($0.exploration, decided(on: $0.exploration)) }
  }

  private func decided(on exploration: ExplorationRow) -> Exploration.Outcome? {
    switch exploration.stage {
    case .open, .proposed: nil
    case .decided(let id): decisions[id]?.proposal.outcome
    }
  }

  /// Who may not open an exploration is not told to, nor that there are none: there may be some they do not see.
  private var nothing: Phrase {
    reader.mayPost(to: Site.newExploration) ? "explorations.empty" : "explorations.none-in-sight"
  }

  private var table: HTML {
    let shown = explorations.filter { choice.admits($0.exploration, decided(on: $0.exploration)) }
    guard !shown.isEmpty else {
      return EmptyState.html(
        reader.text(explorations.isEmpty ? nothing : "explorations.none-at-stage"))
    }
    var table = DataTable(
      "explorations", caption: reader.text("explorations.title"), isCaptionHidden: true)
    table.column(reader.text("explorations.column.title"))
    table.column(reader.text("explorations.column.stage"))
    table.column(reader.text("explorations.column.complete"))
    table.column(reader.text("explorations.column.next"))
    table.column(reader.text("explorations.column.changed"))
    for entry in shown { table.row(row(entry)) }
    return table.html(for: reader)
  }

  private func row(_ entry: ExplorationsQuery.Entry) -> [HTML] {
    let exploration = entry.exploration
    let outcome = decided(on: exploration)
    let decided = outcome.map { "<br>\(reader.text($0.kind.name))" as HTML }
    return [
      """
      <a href="\(reader.to(Site.exploration(exploration.id)))">\(exploration.title)</a><br>\
      <span class="muted">\(reader.text(exploration.origin.name))</span>
      """,
      "\(exploration.stage.kind.badge(for: reader))\(decided)",
      complete(exploration), next(exploration, outcome), changed(entry.change),
    ]
  }

  private func complete(_ exploration: ExplorationRow) -> HTML {
    let all = Exploration.Element.allCases.count
    return HTML(
      reader.text(
        "explorations.complete",
        ["count": .number(all - exploration.missing.count), "all": .number(all)]))
  }

  /// What has to be done next, in a few words.
  private func next(_ exploration: ExplorationRow, _ outcome: Exploration.Outcome?) -> HTML {
    switch exploration.stage {
    case .open:
      let missing = exploration.missing.first.map {
        Phrase("exploration.next.missing", ["element": .phrase($0.name)])
      }
      return HTML(reader.text(missing ?? "exploration.next.propose"))
    case .proposed: return HTML(reader.text("exploration.next.decide"))
    case .decided:
      return outcome.flatMap { LookAgain.html($0, reader) }
        ?? HTML(reader.text("exploration.next.none"))
    }
  }

  private func changed(_ change: ReadModels.Change) -> HTML {
    """
    \(reader.shortDay(change.recordedAt))\
    \(change.by.map { "<br><span class=\"muted\">\(people.name(ofActor: $0, for: reader))</span>" })
    """
  }
}

/// When a problem about which nothing is done is looked at again.
enum LookAgain {
  /// The day, with a mark once it has come; nil when something is done.
  static func html(_ outcome: Exploration.Outcome, _ reader: Reader) -> HTML? {
    switch outcome {
    case .programme, .project, .lineActivity, .signal: return nil
    case .noAction(let day):
      let badge =
        day <= reader.dayShown
        ? StatusBadge.html(reader.text("exploration.look-again-due"), .warn) : .nothing
      return "\(reader.text("exploration.field.look-again")): \(reader.time(day)) \(badge)"
    }
  }
}
