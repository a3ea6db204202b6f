import Foundation
import Postgres
import TestSupport
import Testing

/// Wherever a task waits, cancelling it ends the wait at once, and the pool is whole afterwards.
@Suite(.timeLimit(.minutes(5)))
struct CancellationTests {
  @Test func `while it waits for a connection`() async throws {
    try await expectCancelled { database, _ in
      try await database.withSession { holder in
        try await holder.run("SELECT 1")
        let second = Task { try await database.withSession { _ in } }
        try await cancel(second) { try await holder.batch(["SELECT 1"]) }
      }
    }
  }

  @Test func `while it connects, alone or for everybody`() async throws {
    let silent = try SilentServer()
    var configuration = try Database.Configuration("host=\(silent.directory) dbname=x user=x")
    configuration.connectTimeout = .seconds(600)
    configuration.leaseTimeout = .seconds(600)
    let database = Database(configuration, logger: .silent)
    let leasing = Task { try await database.withSession { _ in } }
    try await cancel(leasing) { await silent.untilCalled() }
    let running = Task { try await database.run("SELECT 1") }
    try await cancel(running) { await silent.untilCalled() }
    await database.close()
  }

  @Test func `while its statement waits, on a shared connection and on a leased one`() async throws
  {
    try await expectCancelled { database, observer in
      let running = Task { try await database.run("SELECT pg_sleep(600)") }
      try await cancel(running) { try await untilRunning("pg_sleep", in: observer) }
      let session = Task {
        try await database.withSession { try await $0.run("SELECT pg_sleep(601)") }
      }
      try await cancel(session) { try await untilRunning("pg_sleep(601)", in: observer) }
      let batch = Task {
        try await database.batch(["SELECT 1", "SELECT pg_sleep(602)", "SELECT 2"])
      }
      try await cancel(batch) { try await untilRunning("pg_sleep(602)", in: observer) }
    }
  }

  @Test func `while its transaction waits, in a statement and between two`() async throws {
    try await expectCancelled { database, observer in
      let within = Task {
        try await database.transaction { session in
          try await session.run("INSERT INTO n VALUES (1)")
          try await session.run("SELECT pg_sleep(600)")
        }
      }
      try await cancel(within) { try await untilRunning("pg_sleep", in: observer) }
      let between = Task {
        try await database.transaction { session in
          try await session.run("INSERT INTO n VALUES (1)")
          withUnsafeCurrentTask { $0?.cancel() }
          try await session.run("INSERT INTO n VALUES (2)")
        }
      }
      let error = await #expect(throws: PostgresError.self) { try await between.value }
      #expect(error?.kind == .cancelled)
    }
  }

  @Test func `while its copy to the server cannot begin`() async throws {
    try await expectCancelled { database, observer in
      try await observer.transaction { holder in
        try await holder.run("LOCK TABLE n")
        let copying = Task {
          try await database.withSession { session in
            try await session.copyIn("COPY n FROM STDIN") { try await $0.write(Array("1\n".utf8)) }
          }
        }
        try await cancel(copying) { try await untilBlocked(in: observer) }
      }
    }
  }

  @Test func `while the server takes nothing of its copy`() async throws {
    try await expectCancelled { database, observer in
      try await observer.run("CREATE UNIQUE INDEX ON n (n)")
      try await observer.transaction { holder in
        // Whoever stores the same number waits until this one is decided on.
        try await holder.run("INSERT INTO n VALUES (0)")
        let copying = Task {
          try await database.withSession { session in
            try await session.copyIn("COPY n FROM STDIN") { writer in
              for number in 0..<10_000_000 { try await writer.write(Array("\(number)\n".utf8)) }
            }
          }
        }
        try await cancel(copying) { try await untilBlocked(in: observer) }
      }
      try await observer.run("DELETE FROM n")
    }
  }

  @Test func `while it writes nothing to its copy itself`() async throws {
    try await expectCancelled { database, observer in
      let copying = Task {
        try await database.withSession { session in
          try await session.copyIn("COPY n FROM STDIN") { writer in
            try await writer.write(Array("1\n".utf8))
            withUnsafeCurrentTask { $0?.cancel() }
          }
        }
      }
      let error = await #expect(throws: PostgresError.self) { try await copying.value }
      #expect(error?.kind == .cancelled)
    }
  }

