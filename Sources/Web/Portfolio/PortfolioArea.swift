import Domain
import Hummingbird
public import ReadModels
import Reads

/// The first page: every programme as it stands.
public struct PortfolioArea: Area {
  private let library: Library

  /// - Parameter library: the read models.
  public init(library: Library) {
    self.library = library
  }

  public var navigation: [NavigationItem] {
    [NavigationItem("portfolio.title", Site.home, covering: Site.programmes)]
  }

  public var routes: [Route] {
    [.get("", for: .signedIn, proof: .any, showing: .work(.view), show)]
  }

  /// The portfolio; who has other work here than to see it is sent on to that.
  @Sendable private func show(_ visit: Visit) async throws -> Response {
    let reader = visit.reader
    guard reader.visitor.person?.may(.read) == true else {
      let work = reader.house.navigation.first { $0.link != Site.home && reader.maySee($0.link) }
      guard let work else { throw Problem(.forbidden, "portfolio.no-role") }
      return visit.go(to: work.link)
    }
    let choice = try PortfolioChoice(visit)
    let portfolio = try await library.portfolio(
      as: try visit.viewer(), at: reader.moment, byChange: choice.sorting == .change
    ) { choice.shown(of: $0, changed: $1, today: reader.dayShown) }
    return visit.show(
      PortfolioPage(
        portfolio, showing: choice, left: try await library.leftWork(visit),
        bank: try await library.bankWork(visit), people: reader.people, for: reader
      ).page)
  }
}
