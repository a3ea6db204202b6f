import Domain
import ReadModels

/// Every programme as it stands: what asks attention, the table, and the years they run.
struct PortfolioPage {
  let portfolio: Portfolio
  let choice: PortfolioChoice
  /// The unfinished work of people who left.
  let left: [HeldWork]
  /// What waits in the data bank for an editor; nil for who is none.
  let bank: BankWork?
  let people: People
  let reader: Reader

  init(
    _ portfolio: Portfolio, showing choice: PortfolioChoice, left: [HeldWork], bank: BankWork?,
    people: People, for reader: Reader
  ) {
    self.portfolio = portfolio
    self.choice = choice
    self.left = left
    self.bank = bank
    self.people = people
    self.reader = reader
  }

  var page: Page {
    Page(reader.text("portfolio.title"), body: portfolio.programmes.isEmpty ? empty : full)
  }

  private var empty: HTML {
    EmptyState.html(
      reader.text(reader.looksBack ? "portfolio.empty-then" : "portfolio.empty"),
      action: """
        <p class="row">\(button("portfolio.explore", Site.newExploration))\
        \(button("portfolio.adopt", Site.newProgramme))</p>
        """)
  }

  private func button(_ words: Phrase, _ link: Link) -> HTML {
    reader.mayPost(to: link)
      ? Button.link(reader.text(words), to: reader.to(link), .secondary) : .nothing
  }

  private var full: HTML {
    let shown = portfolio.entries
    let chosen = choice.chosen(from: portfolio.programmes, today: reader.dayShown)
    return """
      <p class="lead">\(reader.text("portfolio.lead"))</p>
      \(handover)\(bank?.html(for: reader))
      \(PortfolioFigures.html(portfolio, choice, reader))
      <h2 id="programmes">\(reader.text("portfolio.programmes"))</h2>
      \(filters)
      \(PortfolioLateness.html(chosen, reader))
      \(shown.isEmpty
        ? EmptyState.html(reader.text("portfolio.none-chosen"))
        : PortfolioTable(choice: choice, people: people, reader: reader).html(shown))
      \(leafing(through: chosen.count))
      \(shown.isEmpty ? nil : PortfolioYears.html(shown, reader))
      <p class="row no-print">\(button("portfolio.adopt", Site.newProgramme))</p>
      """
  }

  private var handover: HTML {
    guard !left.isEmpty else { return .nothing }
    let sentence = reader.text("handover.count", count: left.count)
    return "<p><a href=\"\(reader.to(Site.handover))\">\(sentence)</a></p>\n"
  }

  /// Which part of the programmes is shown, and the way to the others; nothing when all are.
  private func leafing(through count: Int) -> HTML {
    let span = choice.span(of: count)
    guard span.count < count else { return .nothing }
    let (previous, next) = choice.neighbours(of: count)
    let part = reader.text(
      "portfolio.part",
      [
        "first": .number(span.lowerBound + 1), "last": .number(span.upperBound),
        "count": .number(count),
      ])
    return """
      <p class="muted">\(part)</p>
      \(Pagination.html(previous: previous, next: next, for: reader))
      """
  }

  private var filters: HTML {
    var groups = FilterLinks(reader.text("portfolio.show"))
    for group in PortfolioChoice.Group.allCases {
      groups.add(
        reader.text(group.name),
        count: portfolio.programmes.count { choice.isIn(group, $0, reader.dayShown) },
        choice.link(to: group), isChosen: choice.group == group)
    }
    var phases = FilterLinks(reader.text("programme.column.phase"))
    phases.add(
      reader.text("portfolio.every-phase"), choice.link(to: Programme.Phase?.none),
      isChosen: choice.phase == nil)
    for phase in Programme.Phase.allCases {
      phases.add(
        reader.text(phase.name),
        count: portfolio.programmes.count {
          $0.phase == phase && choice.isIn(choice.group, $0, reader.dayShown)
        }, choice.link(to: phase), isChosen: choice.phase == phase)
    }
    return groups.html(for: reader) + phases.html(for: reader)
  }
}

/// What asks attention, each figure with the way to what it counts.
enum PortfolioFigures {
  static func html(_ portfolio: Portfolio, _ choice: PortfolioChoice, _ reader: Reader) -> HTML {
    let running = portfolio.programmes.filter { !$0.isEnded }
    let overdue = running.count { $0.isGateOverdue(on: reader.dayShown) }
    let passed = running.count { $0.isTermPassed(on: reader.dayShown) }
    let targets = portfolio.targets
    return Figure.row(
      [
        Figure(
          reader.text("portfolio.figure.running"), reader.number(running.count),
          behind: choice.link(to: .running)),
        Figure(
          reader.text("portfolio.figure.gate-overdue"), reader.number(overdue),
          behind: choice.link(to: .gateOverdue)),
        Figure(
          reader.text("portfolio.figure.term-passed"), reader.number(passed),
          behind: choice.link(to: .termPassed)),
        Figure(
          reader.text("portfolio.figure.on-target"),
          targets.judgedCount == 0
            ? reader.text("portfolio.figure.none")
            : reader.text(
              "portfolio.figure.of",
              [
                "part": .number(targets.reachedCount), "whole": .number(targets.judgedCount),
              ]),
          margin: reader.text(
            "portfolio.figure.unjudged",
            ["count": .number(targets.indicatorCount - targets.judgedCount)]),
          behind: choice.link(to: .running).at("programmes")),
      ], for: reader)
  }
}
