import Foundation
import Postgres
import TestSupport
import Testing

@Test func `a connection ended in mid-query fails typed, and the pool recovers`() async throws {
  try await TestDatabase.with { database in
    try await observing(database) { observer in
      let sleeping = Task { try await database.run("SELECT pg_sleep(60)") }
      try await untilRunning("pg_sleep", in: observer)
      try await terminateOthers(in: observer)
      let error = await #expect(throws: PostgresError.self) { try await sleeping.value }
      #expect(error?.kind == .connectionLost)
      #expect(error?.sqlState == .adminShutdown)
      let one: Int = try await database.run("SELECT 1 AS one").only()["one"]
      #expect(one == 1)
    }
  }
}

@Test func `statements queued behind one whose connection ends are known not to have run`()
  async throws
{
  try await TestDatabase.with(adjusting: { $0.sharedConnectionsMax = 1 }) { database in
    try await database.run("CREATE TABLE n (n int)")
    try await observing(database) { observer in
      let sleeping = Task { try await database.run("SELECT pg_sleep(60)") }
      try await untilRunning("pg_sleep", in: observer)
      let queued = [1, 2].map { number in
        Task { try await database.run("INSERT INTO n VALUES (\(number))") }
      }
      try await terminateOthers(in: observer)
      await #expect(throws: PostgresError.self) { try await sleeping.value }
      // Each was either behind and lost, or came later and went over the next connection.
      var stored = 0
      for statement in queued {
        do {
          _ = try await statement.value
          stored += 1
        } catch {
          #expect((error as? PostgresError)?.kind == .connectionLost)
        }
      }
      let rows = try await database.run("SELECT * FROM n")
      #expect(rows.count == stored)
    }
  }
}

@Test func `a transaction whose connection ends took no effect`() async throws {
  try await TestDatabase.with { database in
    try await database.run("CREATE TABLE n (n int)")
    let error = await #expect(throws: PostgresError.self) {
      try await database.transaction { session in
        try await session.run("INSERT INTO n VALUES (1)")
        try await database.run("SELECT pg_terminate_backend(\(session.processID), 5000)")
        try await session.run("INSERT INTO n VALUES (2)")
      }
    }
    #expect(error?.kind == .connectionLost)
    let rows = try await database.run("SELECT * FROM n")
    #expect(rows.isEmpty)
  }
}

@Test func `a commit that is lost with its connection is told apart or known`() async throws {
  try await TestDatabase.with { database in
    try await database.batch([
      "CREATE TABLE n (n int)",
      """
      CREATE FUNCTION dawdle() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN PERFORM pg_sleep(60); RETURN NULL; END $$
      """,
      """
      CREATE CONSTRAINT TRIGGER dawdle AFTER INSERT ON n DEFERRABLE INITIALLY DEFERRED
      FOR EACH ROW EXECUTE FUNCTION dawdle()
      """,
    ])
    try await observing(database) { observer in
      let committing = Task {
        try await database.transaction { _ = try await $0.run("INSERT INTO n VALUES (1)") }
      }
      try await untilRunning("COMMIT", in: observer)
      try await terminateOthers(in: observer)
      let error = await #expect(throws: PostgresError.self) { try await committing.value }
      // The server said that it ended before it had committed.
      #expect(error?.kind == .connectionLost)
      #expect(error?.tookNoEffect == true)
      let rows = try await observer.run("SELECT * FROM n")
      #expect(rows.isEmpty)
    }
  }
}

@Test func `a cancelled task frees the server, and the connection goes on`() async throws {
  try await TestDatabase.with { database in
    try await observing(database) { observer in
      let sleeping = Task { try await database.run("SELECT pg_sleep(60)") }
      try await untilRunning("pg_sleep", in: observer)
      sleeping.cancel()
      let error = await #expect(throws: PostgresError.self) { try await sleeping.value }
      #expect(error?.kind == .cancelled)
      try await untilRunning("pg_sleep", count: 0, in: observer)
      let one: Int = try await database.run("SELECT 1 AS one").only()["one"]
      #expect(one == 1)
    }
  }
}

@Test func `a cancelled statement takes none of its neighbours with it`() async throws {
  try await TestDatabase.with(adjusting: { $0.sharedConnectionsMax = 1 }) { database in
    try await database.run("CREATE TABLE n (n int)")
    try await observing(database) { observer in
      let sleeping = Task { try await database.run("SELECT pg_sleep(60)") }
      try await untilRunning("pg_sleep", in: observer)
      let neighbours = (0..<50).map { number in
        Task { try await database.run("INSERT INTO n VALUES (\(number))") }
      }
      sleeping.cancel()
      await #expect(throws: PostgresError.self) { try await sleeping.value }
      for neighbour in neighbours { _ = try await neighbour.value }
      let rows = try await database.run("SELECT DISTINCT n FROM n")
      #expect(rows.count == 50)
    }
  }
}

