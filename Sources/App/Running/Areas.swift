import EventSourcing
import ReadModels
import Web

/// The parts of the work that the site shows, in the order of the navigation.
enum Areas {
  static func all(gateway: some CommandGateway, library: Library) -> [any Area] { [] }
}
