import Postgres
import TestSupport
import Testing

@Test func `closing waits for what runs, and refuses what comes after`() async throws {
  try await TestDatabase.with { database in
    try await database.run("CREATE TABLE n (n int)")
    let other = Database(database.configuration, logger: .silent)
    let (closing, running, transaction) = try await database.withSession { session in
      try await session.run("SELECT pg_advisory_lock(7)")
      let running = Task { try await other.run("SELECT pg_advisory_xact_lock(7), 1 AS one") }
      let transaction = Task {
        try await other.transaction { session in
          try await session.run("SELECT pg_advisory_xact_lock(7)")
          try await session.run("INSERT INTO n VALUES (1)")
        }
      }
      try await untilRunning("pg_advisory_xact_lock", count: 2, in: database)
      let closing = Task { await other.close() }
      // From when it closes on, everything is refused.
      while (try? await other.withSession { _ in }) != nil {}
      for refused in [
        await #expect(throws: PostgresError.self) { try await other.run("SELECT 1") },
        await #expect(throws: PostgresError.self) { try await other.withSession { _ in } },
        await #expect(throws: PostgresError.self) { try await other.transaction { _ in } },
      ] {
        #expect(refused?.kind == .closed)
      }
      return (closing, running, transaction)
    }
    #expect(try await running.value.only()["one"] == 1)
    _ = try await transaction.value
    await closing.value
    #expect(try await database.run("SELECT * FROM n").count == 1)
    let left: Int = try await database.run(
      """
      SELECT count(*) AS count FROM pg_stat_activity
       WHERE datname = current_database() AND state = 'idle in transaction'
      """
    ).only()["count"]
    #expect(left == 0)
    await other.close()
  }
}

@Test func `closing waits no longer than it was told to`() async throws {
  try await TestDatabase.with { database in
    let other = Database(database.configuration, logger: .silent)
    let sleeping = Task { try await other.run("SELECT pg_sleep(60)") }
    try await untilRunning("pg_sleep", in: database)
    await other.close(waiting: .milliseconds(10))
    let error = await #expect(throws: PostgresError.self) { try await sleeping.value }
    #expect(error?.kind == .outcomeUnknown)
    await other.close()
  }
}

@Test func `closing that is cancelled ends everything at once`() async throws {
  try await TestDatabase.with { database in
    let other = Database(database.configuration, logger: .silent)
    let sleeping = Task {
      try await other.transaction { _ = try await $0.run("SELECT pg_sleep(60)") }
    }
    try await untilRunning("pg_sleep", in: database)
    let closing = Task { await other.close() }
    closing.cancel()
    await closing.value
    let error = await #expect(throws: PostgresError.self) { try await sleeping.value }
    #expect(error?.kind == .connectionLost)
  }
}

@Test func `who waits for a connection when the database closes is refused`() async throws {
  try await TestDatabase.with(adjusting: { $0.leasedConnectionsMax = 1 }) { database in
    let other = Database(database.configuration, logger: .silent)
    let closing = try await other.withSession { session in
      try await session.run("SELECT 1")
      let waiting = Task { try await other.withSession { _ in } }
      let closing = Task { await other.close() }
      let error = await #expect(throws: PostgresError.self) { try await waiting.value }
      #expect(error?.kind == .closed)
      #expect(try await session.run("SELECT 2 AS two").only()["two"] == 2)
      return closing
    }
    await closing.value
  }
}
