import Postgres
import TestSupport
import Testing

@Test func `a listener is told to read first, then hears`() async throws {
  try await TestDatabase.with { database in
    var heard = database.listen(to: ["news", "odd \"name"]).makeAsyncIterator()
    #expect(await heard.next() == .reconnected)
    try await database.run("SELECT pg_notify('news', \("é"))")
    #expect(await heard.next() == .notified(channel: "news", payload: "é"))
    try await database.run("SELECT pg_notify('odd \"name', '')")
    #expect(await heard.next() == .notified(channel: "odd \"name", payload: ""))
  }
}

@Test func `a listener whose connection ends is told so and hears again`() async throws {
  try await TestDatabase.with { database in
    var heard = database.listen(to: ["news"]).makeAsyncIterator()
    #expect(await heard.next() == .reconnected)
    try await database.run(
      """
      SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE datname = current_database() AND query = 'LISTEN "news"'
      """)
    #expect(await heard.next() == .reconnected)
    try await database.run("NOTIFY news, 'again'")
    #expect(await heard.next() == .notified(channel: "news", payload: "again"))
  }
}

@Test func `nobody listens any more when the sequence is let go`() async throws {
  try await TestDatabase.with { database in
    let listening: Statement = """
      SELECT count(*) AS count FROM pg_stat_activity
       WHERE datname = current_database() AND query = 'LISTEN "news"'
      """
    do {
      var heard = database.listen(to: ["news"]).makeAsyncIterator()
      #expect(await heard.next() == .reconnected)
    }
    while try await database.run(listening).only()["count"] as Int > 0 { await Task.yield() }
  }
}

@Test func `closing the database ends the sequence`() async throws {
  try await TestDatabase.with { database in
    let other = Database(database.configuration)
    var heard = other.listen(to: ["news"]).makeAsyncIterator()
    #expect(await heard.next() == .reconnected)
    await other.close()
    #expect(await heard.next() == nil)
  }
}

@Test func `a listener outlives its server, and is told to read when there is one again`()
  async throws
{
  try await ThrowawayServer.with { server in
    try await server.withDatabase { database in
      var heard = database.listen(to: ["news"]).makeAsyncIterator()
      #expect(await heard.next() == .reconnected)
      try server.kill()
      #expect(await heard.next() == .reconnected)
      _ = try await server.withDatabase { try await $0.run("NOTIFY news, 'again'") }
      #expect(await heard.next() == .notified(channel: "news", payload: "again"))
    }
  }
}
