import ArgumentParser
import EventStore

/// `koers-bench append`: durable single-event appends, each with an expected version and a command id.
struct AppendCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "append", abstract: "Append single events.")

  @OptionGroup var database: DatabaseOptions

  @Option(help: "How many append at a time.")
  var callers = 32

  @Option(help: "For how many seconds.")
  var seconds = 3.0

  func run() async throws {
    try await measuring(database) { database, report in
      let streams = NoteStreams(count: callers)
      let log = database.log
      // Connections and names are there before the clock starts.
      _ = try await log.append(streams.next(0))
      let (latencies, elapsed) = try await Callers(count: callers, time: .seconds(seconds)).run {
        _ = try await log.append(streams.next($0))
      }
      latencies.summarise(over: elapsed, into: &report)
    }
  }
}
