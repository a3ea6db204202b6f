import Domain
import ReadModels

/// Every programme as it stands: what asks attention, the table, and the years they run.
struct PortfolioPage {
  let portfolio: Portfolio
  let choice: PortfolioChoice
  let people: People
  let reader: Reader

  init(
    _ portfolio: Portfolio, showing choice: PortfolioChoice, people: People, for reader: Reader
  ) {
    self.portfolio = portfolio
    self.choice = choice
    self.people = people
    self.reader = reader
  }

  var page: Page {
    Page(reader.text("portfolio.title"), body: portfolio.entries.isEmpty ? empty : full)
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
    let shown = choice.chosen(from: portfolio.entries, today: reader.today)
    return """
      <p class="lead">\(reader.text("portfolio.lead"))</p>
      \(PortfolioFigures.html(portfolio, choice, reader))
      <h2 id="programmes">\(reader.text("portfolio.programmes"))</h2>
      \(filters)
      \(shown.isEmpty
        ? EmptyState.html(reader.text("portfolio.none-chosen"))
        : PortfolioTable(choice: choice, people: people, reader: reader).html(shown))
      \(shown.isEmpty ? nil : PortfolioYears.html(shown, reader))
      <p class="row no-print">\(button("portfolio.adopt", Site.newProgramme))</p>
      """
  }

  private var filters: HTML {
    let groups = PortfolioChoice.Group.allCases.map { group -> HTML in
      let count = portfolio.entries.count {
        choice.isIn(group, $0.programme, reader.today)
      }
      return chip(
        reader.text(group.name), count: count, to: choice.link(to: group),
        isChosen: choice.group == group)
    }
    let phases = Programme.Phase.allCases.map { phase -> HTML in
      let count = portfolio.entries.count {
        $0.programme.phase == phase && choice.isIn(choice.group, $0.programme, reader.today)
      }
      return chip(
        reader.text(phase.name), count: count, to: choice.link(to: phase),
        isChosen: choice.phase == phase)
    }
    let every = chip(
      reader.text("portfolio.every-phase"), count: nil,
      to: choice.link(to: Programme.Phase?.none), isChosen: choice.phase == nil)
    return """
      <nav class="filters" aria-label="\(reader.text("portfolio.filters"))">
      <p class="filters-name">\(reader.text("portfolio.show"))</p>
      <ul>
      \(groups)</ul>
      <p class="filters-name">\(reader.text("programme.column.phase"))</p>
      <ul>
      \(every)\(phases)</ul>
      </nav>

      """
  }

  private func chip(_ name: String, count: Int?, to link: Link, isChosen: Bool) -> HTML {
    """
    <li><a href="\(reader.to(link))"\(attribute: "aria-current", isChosen ? "true" : nil)>\
    \(name)\(count.map { " <span class=\"filters-count\">\(reader.number($0))</span>" as HTML })</a></li>

    """
  }
}

/// What asks attention, each figure with the way to what it counts.
enum PortfolioFigures {
  static func html(_ portfolio: Portfolio, _ choice: PortfolioChoice, _ reader: Reader) -> HTML {
    let running = portfolio.entries.filter { !$0.programme.isEnded }
    let overdue = running.count { $0.programme.isGateOverdue(on: reader.today) }
    let passed = running.count { $0.programme.isTermPassed(on: reader.today) }
    let judged = running.flatMap(\.indicators).compactMap(\.isOnTarget)
    let standing = running.reduce(0) { $0 + $1.indicators.count }
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
          reader.text(
            "portfolio.figure.of",
            ["part": .number(judged.count { $0 }), "whole": .number(judged.count)]),
          margin: reader.text(
            "portfolio.figure.unjudged", ["count": .number(standing - judged.count)]),
          behind: choice.link(to: .running).at("programmes")),
      ], for: reader)
  }
}
