import ArgumentParser
import EventSourcing
import EventStore

/// `koers-bench tail`: readers that follow the log while it is written, and what they missed.
struct TailCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tail", abstract: "Follow the log while it is written.")

  @OptionGroup var database: DatabaseOptions

  @Option(help: "How many events are appended.")
  var events = 1_000_000

  @Option(help: "How many append at a time.")
  var callers = 128

  @Option(help: "How many read along.")
  var readers = 8

  func run() async throws {
    try await measuring(database) { database, report in
      let log = database.log
      let first = try await log.head()
      let last = first + events
      let clock = ContinuousClock()
      let start = clock.now
      let seen = try await withThrowingTaskGroup(of: Seen?.self) { group in
        for _ in 0..<readers {
          group.addTask { try await Self.follow(log, after: first, through: last) }
        }
        group.addTask {
          try await append(to: log)
          return nil
        }
        return try await group.reduce(into: Seen()) { $0.add($1) }
      }
      let elapsed = start.duration(to: clock.now)
      report["count"] = Double(events)
      report["perSecond"] = Double(events) / elapsed.seconds
      report["read"] = Double(seen.count)
      report["missed"] = Double(events * readers - seen.count)
      report["outOfOrder"] = Double(seen.outOfOrder)
      report["twice"] = Double(seen.twice)
    }
  }

  /// What a reader saw.
  private struct Seen: Sendable {
    var count = 0
    var outOfOrder = 0
    var twice = 0

    mutating func add(_ other: Seen?) {
      guard let other else { return }
      count += other.count
      outOfOrder += other.outOfOrder
      twice += other.twice
    }
  }

  private func append(to log: PostgresLog) async throws {
    let streams = NoteStreams(count: callers)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for caller in 0..<callers {
        let share = events / callers + (caller < events % callers ? 1 : 0)
        group.addTask {
          for _ in 0..<share { _ = try await log.append(streams.next(caller)) }
        }
      }
      try await group.waitForAll()
    }
  }

  private static func follow(
    _ log: PostgresLog, after first: Int, through last: Int
  ) async throws -> Seen {
    var (seen, position) = (Seen(), first)
    while position < last {
      let page = try await log.events(after: position, limit: 1000)
      for event in page {
        seen.count += 1
        if event.position == position { seen.twice += 1 }
        if event.position != position + 1 { seen.outOfOrder += 1 }
        position = max(position, event.position)
      }
      if page.isEmpty { await log.known.wait(past: position, atMost: .milliseconds(250)) }
    }
    return seen
  }
}
