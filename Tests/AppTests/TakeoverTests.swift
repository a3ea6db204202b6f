import Foundation
import FoundationNetworking
import Logging
import Postgres
import Testing

/// Two programs on one database, of which one is killed.
@Suite(.timeLimit(.minutes(10)))
struct TakeoverTests {
  @Test func `when the program that projects is killed the other goes on where it was`()
    async throws
  {
    try await withSharedServer { url, database in
      let place = ["DATABASE_URL": url]
      try await withDataDirectory { directory in
        let options = ["--port", "0", "--no-seed", "--data-dir", directory]
        let projecting = try await RunningKoers(options, environment: place)
        let leader = try await owner(of: database)
        let standingBy = try await RunningKoers(options, environment: place)
        #expect(try await owner(of: database) == leader)
        #expect(try await projecting.end(SIGKILL) == nil)
        // The other looks four times a second whether it may.
        #expect(try await secondsOfLeaseLeft(in: database) <= 5)

        // A third program writes; it projects nothing itself.
        let seeded = try await RunningKoers.run(
          ["seed", "--data-dir", directory], environment: place)
        #expect(seeded.status == 0)
        try await expectProjected(in: database)
        #expect(try await owner(of: database) != leader)
        let verified = try await RunningKoers.run(
          ["verify", "--data-dir", directory], environment: place)
        #expect(verified.status == 0, "\(verified.output)")
        #expect(try await standingBy.end(SIGTERM) == 0)
      }
    }
  }

  @Test func `killed in the middle of its work it leaves nothing twice and nothing out`()
    async throws
  {
    try await withSharedServer { url, database in
      let place = ["DATABASE_URL": url]
      try await withDataDirectory { directory in
        let options = ["--port", "0", "--no-seed", "--data-dir", directory]
        var first = try await RunningKoers(options, environment: place)
        var second = try await RunningKoers(options, environment: place)
        let seeding = Task {
          try await RunningKoers.run(["seed", "--data-dir", directory], environment: place)
        }
        // Whoever projects is killed as soon as it has come a bit further, and another begins.
        for _ in 0..<3 {
          try await expectProgress(in: database)
          #expect(try await first.end(SIGKILL) == nil)
          first = second
          second = try await RunningKoers(options, environment: place)
        }
        #expect(try await seeding.value.status == 0)
        try await expectProjected(in: database)
        let verified = try await RunningKoers.run(
          ["verify", "--data-dir", directory], environment: place)
        #expect(verified.status == 0, "\(verified.output)")
        #expect(try await first.end(SIGTERM) == 0)
        #expect(try await second.end(SIGTERM) == 0)
      }
    }
  }

  private func owner(of database: Database) async throws -> UUID? {
    try await database.run("SELECT owner FROM es_lease").first.map { try $0["owner"] }
  }

  /// How long the lease holds for its owner, by the clock that it is kept by.
  private func secondsOfLeaseLeft(in database: Database) async throws -> Double {
    try await database.run(
      "SELECT extract(epoch FROM expires_at - clock_timestamp())::float8 AS left FROM es_lease"
    ).only()["left"]
  }

  private func slowest(in database: Database) async throws -> Int {
    try await database.run("SELECT min(position) AS position FROM es_checkpoint").first
      .map { try $0["position"] } ?? 0
  }

  private func head(of database: Database) async throws -> Int {
    try await database.run("SELECT coalesce(max(last_position), 0) AS head FROM es_batch").first
      .map { try $0["head"] } ?? 0
  }

  private func expectProjected(in database: Database) async throws {
    let end = ContinuousClock.now + .seconds(60)
    let goal = try await head(of: database)
    #expect(goal > 0)
    while try await slowest(in: database) < goal {
      try #require(ContinuousClock.now < end, "another goes on")
    }
  }

  private func expectProgress(in database: Database) async throws {
    let end = ContinuousClock.now + .seconds(60)
    let start = try await slowest(in: database)
    let goal = try await head(of: database)
    while try await slowest(in: database) == start, start < goal || goal == 0 {
      try #require(ContinuousClock.now < end, "somebody projects")
    }
  }
}

/// Gives `body` the address of a PostgreSQL that no `koers` runs itself, and a connection to it.
private func withSharedServer(_ body: (String, Database) async throws -> Void) async throws {
  let folder = "/tmp/koers-shared-\(UUID().uuidString)"
  try FileManager.default.createDirectory(
    atPath: folder, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o755])
  defer { try? FileManager.default.removeItem(atPath: folder) }
  let server = try await PrivateServer.start(
    .init(directory: "\(folder)/koers", isDurable: false),
    logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
  let database = try patientDatabase(server.connectionString())
  let result: Result<Void, any Error>
  do {
    result = .success(try await body(server.connectionString(), database))
  } catch { result = .failure(error) }
  await database.close()
  await server.stop()
  try result.get()
}

/// A pool that gives a busy machine the time it needs: these tests wait for other programs meanwhile.
func patientDatabase(_ connectionString: String) throws -> Database {
  var configuration = try Database.Configuration(connectionString)
  configuration.connectTimeout = .seconds(60)
  configuration.leaseTimeout = .seconds(60)
  return Database(configuration)
}
