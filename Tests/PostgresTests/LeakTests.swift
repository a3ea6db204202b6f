import Foundation
import TestSupport
import Testing

@testable import Postgres

/// Nothing is left behind by statements, however many: no memory, no descriptors, no connections.
@Suite(.timeLimit(.minutes(60)))
struct LeakTests {
  /// `KOERS_TORTURE_QUERIES` asks for another number, as `ops/torture` does.
  private static let count =
    ProcessInfo.processInfo.environment["KOERS_TORTURE_QUERIES"].flatMap { Int($0) } ?? 20_000

  /// In a process of its own, so that no other test's memory is measured.
  @Test func `the second half of many statements leaves no more behind than the first`()
    async throws
  {
    try await TestDatabase.with { database in
      let connection = database.configuration.connectionSettings
        .map { "\($0.keyword)='\($0.value.replacing("'", with: "\\'"))'" }.joined(separator: " ")
      let count = Self.count
      await #expect(processExitsWith: .success) {
        [connection = connection as String, count = count as Int] in
        var configuration = try Database.Configuration(connection)
        configuration.sharedConnectionsMax = 4
        configuration.leasedConnectionsMax = 4
        configuration.applicationName = "torture"
        configuration.statementTimeout = nil
        let database = Database(configuration, logger: .silent)
        try await database.run("CREATE TABLE n (n int)")
        // The first rounds fill caches and pools.
        try await Torture.run(max(2_000, count / 10), on: database)
        let before = try await Torture.Traces(of: database)
        try await Torture.run(count / 2, on: database)
        let between = try await Torture.Traces(of: database)
        try await Torture.run(count / 2, on: database)
        let after = try await Torture.Traces(of: database)
        await database.close()
        // One for each of the connections, whatever the moment; cancelling takes one for a while.
        let traces: Comment = "before \(before), between \(between), after \(after)"
        #expect(after.backends <= 8, traces)
        #expect(after.descriptors <= before.descriptors + 16, traces)
        #expect(after.threads <= before.threads + 16, traces)
        // Among a million, a statement that leaves 16 bytes behind shows.
        #expect(after.resident - between.resident < max(4 << 20, count / 2 * 16), traces)
      }
    }
  }
}

/// Statements of every kind, many at once.
enum Torture {
  /// What a process and its connections take up.
  struct Traces: Sendable {
    let descriptors: Int
    let threads: Int
    let backends: Int
    /// Bytes of memory that the process holds, but for what it only kept for later.
    let resident: Int

    init(of database: Database) async throws {
      backends = try await database.run(
        "SELECT count(*) AS count FROM pg_stat_activity WHERE application_name = 'torture'"
      ).only()["count"]
      descriptors = try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count
      threads = try FileManager.default.contentsOfDirectory(atPath: "/proc/self/task").count
      Self.giveBackUnused()
      let pages = try String(contentsOfFile: "/proc/self/statm", encoding: .utf8)
        .split(separator: " ").dropFirst().first.flatMap { Int($0) }
      resident = (pages ?? 0) * 4096
    }

    /// `malloc_trim`, which Swift's modules do not show.
    private static func giveBackUnused() {
      guard let symbol = dlsym(nil, "malloc_trim") else { return }
      _ = unsafeBitCast(symbol, to: (@convention(c) (Int) -> Int32).self)(0)
    }
  }

  private struct ChangeOfMind: Error {}

  /// Sends about `count` statements from 16 tasks.
  static func run(_ count: Int, on database: Database) async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
      for worker in 0..<16 {
        group.addTask {
          for number in 0..<count / 16 { try await one(worker + number, on: database) }
        }
      }
      try await group.waitForAll()
    }
  }

  private static func one(_ number: Int, on database: Database) async throws {
    switch number % 100 {
    case 0:
      try await database.transaction { session in
        try await session.run("INSERT INTO n VALUES (\(number))")
        try await session.run("DELETE FROM n WHERE n = \(number)")
      }
    case 1: _ = try? await database.run("SELECT 1 / \(number * 0)")
    case 2:
      _ = try? await database.transaction { session in
        try await session.run("SELECT 1")
        throw ChangeOfMind()
      }
    case 3:
      _ = try await database.withSession { session in
        try await session.copyOut("COPY (SELECT generate_series(1, 100)) TO STDOUT") {
          try await $0.reduce(0) { $0 + $1.count }
        }
      }
    case 4:
      _ = try? await database.withSession { session in
        try await session.copyIn("COPY n FROM STDIN") { writer in
          try await writer.write(Array("1\n".utf8))
          throw ChangeOfMind()
        }
      }
    case 5:
      let task = Task { try await database.run("SELECT pg_sleep(0.0001)") }
      task.cancel()
      _ = await task.result
    case 6: try await database.batch(["SELECT 1", "SELECT \("a")", "SELECT \([1, 2, 3])"])
    case 7: try await database.run(("SELECT \(number)" as Statement).unprepared)
    case _:
      let row = try await database.run("SELECT \(number) AS n, \("text") AS text").only()
      let (same, text): (Int, String) = try (row["n"], row["text"])
      guard same == number, text == "text" else { throw ChangeOfMind() }
    }
  }
}
