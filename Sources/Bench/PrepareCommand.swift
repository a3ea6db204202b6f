import ArgumentParser
import EventStore
import EventSourcing

/// `koers-bench prepare`: the tables of the log, and on request the read models.
struct PrepareCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "prepare", abstract: "Make the log's tables, and the read models' on request.")

  @OptionGroup var database: DatabaseOptions

  @Flag(help: "Make the read models too.")
  var readModels = false

  func run() async throws {
    try await measuring(database) { database, report in
      try await database.deploy()
      let made = readModels ? try await database.installer.install().count : 0
      report["readModels"] = Double(made)
    }
  }
}
