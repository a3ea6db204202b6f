import EventSourcing
import EventStore
import Postgres

/// Follows the log all along, as a subscriber does: whatever comes after the last position it saw.
struct TortureSubscriber {
  let log: PostgresLog
  let pageSize: Int
  private(set) var seen: [Recorded<StoredEvent>] = []

  init(_ log: PostgresLog, pageSize: Int) {
    self.log = log
    self.pageSize = pageSize
  }

  /// Returns when it is cancelled and has seen everything up to then.
  mutating func follow() async throws {
    while true {
      let isLast = Task.isCancelled
      do {
        // Asked from a task of its own, so that the last question is asked, too.
        let (log, position, limit) = (log, seen.last?.position ?? 0, pageSize)
        let page = try await Task { try await log.events(after: position, limit: limit) }.value
        seen += page
        if page.isEmpty {
          guard !isLast else { return }
          await log.known.wait(past: position, atMost: .milliseconds(5))
        }
      } catch let error as PostgresError where !isLast {
        // The server is away; it asks again until it is back.
        guard error.isTransient || error.kind == .outcomeUnknown else { throw error }
      }
    }
  }
}
