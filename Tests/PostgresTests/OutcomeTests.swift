import Foundation
import TestSupport
import Testing

@testable import Postgres

/// What a caller is told when the server or the way to it goes, and what asking shows afterwards.
@Suite(.timeLimit(.minutes(5)))
struct OutcomeTests {
  @Test func `a server killed in mid-query leaves it unknown, and the next query is answered`()
    async throws
  {
    try await ThrowawayServer.with { server in
      try await server.withDatabase { database in
        let sleeping = Task { try await database.run("SELECT pg_sleep(600)") }
        try await server.withDatabase { try await untilRunning("pg_sleep", in: $0) }
        try server.kill()
        let error = await #expect(throws: PostgresError.self) { try await sleeping.value }
        #expect(error?.kind == .outcomeUnknown)
        #expect(error?.statement == "SELECT pg_sleep(600)")
        #expect(try await database.run("SELECT 1 AS one").only()["one"] == 1)
        let leased: Int = try await database.transaction {
          try await $0.run("SELECT 2 AS two").only()["two"]
        }
        #expect(leased == 2)
      }
    }
  }

  @Test func `a server killed in mid-pipeline leaves it unknown, and what it answered it did`()
    async throws
  {
    try await ThrowawayServer.with { server in
      try await server.withDatabase(adjusting: { $0.sharedConnectionsMax = 1 }) { database in
        try await database.run("CREATE TABLE n (n int)")
        let batch = Task {
          try await database.batch([
            "INSERT INTO n VALUES (-1)", "SELECT pg_sleep(600)", "INSERT INTO n VALUES (-2)",
          ])
        }
        try await server.withDatabase { try await untilRunning("pg_sleep", in: $0) }
        let queued = (1...20).map { number in
          Task { try await database.run("INSERT INTO n VALUES (\(number))") }
        }
        try server.kill()
        let error = await #expect(throws: PostgresError.self) { try await batch.value }
        #expect(error?.kind == .outcomeUnknown)
        // Each was behind the sleeper, or was sent only when the server was back.
        var stored: Set<Int> = []
        for (index, task) in queued.enumerated() {
          do throws(any Error) {
            _ = try await task.value
            stored.insert(index + 1)
          } catch {
            #expect((error as? PostgresError)?.kind == .outcomeUnknown)
          }
        }
        let found = try await database.run("SELECT n FROM n").map { try $0["n"] as Int }
        #expect(Set(found) == stored)
      }
    }
  }

  @Test func `a server killed during COMMIT leaves it unknown, and asking tells it was not kept`()
    async throws
  {
    try await ThrowawayServer.with { server in
      try await server.withDatabase { database in
        try await database.batch([
          "CREATE TABLE n (n int)",
          """
          CREATE FUNCTION wait_at_commit() RETURNS trigger LANGUAGE plpgsql AS
          $$ BEGIN PERFORM pg_advisory_xact_lock(7); RETURN NULL; END $$
          """,
          """
          CREATE CONSTRAINT TRIGGER wait_at_commit AFTER INSERT ON n
          DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION wait_at_commit()
          """,
        ])
        let committing = try await server.withDatabase { holder in
          try await holder.withSession { session in
            try await session.run("SELECT pg_advisory_lock(7)")
            let committing = Task {
              try await database.transaction { _ = try await $0.run("INSERT INTO n VALUES (1)") }
            }
            try await untilRunning("COMMIT", in: holder)
            try server.kill()
            return committing
          }
        }
        let error = await #expect(throws: PostgresError.self) { try await committing.value }
        #expect(error?.kind == .outcomeUnknown)
        #expect(error?.tookNoEffect == false)
        #expect(error?.isTransient == false)
        #expect(try await database.run("SELECT * FROM n").isEmpty)
      }
    }
  }

