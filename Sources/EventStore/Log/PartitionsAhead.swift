import Logging
import Postgres
import Synchronization

/// Sees to it that there is always a partition for the events to come.
///
/// Looks each time the log passes another million; a partition holds ten and the next is made with it,
/// so a look that fails is made up for long before it matters.
final class PartitionsAhead: Sendable {
  private static let step = 1_000_000

  private let looked = Mutex(-1)
  private let database: Database
  private let logger: Logger

  init(database: Database, logger: Logger) {
    self.database = database
    self.logger = logger
  }

  func reached(_ head: Int) {
    let isDue = looked.withLock { looked in
      defer { looked = max(looked, head / Self.step) }
      return head / Self.step > looked
    }
    guard isDue else { return }
    Task {
      do {
        try await database.run("SELECT make_event_partitions(\(head))")
      } catch {
        logger.error("no partition could be made ahead", metadata: ["error": "\(error)"])
      }
    }
  }
}
