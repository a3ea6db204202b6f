import EventSourcing
import ReadModels
import Web

/// The parts of the work that the site shows, in the order of the navigation.
enum Areas {
  static func all(
    commands: any CommandGateway, library: Library, people: [Person]
  ) -> [any Area] {
    let history = HistoryPages(library: library, people: people)
    return [
      PortfolioArea(library: library, people: people),
      ExplorationsArea(
        library: library, commands: commands, people: people, changes: history.changes),
      ProgrammesArea(
        library: library, commands: commands, people: people, changes: history.changes),
      SignalsArea(
        library: library, commands: commands, people: people, changes: history.changes),
      history,
      OperationsArea(library: library),
    ]
  }
}
