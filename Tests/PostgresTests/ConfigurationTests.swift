import Postgres
import TestSupport
import Testing

@Test func `a connection string never shows its password`() throws {
  let configuration = try Database.Configuration(
    "postgres://amina:hunter2@db.example:5433/koers?sslmode=verify-full")
  #expect(configuration.description == "host=db.example port=5433 dbname=koers user=amina")
  #expect(configuration.databaseName == "koers")
  let error = #expect(throws: PostgresError.self) {
    try Database.Configuration("password=hunter2 nonsense")
  }
  #expect(error?.kind == .misuse)
  #expect(error?.message.contains("hunter2") == false)
}

@Test func `every connection has its role, its name and the settings it was given`() async throws {
  try await TestDatabase.with { database in
    try await database.run(
      """
      DO $$ BEGIN
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'postgres_tests') THEN
          CREATE ROLE postgres_tests;
        END IF;
      END $$
      """)
    var configuration = database.configuration
    configuration.role = "postgres_tests"
    configuration.statementTimeout = .seconds(30)
    configuration.applicationName = "a test"
    configuration.leasedConnectionsMax = 1
    let other = Database(configuration)
    let settings: Statement = """
      SELECT current_user::text AS role, current_setting('application_name') AS name,
             current_setting('TimeZone') AS zone, current_setting('client_encoding') AS encoding,
             current_setting('statement_timeout') AS timeout
      """
    for row in [
      try await other.run(settings).only(),
      try await other.withSession { session in
        let row = try await session.run(settings).only()
        try await session.run("RESET ROLE")
        try await session.run("SET ROLE NONE")
        return row
      },
      try await other.withSession { try await $0.run(settings).only() },
      try await other.transaction { try await $0.run(settings).only() },
    ] {
      #expect(try row["role"] == "postgres_tests")
      #expect(try row["name"] == "a test")
      #expect(try row["zone"] == "UTC")
      #expect(try row["encoding"] == "UTF8")
      #expect(try row["timeout"] == "30s")
    }
    await other.close()
  }
}
