import Postgres
import TestSupport
import Testing

private struct ChangeOfMind: Error {}

@Test func `a transaction that returns is kept and one that throws is not`() async throws {
  try await TestDatabase.with { database in
    try await database.run("CREATE TABLE n (n int)")
    let kept = try await database.transaction { session in
      try await session.run("INSERT INTO n VALUES (1)")
      return try await session.run("SELECT n FROM n").only()["n"] as Int
    }
    #expect(kept == 1)
    await #expect(throws: ChangeOfMind.self) {
      try await database.transaction { session in
        try await session.run("INSERT INTO n VALUES (2)")
        throw ChangeOfMind()
      }
    }
    #expect(try await database.run("SELECT n FROM n").map { try $0["n"] as Int } == [1])
  }
}

@Test func `a transaction whose error was passed over does not pretend to be kept`() async throws {
  try await TestDatabase.with { database in
    try await database.run("CREATE TABLE n (n int)")
    let error = await #expect(throws: PostgresError.self) {
      try await database.transaction { session in
        try await session.run("INSERT INTO n VALUES (1)")
        _ = try? await session.run("SELECT 1 / 0")
      }
    }
    #expect(error?.sqlState == .failedTransaction)
    #expect(try await database.run("SELECT n FROM n").isEmpty)
  }
}

@Test func `a transaction without a statement costs nothing and is no error`() async throws {
  try await TestDatabase.with { database in
    let seven = try await database.transaction { _ in 7 }
    #expect(seven == 7)
  }
}

@Test func `isolation and reading only are what was asked for`() async throws {
  try await TestDatabase.with { database in
    let setting = try await database.transaction(isolation: .serializable, readOnly: true) {
      session in
      try await session.run(
        """
        SELECT current_setting('transaction_isolation') AS isolation,
               current_setting('transaction_read_only') AS read_only
        """
      ).only()
    }
    #expect(try setting["isolation"] == "serializable")
    #expect(try setting["read_only"] == "on")
  }
}

@Test func `one of two writers that contradict each other is told to try again`() async throws {
  try await TestDatabase.with { database in
    try await database.batch(["CREATE TABLE n (n int)", "INSERT INTO n VALUES (1)"])
    let error = await #expect(throws: PostgresError.self) {
      try await database.transaction(isolation: .repeatableRead) { session in
        try await session.run("SELECT * FROM n")
        try await database.run("UPDATE n SET n = 2")
        try await session.run("UPDATE n SET n = 3")
      }
    }
    #expect(error?.sqlState == .serializationFailure)
    #expect(error?.isTransient == true)
  }
}

@Test func `a session leaves nothing behind for the next`() async throws {
  try await TestDatabase.with(adjusting: { $0.leasedConnectionsMax = 1 }) { database in
    try await database.withSession { session in
      try await session.batch([
        "SET search_path = pg_catalog", "SELECT pg_advisory_lock(7)", "CREATE TEMP TABLE t (n int)",
      ])
      try await session.run("BEGIN")
    }
    try await database.withSession { session in
      let row = try await session.run(
        """
        SELECT current_setting('search_path') AS path, to_regclass('t')::text AS temporary,
               (SELECT count(*) FROM pg_locks
                 WHERE locktype = 'advisory' AND pid = pg_backend_pid()) AS locks
        """
      ).only()
      #expect(try row["path"] == #""$user", public"#)
      #expect(try row["temporary"] as String? == nil)
      #expect(try row["locks"] == 0)
    }
  }
}

@Test func `a session that is over is refused`() async throws {
  try await TestDatabase.with { database in
    let session = try await database.withSession { $0 }
    let error = await #expect(throws: PostgresError.self) { try await session.run("SELECT 1") }
    #expect(error?.kind == .misuse)
  }
}
