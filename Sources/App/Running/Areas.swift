import Authentication
import Domain
import EventSourcing
import ReadModels
import Web

/// The parts of the work that the site shows, in the order of the navigation.
enum Areas {
  static func all(
    commands: any CommandGateway, names: any ClaimedNames, library: Library,
    documents: DocumentDesk, printer: any Printer,
    reception: any Reception, links: PersonalLinks, directory: Directory?,
    supplied: ReferencesArea.Supplied, matrix: Enforcement.MatrixEdition,
    schedule: RetentionSchedule, surveys: SurveyLinks, bankLicence: Line
  ) -> [any Area] {
    let history = HistoryPages(library: library)
    return [
      PortfolioArea(library: library),
      ExplorationsArea(
        library: library, commands: commands, changes: history.changes),
      ProgrammesArea(
        library: library, commands: commands, changes: history.changes),
      ToolboxArea(
        library: library, commands: commands, links: links, documents: documents,
        changes: history.changes),
      CasesArea(
        library: library, commands: commands, names: names, documents: documents, matrix: matrix,
        schedule: schedule, surveys: surveys, printer: printer,
        changes: history.changes),
      SurveyArea(commands: commands, links: surveys),
      PublishedArea(library: library),
      TakePartArea(library: library, commands: commands, links: links),
      SignalsArea(
        library: library, commands: commands, changes: history.changes),
      EntitiesArea(
        library: library, commands: commands, changes: history.changes),
      ReferencesArea(
        library: library, commands: commands, supplied: supplied, changes: history.changes),
      BankArea(
        library: library, commands: commands, licence: bankLicence, changes: history.changes),
      HandoverArea(library: library),
      history,
      PeopleArea(
        library: library, commands: commands, reception: reception, changes: history.changes),
      EmergencyArea(library: library, commands: commands, changes: history.changes),
      ReadsArea(library: library),
      OperationsArea(library: library),
    ] + (directory.map { [DirectoryArea($0)] } ?? [])
  }
}
