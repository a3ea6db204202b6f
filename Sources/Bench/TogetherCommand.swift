import ArgumentParser
import EventStore
import EventSourcing

/// `koers-bench together`: commands of one event that are given at the same moment and wait for each
/// other.
struct TogetherCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "together", abstract: "Append commands in batches.")

  @OptionGroup var database: DatabaseOptions

  @Option(help: "How many commands go together.")
  var commands = 100

  @Option(help: "For how many seconds.")
  var seconds = 3.0

  func run() async throws {
    try await measuring(database) { database, report in
      let streams = NoteStreams(count: commands)
      let log = database.log
      _ = try await log.append(streams.next(0))
      let all = 0..<commands
      let (latencies, elapsed) = try await Callers(count: 1, time: .seconds(seconds)).run { _ in
        try await withThrowingTaskGroup(of: Void.self) { group in
          for index in all {
            group.addTask { _ = try await log.append(streams.next(index)) }
          }
          try await group.waitForAll()
        }
      }
      latencies.summarise(over: elapsed, into: &report)
      report["commandsPerSecond"] = Double(latencies.all.count * commands) / elapsed.seconds
    }
  }
}
