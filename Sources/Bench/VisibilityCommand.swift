import ArgumentParser
import EventSourcing
import Domain
import EventStore

/// `koers-bench visibility`: how long after its append is answered an event shows in the read models, at a
/// steady rate of appends to programmes in use.
struct VisibilityCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "visibility", abstract: "From append to visible.")

  @OptionGroup var database: DatabaseOptions

  @Option(help: "Appends a second.")
  var rate = 2000

  @Option(help: "For how many seconds.")
  var seconds = 5.0

  @Option(help: "Over how many programmes the appends are spread.")
  var programmes = 500

  func run() async throws {
    try await measuring(database) { database, report in
      let measured = try await MeasuredProgrammes(count: programmes, in: database.log)
      let gateway = LogGateway(database.log)
      let runner = ProjectionRunner<Domain.LogEvent>(
        BenchDatabase.projections, log: database.log, database: database.writer)
      let running = Task { try await runner.run() }
      // The gateway remembers every programme before the clock starts, as it does one that is in use.
      for _ in 0..<programmes {
        _ = try await gateway.perform(
          try measured.nextOrder(), in: Envelope(command: .fresh(), actor: "bench"))
      }
      guard await runner.reached(try await database.log.head(), within: .seconds(600)) else {
        throw ReadModelsAreBehind()
      }
      let shown = SharedLatencies()
      let clock = ContinuousClock()
      let start = clock.now
      try await withThrowingTaskGroup(of: Void.self) { group in
        var number = 0
        while start.duration(to: clock.now) < .seconds(seconds) {
          // However late a tick comes, the appends that were due by then are all made.
          let due = Int(start.duration(to: clock.now).seconds * Double(rate))
          while number < due {
            let order = try measured.nextOrder()
            group.addTask {
              let receipt = try await gateway.perform(
                order, in: Envelope(command: .fresh(), actor: "bench"))
              let appended = clock.now
              guard await runner.reached(receipt.position, within: .seconds(60)) else { return }
              shown.add(appended.duration(to: clock.now))
            }
            number += 1
          }
          try await clock.sleep(for: .milliseconds(1))
        }
        try await group.waitForAll()
        report["asked"] = Double(number)
      }
      let elapsed = start.duration(to: clock.now)
      running.cancel()
      _ = try? await running.value
      shown.all.summarise(over: elapsed, into: &report)
    }
  }
}

/// The read models did not come to the head of the log before anything was measured.
private struct ReadModelsAreBehind: Error {}
