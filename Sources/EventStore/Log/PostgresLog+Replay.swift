import EventSourcing
import Postgres

extension PostgresLog {
  /// Gives `body` the log from its first event through `end`, read in one stream.
  func replay(
    through end: Int, on session: Session,
    _ body: nonisolated(nonsending) (Recorded<StoredEvent>) async throws -> Void
  ) async throws {
    // Names are interned before their first event is written, so those of all events up to now are
    // known after this.
    try await names.reload(from: database)
    try await session.copyOut(copyStatement(through: end)) { reader in
      var rows = BinaryRows()
      while let piece = try await reader.next() {
        rows.feed(piece)
        while let fields = try rows.next() {
          guard let event = try names.event(in: fields) else {
            throw UnknownName(name: "of an event")
          }
          try await body(event)
        }
      }
    }
  }

  /// COPY takes no bound values; the two it needs are whole numbers.
  private func copyStatement(through end: Int) -> Statement {
    Statement(
      trustedFile: """
        COPY (
          SELECT \(storedColumns.sql) FROM es_event
          WHERE log_id = \(id) AND position <= \(end) ORDER BY position
        ) TO STDOUT (FORMAT binary)
        """)
  }
}
