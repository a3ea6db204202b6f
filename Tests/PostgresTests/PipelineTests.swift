import Postgres
import TestSupport
import Testing

@Test func `an error of one statement does not touch its neighbours`() async throws {
  try await TestDatabase.with { database in
    let outcomes = await withTaskGroup(of: (Int, Int?).self) { group in
      for number in 0..<200 {
        group.addTask {
          let divisor = number % 3
          let row = try? await database.run("SELECT \(number) / \(divisor) AS quotient").only()
          return (number, try? row?["quotient"])
        }
      }
      return await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
    }
    for number in 0..<200 {
      #expect(outcomes[number] == (number % 3 == 0 ? nil : number / (number % 3)))
    }
  }
}

@Test func `a statement that cannot be parsed can be repaired and sent again`() async throws {
  try await TestDatabase.with { database in
    for _ in 0..<2 {
      let error = await #expect(throws: PostgresError.self) {
        try await database.run("SELECT * FROM later")
      }
      #expect(error?.sqlState == .undefinedTable)
      #expect(error?.statement == "SELECT * FROM later")
    }
    try await database.run("CREATE TABLE later (n int)")
    #expect(try await database.run("SELECT * FROM later").isEmpty)
  }
}

@Test func `a batch takes effect whole or not at all, and its first error is thrown`() async throws
{
  try await TestDatabase.with { database in
    try await database.run("CREATE TABLE n (n int PRIMARY KEY)")
    let error = await #expect(throws: PostgresError.self) {
      try await database.batch([
        "INSERT INTO n VALUES (1)", "INSERT INTO n VALUES (1)", "SELECT 1 / 0",
      ])
    }
    #expect(error?.sqlState == .uniqueViolation)
    #expect(error?.constraint == "n_pkey")
    #expect(error?.table == "n")
    #expect(try await database.run("SELECT * FROM n").isEmpty)
    let rows = try await database.batch([
      "INSERT INTO n VALUES (1)", "SELECT count(*) AS count FROM n", "SELECT \("x") AS x",
    ])
    #expect(rows.map(\.count) == [0, 1, 1])
    #expect(try rows[1].only()["count"] == 1)
    #expect(try await database.batch([]).isEmpty)
  }
}

@Test func `a batch sees one viewer, the next one none`() async throws {
  try await TestDatabase.with { database in
    let read: Statement = "SELECT current_setting('koers.viewer', true) AS viewer"
    let rows = try await database.batch([
      "SELECT set_config('koers.viewer', \("amina"), true)", read,
    ])
    #expect(try rows[1].only()["viewer"] == "amina")
    let after: String? = try await database.run(read).only()["viewer"]
    #expect(after == nil || after == "")
  }
}

@Test func `ten thousand statements at once are all answered, over four connections`() async throws
{
  try await TestDatabase.with(adjusting: { $0.sharedConnectionsMax = 4 }) { database in
    let sum = try await withThrowingTaskGroup(of: Int.self) { group in
      for number in 0..<10_000 {
        group.addTask { try await database.run("SELECT \(number) AS n").only()["n"] }
      }
      return try await group.reduce(0, +)
    }
    #expect(sum == 10_000 * 9_999 / 2)
    let connections: Int = try await database.run(
      "SELECT count(*) AS count FROM pg_stat_activity WHERE datname = current_database()"
    ).only()["count"]
    #expect(connections <= 4)
  }
}

@Test func `more statements than a connection keeps prepared go on being answered`() async throws {
  try await TestDatabase.with(adjusting: { $0.preparedStatementsMax = 4 }) { database in
    for number in 0..<40 {
      let columns = Statement.joined((0...number % 10).map { "\($0)" }, separator: ", ")
      #expect(
        try await database.run("SELECT \(splice: columns)").only().self[number % 10] == number % 10)
    }
    let prepared: Int = try await database.run(
      "SELECT count(*) AS count FROM pg_prepared_statements"
    ).only()["count"]
    #expect(prepared <= 6)
  }
}

@Test func `a table that changed its columns is read anew`() async throws {
  try await TestDatabase.with { database in
    try await database.run("CREATE TABLE n (a int)")
    let read: Statement = "SELECT * FROM n"
    #expect(try await database.run(read).columnNames == ["a"])
    try await database.run("ALTER TABLE n ADD COLUMN b int")
    #expect(try await database.run(read).columnNames == ["a", "b"])
  }
}

@Test func `a setting may be made for a batch, not for everyone`() async throws {
  try await TestDatabase.with { database in
    let rows = try await database.batch([
      "SET LOCAL search_path = pg_catalog", "SELECT current_setting('search_path') AS path",
    ])
    #expect(try rows[1].only()["path"] == "pg_catalog")
    let error = await #expect(throws: PostgresError.self) {
      try await database.run("SET search_path = pg_catalog")
    }
    #expect(error?.kind == .misuse)
  }
}

@Test func `a shared connection is not taken into a transaction`() async throws {
  try await TestDatabase.with { database in
    for statement in [
      "BEGIN", "  start transaction", "commit", "SAVEPOINT a", "-- as one\nBEGIN",
      "/* of /* many */ */ BEGIN",
    ] as [Statement] {
      let error = await #expect(throws: PostgresError.self) { try await database.run(statement) }
      #expect(error?.kind == .misuse)
    }
    let rows = try await database.run("-- BEGIN\nSELECT 1 AS a /* BEGIN */")
    #expect(try rows.only()["a"] == 1)
  }
}
