import Logging
import Postgres
import Synchronization

/// Tells the other nodes that the log has grown, after the commit and on another connection.
///
/// One notification is under way at a time and always carries the newest position, so however many
/// appends there are, there are few notifications; a NOTIFY in the append itself would make every
/// commit queue for one lock.
final class LogNews: Sendable {
  /// The channel on which nodes hear of a log.
  static func channel(of log: Int16) -> String { "koers_log_\(log)" }

  private struct State {
    var head = 0
    var told = 0
    var isTelling = false
  }

  private let state = Mutex(State())
  private let log: Int16
  private let database: Database
  private let logger: Logger

  init(log: Int16, database: Database, logger: Logger) {
    self.log = log
    self.database = database
    self.logger = logger
  }

  func tell(_ head: Int) {
    let starts = state.withLock { state in
      state.head = max(state.head, head)
      guard !state.isTelling else { return false }
      state.isTelling = true
      return true
    }
    if starts { Task { await tellAll() } }
  }

  private func tellAll() async {
    while let head = next() {
      do {
        _ = try await database.run(
          "SELECT pg_notify(\(Self.channel(of: log)), \(String(head)))")
      } catch {
        // Listeners look for themselves before long.
        logger.debug("other nodes were not told", metadata: ["error": "\(error)"])
      }
      // At most one notification in 5 ms, so that it never weighs on the appends.
      try? await Task.sleep(for: .milliseconds(5))
    }
  }

  private func next() -> Int? {
    state.withLock { state in
      guard state.head > state.told else {
        state.isTelling = false
        return nil
      }
      state.told = state.head
      return state.head
    }
  }
}
