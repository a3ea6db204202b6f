import ArgumentParser
import Domain
import EventStore

/// `koers-bench project`: the live projection, from where the read models are to the end of the log.
struct ProjectCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "project", abstract: "Project what the read models have not seen yet.")

  @OptionGroup var database: DatabaseOptions

  @Option(help: "The position where the read models are now.")
  var from = 0

  func run() async throws {
    try await measuring(database) { database, report in
      let head = try await database.log.head()
      let runner = ProjectionRunner<Domain.LogEvent>(
        BenchDatabase.projections, log: database.log, database: database.writer)
      let clock = ContinuousClock()
      let start = clock.now
      let running = Task { try await runner.run() }
      _ = await runner.reached(head, within: .seconds(3600))
      let elapsed = start.duration(to: clock.now)
      running.cancel()
      _ = try? await running.value
      report["count"] = Double(head - from)
      report["seconds"] = elapsed.seconds
      report["perSecond"] = Double(head - from) / elapsed.seconds
    }
  }
}
