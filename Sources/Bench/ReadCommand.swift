import ArgumentParser
import Domain
import EventSourcing
import EventStore

/// `koers-bench read`: the whole log out of the table by binary COPY.
struct ReadCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "read", abstract: "Read the whole log by COPY.")

  /// What is made of what comes in.
  enum Form: String, ExpressibleByArgument {
    /// Bytes, cut into rows and thrown away.
    case rows
    /// Events as Swift values.
    case events
  }

  @OptionGroup var database: DatabaseOptions

  @Option(help: "rows: cut and thrown away; events: decoded into Swift values.")
  var form = Form.rows

  func run() async throws {
    try await measuring(database) { database, report in
      let clock = ContinuousClock()
      let start = clock.now
      var count = 0
      switch form {
      case .rows: count = try await database.log.countByCopy()
      case .events:
        try await database.log.replay { stored in
          try stored.map { try Domain.LogEvent.decode($0) }
        } _: { events in
          count += events.count
        }
      }
      let elapsed = start.duration(to: clock.now)
      report["count"] = Double(count)
      report["seconds"] = elapsed.seconds
      report["perSecond"] = Double(count) / elapsed.seconds
    }
  }
}