  @Test func `while its copy from the server gives nothing, and half-way`() async throws {
    try await expectCancelled { database, observer in
      let waiting = Task {
        try await database.withSession { session in
          try await session.copyOut("COPY (SELECT pg_sleep(600)) TO STDOUT") { try await $0.next() }
        }
      }
      try await cancel(waiting) { try await untilRunning("pg_sleep", in: observer) }
      let endless = Task {
        try await database.withSession { session in
          try await session.copyOut("COPY (SELECT generate_series(1, 1000000000)) TO STDOUT") {
            var read = 0
            for try await chunk in $0 {
              read += chunk.count
              if read > 1_000_000 { withUnsafeCurrentTask { $0?.cancel() } }
            }
          }
        }
      }
      let error = await #expect(throws: PostgresError.self) { try await endless.value }
      #expect(error?.kind == .cancelled)
    }
  }

  @Test func `while it listens`() async throws {
    try await expectCancelled { database, observer in
      let listening = Task {
        var heard: [Postgres.Notification] = []
        for await notification in database.listen(to: ["news"]) { heard.append(notification) }
        return heard
      }
      let count: Statement = """
        SELECT count(*) AS count FROM pg_stat_activity
         WHERE datname = current_database() AND query = 'LISTEN "news"'
        """
      while try await observer.run(count).only()["count"] as Int == 0 { await Task.yield() }
      listening.cancel()
      #expect(await listening.value.count <= 1)
      while try await observer.run(count).only()["count"] as Int > 0 { await Task.yield() }
    }
  }

  @Test func `at any moment whatever, nothing that was cancelled is there and the rest is`()
    async throws
  {
    try await expectCancelled(keeping: true) { database, observer in
      var kept: Set<Int> = []
      for number in 1...400 {
        let task = Task { try await Self.store(number, in: database) }
        for _ in 0..<(number * 7 % 300) { await Task.yield() }
        task.cancel()
        do {
          try await task.value
          kept.insert(number)
        } catch {
          #expect((error as? PostgresError)?.kind == .cancelled, "\(error)")
        }
      }
      let found = try await observer.run("SELECT n FROM n").map { try $0["n"] as Int }
      #expect(found.count == kept.count)
      #expect(Set(found) == kept)
    }
  }

  /// Stores a number in one of the ways there are.
  private static func store(_ number: Int, in database: Database) async throws {
    switch number % 4 {
    case 0: try await database.run("INSERT INTO n VALUES (\(number))")
    case 1: try await database.batch(["SELECT 1", "INSERT INTO n VALUES (\(number))", "SELECT 2"])
    case 2:
      try await database.transaction { session in
        try await session.run("INSERT INTO n VALUES (\(number))")
        try await session.run("SELECT 1")
      }
    case _:
      _ = try await database.withSession { session in
        try await session.copyIn("COPY n FROM STDIN") { writer in
          try await writer.write(Array("\(number)\n".utf8))
        }
      }
    }
  }

  /// Waits for the moment, cancels, and expects that the task ends by it.
  nonisolated(nonsending) private func cancel<Success: Sendable>(
    _ task: Task<Success, any Error>, _ moment: nonisolated(nonsending) () async throws -> Void,
    sourceLocation: SourceLocation = #_sourceLocation
  ) async throws {
    try await moment()
    task.cancel()
    let error = await #expect(throws: PostgresError.self, sourceLocation: sourceLocation) {
      _ = try await task.value
    }
    #expect(error?.kind == .cancelled, sourceLocation: sourceLocation)
  }

  /// Lends `body` a database with one connection of each kind and an observer; afterwards the pool
  /// must be whole and the table empty.
  nonisolated(nonsending) private func expectCancelled(
    keeping: Bool = false, _ body: nonisolated(nonsending) (Database, Database) async throws -> Void
  ) async throws {
    let adjust: (inout Database.Configuration) -> Void = {
      $0.sharedConnectionsMax = 1
      $0.leasedConnectionsMax = 1
    }
    try await TestDatabase.with(adjusting: adjust) { database in
      try await database.run("CREATE TABLE n (n int)")
      try await observing(database) { observer in
        try await body(database, observer)
        try await expectWhole(database, seenBy: observer)
        if !keeping { #expect(try await observer.run("SELECT * FROM n").isEmpty) }
      }
    }
  }
}
