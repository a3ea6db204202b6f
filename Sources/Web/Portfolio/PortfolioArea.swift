import Domain
import Hummingbird
public import ReadModels

/// The first page: every programme as it stands.
public struct PortfolioArea: Area {
  private let library: Library
  private let people: People

  /// - Parameters:
  ///   - library: the read models.
  ///   - people: those whom a page can name.
  public init(library: Library, people: [Person]) {
    self.library = library
    self.people = People(persons: people)
  }

  public var navigation: [NavigationItem] {
    [NavigationItem("portfolio.title", Site.home, covering: Site.programmes)]
  }

  public var routes: [Route] {
    [
      .get("", for: .holding(.read)) { visit in
        let choice = try PortfolioChoice(visit)
        let portfolio = try await library.portfolio(
          as: try visit.viewer(), at: visit.reader.moment
        ) { choice.shown(of: $0, changed: $1, today: visit.reader.dayShown) }
        return visit.show(
          PortfolioPage(portfolio, showing: choice, people: people, for: visit.reader).page)
      }
    ]
  }
}
