import Domain
import Hummingbird
public import ReadModels

/// How the system itself is doing, for whoever watches over it.
public struct OperationsArea: Area {
  private let library: Library

  public init(library: Library) { self.library = library }

  public var navigation: [NavigationItem] {
    [NavigationItem("operations.navigation", Site.parked)]
  }

  public var routes: [Route] {
    [
      .get("operations/parked", for: .holding(.operate), proof: .any, showing: .nothing) { visit in
        let parked = try await library.look(ParkedStreams(), as: try visit.viewer())
        return visit.show(ParkedPage(parked: parked).page(for: visit.reader))
      }
    ]
  }
}