@Test func `a task cancelled before it sends sends nothing`() async throws {
  try await TestDatabase.with { database in
    try await database.run("CREATE TABLE n (n int)")
    let task = Task {
      withUnsafeCurrentTask { $0?.cancel() }
      return try await database.run("INSERT INTO n VALUES (1)")
    }
    let error = await #expect(throws: PostgresError.self) { try await task.value }
    #expect(error?.kind == .cancelled)
    let rows = try await database.run("SELECT * FROM n")
    #expect(rows.isEmpty)
  }
}

@Test func `a cancelled transaction is rolled back, and its connection serves the next`()
  async throws
{
  try await TestDatabase.with(adjusting: { $0.leasedConnectionsMax = 1 }) { database in
    try await database.run("CREATE TABLE n (n int)")
    try await observing(database) { observer in
      let task = Task {
        try await database.transaction { session in
          try await session.run("INSERT INTO n VALUES (1)")
          try await session.run("SELECT pg_sleep(60)")
        }
      }
      try await untilRunning("pg_sleep", in: observer)
      task.cancel()
      await #expect(throws: PostgresError.self) { try await task.value }
      let rows = try await database.transaction { try await $0.run("SELECT * FROM n") }
      #expect(rows.isEmpty)
    }
  }
}

@Test func `a statement that takes too long ends as a timeout`() async throws {
  try await TestDatabase.with(adjusting: { $0.statementTimeout = .milliseconds(100) }) { database in
    let error = await #expect(throws: PostgresError.self) {
      try await database.run("SELECT pg_sleep(60)")
    }
    #expect(error?.kind == .timeout(.statement))
    let one: Int = try await database.run("SELECT 1 AS one").only()["one"]
    #expect(one == 1)
  }
}

@Test func `who waits too long for a connection is told so, and who finds the queue full at once`()
  async throws
{
  let adjust: (inout Database.Configuration) -> Void = {
    $0.leasedConnectionsMax = 1
    $0.leaseWaitersMax = 1
    $0.leaseTimeout = .milliseconds(300)
  }
  try await TestDatabase.with(adjusting: adjust) { database in
    try await database.withSession { session in
      try await session.run("SELECT 1")
      let kinds = await withTaskGroup(of: PostgresError.Kind?.self) { group in
        for _ in 0..<2 {
          group.addTask {
            do {
              try await database.withSession { _ in }
              return nil
            } catch {
              return (error as? PostgresError)?.kind
            }
          }
        }
        return await group.reduce(into: Set()) { $0.insert($1) }
      }
      #expect(kinds == [.timeout(.lease), .poolExhausted])
    }
    let one: Int = try await database.withSession {
      try await $0.run("SELECT 1 AS one").only()["one"]
    }
    #expect(one == 1)
  }
}

@Test func `waiting callers are served in turn`() async throws {
  try await TestDatabase.with(adjusting: { $0.leasedConnectionsMax = 2 }) { database in
    let total = try await withThrowingTaskGroup(of: Int.self) { group in
      for number in 0..<50 {
        group.addTask {
          try await database.transaction { try await $0.run("SELECT \(number) AS n").only()["n"] }
        }
      }
      return try await group.reduce(0, +)
    }
    #expect(total == 50 * 49 / 2)
  }
}

@Test func `a server that never answers ends as a timeout of the connection`() async throws {
  let silent = try SilentServer()
  var configuration = try Database.Configuration("host=\(silent.directory) dbname=x user=x")
  configuration.connectTimeout = .milliseconds(200)
  configuration.leaseTimeout = .milliseconds(100)
  let database = Database(configuration)
  let error = await #expect(throws: PostgresError.self) {
    try await database.withSession { _ in }
  }
  #expect(error?.kind == .timeout(.connect))
  await database.close()
}

@Test func `a server that is not there, or a database, ends typed`() async throws {
  var configuration = try Database.Configuration("host=/nowhere dbname=x user=x")
  configuration.leaseTimeout = .milliseconds(200)
  let absent = Database(configuration)
  let failure = await #expect(throws: PostgresError.self) { try await absent.run("SELECT 1") }
  #expect(failure?.kind == .timeout(.lease))
  let refusal = await #expect(throws: PostgresError.self) {
    try await absent.transaction { try await $0.run("SELECT 1") }
  }
  #expect(refusal?.kind == .connectionFailed)
  await absent.close()
  try await TestDatabase.with { database in
    let unknown = Database(database.configuration.database("no_such_database"))
    let error = await #expect(throws: PostgresError.self) { try await unknown.run("SELECT 1") }
    #expect(error?.kind == .connectionFailed)
    await unknown.close()
  }
}
