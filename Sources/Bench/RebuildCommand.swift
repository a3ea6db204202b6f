import ArgumentParser
import EventStore

/// `koers-bench rebuild`: all read models with their histories, made anew beside those that are shown.
struct RebuildCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rebuild", abstract: "Rebuild every read model.")

  @OptionGroup var database: DatabaseOptions

  func run() async throws {
    try await measuring(database) { database, report in
      let count = try await database.log.head()
      let clock = ContinuousClock()
      let start = clock.now
      try await database.installer.rebuild(nil)
      let elapsed = start.duration(to: clock.now)
      report["count"] = Double(count)
      report["seconds"] = elapsed.seconds
      report["perSecond"] = Double(count) / elapsed.seconds
    }
  }
}