  @Test func `a server that takes connections just after it refused one is asked again`()
    async throws
  {
    let refusals = Locked(0)
    try await meddling({ type, _ in
      guard type == "R" else { return .pass }
      return refusals.withLock { count in
        count += 1
        return count == 1 ? .say(Meddler.goodbye) : .pass
      }
    }) { database, _ async throws in
      #expect(try await database.run("SELECT 1 AS one").only()["one"] == 1)
      #expect(refusals.withLock { $0 } > 1)
    }
  }

  @Test func `a COMMIT whose answer is lost is unknown, and asking tells that it was kept`()
    async throws
  {
    let error = try await commit { type, tag in type == "C" && tag == "COMMIT" ? .hangUp : .pass }
    #expect(error?.kind == .outcomeUnknown)
    #expect(error?.tookNoEffect == false)
  }

  @Test func `a COMMIT that was answered is kept, whatever the server says after it`() async throws
  {
    for last in [Meddler.Decision.hangUp, .say(Meddler.goodbye)] {
      let error = try await commit { type, tag in type == "Z" && tag == "COMMIT" ? last : .pass }
      #expect(error == nil)
    }
  }

  @Test func `a statement done by a server that then says goodbye is unknown, for it was kept`()
    async throws
  {
    try await meddling({ type, tag in
      type == "Z" && tag == "INSERT 0 1" ? .say(Meddler.goodbye) : .pass
    }) { database, straight async throws in
      let error = await #expect(throws: PostgresError.self) {
        try await database.run("INSERT INTO n VALUES (1)")
      }
      #expect(error?.kind == .outcomeUnknown)
      #expect(try await straight.run("SELECT * FROM n").count == 1)
    }
  }

  @Test func `an answer of which the end is lost is no answer`() async throws {
    try await meddling({ type, tag in type == "D" ? .hangUp : .pass }) { database, _ in
      let error = await #expect(throws: PostgresError.self) { try await database.run("SELECT 1") }
      #expect(error?.kind == .outcomeUnknown)
    }
  }

  @Test func `a copy whose last word is lost is unknown, and asking tells that it was kept`()
    async throws
  {
    try await meddling({ type, tag in type == "C" && tag == "COPY 1" ? .hangUp : .pass }) {
      database, straight async throws in
      let error = await #expect(throws: PostgresError.self) {
        try await database.withSession { session in
          try await session.copyIn("COPY n FROM STDIN") { try await $0.write(Array("1\n".utf8)) }
        }
      }
      #expect(error?.kind == .outcomeUnknown)
      #expect(try await straight.run("SELECT * FROM n").count == 1)
    }
  }

  /// What a transaction of one INSERT throws behind a meddler; its row must be there.
  nonisolated(nonsending) private func commit(_ rule: @escaping Meddler.Rule) async throws
    -> PostgresError?
  {
    try await meddling(rule) { database, straight in
      var failure: PostgresError?
      do {
        try await database.transaction { _ = try await $0.run("INSERT INTO n VALUES (1)") }
      } catch {
        failure = try #require(error as? PostgresError)
      }
      #expect(try await straight.run("SELECT * FROM n").count == 1)
      return failure
    }
  }

  /// Lends `body` a database reached by way of a meddler, and the same one straight, with a table in
  /// it.
  nonisolated(nonsending) private func meddling<Result>(
    _ rule: @escaping Meddler.Rule,
    _ body: nonisolated(nonsending) (Database, Database) async throws -> Result
  ) async throws -> Result {
    try await TestDatabase.with { straight in
      try await straight.run("CREATE TABLE n (n int)")
      let host = straight.configuration.connectionSettings.first { $0.keyword == "host" }
      let meddler = try Meddler(before: try #require(host?.value), rule)
      let database = Database(straight.configuration.host(meddler.directory), logger: .silent)
      do {
        let result = try await body(database, straight)
        await database.close(waiting: .zero)
        return withExtendedLifetime(meddler) { result }
      } catch {
        await database.close(waiting: .zero)
        throw error
      }
    }
  }
}
