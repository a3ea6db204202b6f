import ArgumentParser
import EventStore
import EventSourcing

/// `koers-bench decide`: whole commands, each of which loads a programme, decides and appends.
///
/// The programmes have some twenty events when they begin, and every command measures an indicator.
struct DecideCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "decide", abstract: "Load, decide and append.")

  @OptionGroup var database: DatabaseOptions

  @Option(help: "How many give commands at a time.")
  var callers = 32

  @Option(help: "For how many seconds.")
  var seconds = 3.0

  @Option(help: "Over how many programmes the commands are spread.")
  var programmes = 2000

  func run() async throws {
    try await measuring(database) { database, report in
      let measured = try await MeasuredProgrammes(count: programmes, in: database.log)
      let gateway = LogGateway(database.log)
      let (latencies, elapsed) = try await Callers(count: callers, time: .seconds(seconds)).run {
        _ in
        let envelope = Envelope(command: .fresh(), actor: "bench")
        _ = try await gateway.perform(measured.nextOrder(), in: envelope)
      }
      latencies.summarise(over: elapsed, into: &report)
    }
  }
}
