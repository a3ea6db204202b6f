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

  /// The database from which others are made.
  func maintenance() async throws -> Database {
    if let starting { return try await starting.value }
    let task = Task { Database(try await self.configuration(), logger: quietLogger) }
    starting = task
    return try await task.value
  }

  private func configuration() async throws -> Database.Configuration {
    if let given = ProcessInfo.processInfo.environment["KOERS_TEST_POSTGRES"] {
      return try Database.Configuration(given)
    }
    let directory = FileManager.default.temporaryDirectory
      .appendingPathComponent("koers-test-\(ProcessInfo.processInfo.processIdentifier)")
    atexit { removeTestDirectory() }
    let server = try await PrivateServer.start(
      PrivateServer.Configuration(
        directory: directory.path, isDurable: false, connectionsMax: 300),
      logger: quietLogger)
    self.server = server
    return try Database.Configuration(server.connectionString())
  }

  /// The name of the template database that `template` describes, made on first use.
  func database(for template: TestTemplate) async throws -> String {
    if let making = templates[template.name] { return try await making.value }
    let task = Task {
      let name = Self.freshName()
      let database = try await make(name, from: nil)
      do {
        try await template.prepare(database)
        await database.close()
        return name
      } catch {
        await database.close()
        throw error
      }
    }
    templates[template.name] = task
    return try await task.value
  }

  /// A new database, like `template` when one is given.
  func make(_ name: String, from template: String?) async throws -> Database {
    let maintenance = try await maintenance()
    let template = template ?? "template0"
    try await maintenance.run(
      Statement(trustedFile: "CREATE DATABASE \(name) TEMPLATE \(template) STRATEGY wal_log"))
    var configuration = maintenance.configuration.database(name)
    configuration.leasedConnectionsMax = 4
    return Database(configuration, logger: quietLogger)
  }

  func drop(_ name: String) async throws {
    try await maintenance().run(
      Statement(trustedFile: "DROP DATABASE IF EXISTS \(name) WITH (FORCE)"))
  }

  static func freshName() -> String {
    "test_" + UUID().uuidString.lowercased().replacing("-", with: "")
  }
}

/// Only what is wrong is worth reading in a test's output.
private var quietLogger: Logger {
  var logger = Logger(label: "koers.test")
  logger.logLevel = .critical
  return logger
}

/// The supervisor stops the server when this process is gone; what it kept is deleted here.
private func removeTestDirectory() {
  let directory = FileManager.default.temporaryDirectory
    .appendingPathComponent("koers-test-\(ProcessInfo.processInfo.processIdentifier)")
  try? FileManager.default.removeItem(at: directory)
}
