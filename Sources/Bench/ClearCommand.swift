import ArgumentParser
import EventSourcing
import EventStore
import Foundation

/// `koers-bench clear`: the log of another database once more, with nothing in it encrypted.
struct ClearCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "clear", abstract: "Copy another log without encrypting what is personal.")

  @OptionGroup var database: DatabaseOptions

  @Option(help: "The database to copy, as its owner: a libpq connection string.")
  var source: String

  func run() async throws {
    try await measuring(database) { database, report in
      let source = try BenchDatabase(source, home: self.database.home)
      var count = 0
      try await source.log.replay {
        $0
      } _: { events in
        _ = try await database.log.append(Self.appending(events))
        count += events.count
      }
      await source.close()
      report["count"] = Double(count)
    }
  }

  /// A page of the log as one append; what came out of a log says no more what of it is personal.
  private static func appending(_ events: [Recorded<StoredEvent>]) -> Appending {
    let slices = Dictionary(grouping: events, by: \.stream).map { stream, events in
      Appending.Slice(to: stream, expecting: events[0].version - 1, events.map(\.event))
    }
    return Appending(
      Envelope(command: Identity(uuid: UUID()), actor: "bench"), slices: slices)
  }
}
