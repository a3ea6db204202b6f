public import EventSourcing
import Postgres

extension PostgresLog {
  /// Gives `body` the whole log in order, a page of some hundred events at a time.
  ///
  /// `transform` works on several pages at once, on other threads; `body` gets what it made of each in
  /// the order of the log.
  nonisolated(nonsending) public func replay<Page: Sendable>(
    _ transform: @escaping @Sendable ([Recorded<StoredEvent>]) throws -> Page,
    _ body: nonisolated(nonsending) (Page) async throws -> Void
  ) async throws {
    try await database.withUnhurriedSession { session in
      try await replay(through: .max, on: session, transform, body)
    }
  }

  /// How many events come out by COPY when nothing is made of them: what a replay is measured against.
  public func countByCopy() async throws -> Int {
    var count = 0
    try await database.withUnhurriedSession { session in
      try await rows(through: .max, on: session) { count += try $0.count() }
    }
    return count
  }

  /// Gives `body` each event of the log through `end`, as it is kept and as it reads, in one stream.
  nonisolated(nonsending) func replay(
    through end: Int, on session: Session,
    _ body:
      nonisolated(nonsending) (
        _ kept: Recorded<StoredEvent>, _ read: Recorded<StoredEvent>
      ) async throws -> Void
  ) async throws {
    try await rows(through: end, on: session) { rows in
      let events = try rows.events()
      for (kept, read) in zip(events, try await cipher.decrypted(events)) {
        try await body(kept, read)
      }
    }
  }

  /// The same in pages, on which `transform` works elsewhere while the next ones come in.
  nonisolated(nonsending) func replay<Page: Sendable>(
    through end: Int, on session: Session,
    _ transform: @escaping @Sendable ([Recorded<StoredEvent>]) throws -> Page,
    _ body: nonisolated(nonsending) (Page) async throws -> Void
  ) async throws {
    var line = PageLine<Page>()
    do {
      try await rows(through: end, on: session) { rows in
        if line.isFull, let page = try await line.next() { try await body(page) }
        line.join { [cipher] in try transform(try await cipher.decrypted(try rows.events())) }
      }
      while let page = try await line.next() { try await body(page) }
    } catch {
      line.leave()
      throw error
    }
  }

  nonisolated(nonsending) private func rows(
    through end: Int, on session: Session,
    _ body: nonisolated(nonsending) (StoredRows) async throws -> Void
  ) async throws {
    // Names are interned before their first event is written, so those of all events up to now are
    // known after this.
    try await names.reload(from: database)
    let known = names.known
    try await session.copyOut(copyStatement(through: end)) { reader in
      while let bytes = try await reader.next() {
        try await body(StoredRows(bytes, names: known))
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

/// Pages that are worked on at the same time and come out in the order in which they went in.
private struct PageLine<Page: Sendable> {
  /// Enough to keep every core at work, few enough to hold in memory.
  private static var lengthMax: Int { 8 }

  private var tasks: ArraySlice<Task<Page, any Error>> = []

  var isFull: Bool { tasks.count >= Self.lengthMax }

  mutating func join(_ work: @escaping @Sendable () async throws -> Page) {
    tasks.append(Task { try await work() })
  }

  /// The oldest page when it is done; nil when none is waiting.
  mutating func next() async throws -> Page? { try await tasks.popFirst()?.value }

  /// Calls off what nobody waits for any more.
  mutating func leave() {
    for task in tasks { task.cancel() }
    tasks = []
  }
}
