import ArgumentParser
import Domain
import EventSourcing
import EventStore
import Foundation
import Logging
import Postgres
import ReadModels

/// Which database a measurement runs on.
struct DatabaseOptions: ParsableArguments {
  @Option(help: "The database, as its owner: a libpq connection string.")
  var database: String

  @Option(help: "The folder of Koers that holds sql/.")
  var home = "."

  func open() throws -> BenchDatabase { try BenchDatabase(database, home: home) }
}

/// A database with a log, set up as the program sets up its own.
struct BenchDatabase: Sendable {
  static let organisation = "bench"

  /// The same in every command on a database, and worth nothing elsewhere.
  private static let keys: KeyEncryptionKeys = {
    guard let key = KeyEncryptionKey(Array(repeating: 1, count: 32)) else {
      preconditionFailure("a key has 32 bytes")
    }
    return KeyEncryptionKeys(key)
  }()

  let owner: Database
  let writer: Database
  let log: PostgresLog
  let home: URL

  init(_ connectionString: String, home: String) throws {
    var configuration = try Database.Configuration(connectionString)
    configuration.statementTimeout = nil
    owner = Database(configuration)
    configuration.role = "koers_writer"
    configuration.serverSettings = PostgresLog.serverSettings
    writer = Database(configuration)
    log = PostgresLog(writer, organisation: Self.organisation, keys: Self.keys)
    self.home = URL(fileURLWithPath: home)
  }

  static let projections: Projections<Domain.LogEvent> = {
    var projections = Projections { try LogEvent.decode($0) }
    for model in ReadModelList.all { projections.register(model) }
    return projections
  }()

  var installer: ReadModelInstaller<Domain.LogEvent> {
    ReadModelInstaller(
      Self.projections, log: log, database: owner,
      files: home.appending(path: "sql/read_models"))
  }

  /// How pages connect.
  var readerConfiguration: Database.Configuration {
    var configuration = owner.configuration
    configuration.role = "koers_web"
    configuration.serverSettings = [
      "default_transaction_read_only": "on",
      "default_transaction_isolation": "repeatable read",
    ]
    return configuration
  }

  func deploy() async throws {
    try await StoreSchema.deploy(folder: home.appending(path: "sql").path, to: owner)
  }

  func close() async {
    await log.stop()
    await writer.close()
    await owner.close()
  }
}

extension AsyncParsableCommand {
  /// Runs `body` on the database and prints its report.
  func measuring(
    _ options: DatabaseOptions, _ body: (BenchDatabase, inout Report) async throws -> Void
  ) async throws {
    LoggingSystem.bootstrap { StreamLogHandler.standardError(label: $0, level: .error) }
    let database = try options.open()
    var report = Report()
    try await body(database, &report)
    await database.close()
    try report.print()
  }
}

extension StreamLogHandler {
  fileprivate static func standardError(label: String, level: Logger.Level) -> StreamLogHandler {
    var handler = StreamLogHandler.standardError(label: label)
    handler.logLevel = level
    return handler
  }
}
