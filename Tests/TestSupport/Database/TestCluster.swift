import Foundation
import Logging
import Postgres

/// The PostgreSQL cluster of this test process: one, started when first needed, gone with the process.
///
/// `KOERS_TEST_POSTGRES` names another one instead, as a connection string of somebody who may make
/// databases there.
actor TestCluster {
  static let shared = TestCluster()

  private var starting: Task<Database, any Error>?
  private var templates: [String: Task<String, any Error>] = [:]
  /// Keeps the server running.
  private var server: PrivateServer?

  /// A new database like `template`.
  func makeCopy(of template: TestTemplate) async throws -> Database.Configuration {
    let source = try await database(for: template)
    return try await make(from: source)
  }

  func drop(_ configuration: Database.Configuration) async throws {
    guard let name = configuration.databaseName else { return }
    try await maintenance().run(
      Statement(trustedFile: "DROP DATABASE IF EXISTS \(name) WITH (FORCE)"))
  }

  /// The database from which others are made.
  private func maintenance() async throws -> Database {
    if let starting { return try await starting.value }
    let task = Task {
      var configuration = try await self.configuration()
      configuration.leaseTimeout = .seconds(60)
      configuration.statementTimeout = nil
      return Database(configuration, logger: Self.quietLogger)
    }
    starting = task
    return try await task.value
  }

  private func configuration() async throws -> Database.Configuration {
    if let given = ProcessInfo.processInfo.environment["KOERS_TEST_POSTGRES"] {
      return try Database.Configuration(given)
    }
    TestDirectory.removeThoseOfEndedProcesses()
    atexit { TestDirectory.endServerAndRemove() }
    let server = try await PrivateServer.start(
      PrivateServer.Configuration(
        directory: TestDirectory.own.path, isDurable: false,
        roles: ["koers_writer", "koers_web", "koers_door", "koers_reads"], connectionsMax: 1000),
      logger: Self.quietLogger)
    self.server = server
    return try Database.Configuration(server.connectionString())
  }

  /// The name of the database that `template` describes, made on first use.
  private func database(for template: TestTemplate) async throws -> String {
    if let making = templates[template.name] { return try await making.value }
    let task = Task {
      let configuration = try await make(from: "template0")
      let database = Database(configuration, logger: Self.quietLogger)
      do {
        try await template.prepare(database)
        await database.close()
      } catch {
        await database.close()
        throw error
      }
      return configuration.databaseName ?? ""
    }
    templates[template.name] = task
    return try await task.value
  }

  private func make(from template: String) async throws -> Database.Configuration {
    let name = "test_" + UUID().uuidString.lowercased().replacing("-", with: "")
    let maintenance = try await maintenance()
    try await maintenance.run(
      Statement(trustedFile: "CREATE DATABASE \(name) TEMPLATE \(template) STRATEGY wal_log"))
    var configuration = maintenance.configuration.database(name)
    configuration.leasedConnectionsMax = 4
    // A machine that is busy with other tests is no reason to fail.
    configuration.connectTimeout = .seconds(60)
    configuration.leaseTimeout = .seconds(60)
    configuration.statementTimeout = .seconds(120)
    return configuration
  }

  /// Only what is wrong is worth reading in a test's output.
  static let quietLogger: Logger = {
    var logger = Logger(label: "koers.test")
    logger.logLevel = .critical
    return logger
  }()
}
