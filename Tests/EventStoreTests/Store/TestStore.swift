import EventSourcing
import EventStore
import Foundation
import Logging
import Postgres
import Testing
import TestSupport

/// A store of its own for one test: a fresh database with everything deployed, seen as each role.
struct TestStore {
  /// Owns everything, as whoever migrates does.
  let owner: Database
  /// Commands and projections.
  let writer: Database
  /// Pages.
  let web: Database
  let log: PostgresLog

  /// Another node on the same log.
  func node(
    of organisation: String = "", limits: PostgresLog.Limits = .init()
  ) -> PostgresLog {
    PostgresLog(
      writer, organisation: organisation, keys: .test, limits: limits, logger: .silent)
  }
}

/// Opens a store for `body` and takes it away afterwards.
func withStore(_ body: (TestStore) async throws -> Void) async throws {
  try await TestDatabase.with(.parcelStore) { owner in
    let store = TestStore(owner)
    let result: Result<Void, any Error>
    do { result = .success(try await body(store)) } catch { result = .failure(error) }
    await store.log.stop()
    await store.writer.close()
    await store.web.close()
    try result.get()
  }
}

extension TestTemplate {
  /// The store with the parcels' read models in it, all empty.
  static let parcelStore = TestTemplate("parcel-store") { owner in
    try await deployParcelStore(to: owner)
  }

  static func deployParcelStore(to owner: Database) async throws {
    try await StoreSchema.deploy(folder: productFolder("sql"), to: owner)
    let log = PostgresLog(owner, keys: .test, logger: .silent)
    try await ReadModelInstaller(
      TestStore.projections(), log: log, database: owner, files: TestStore.files.get(),
      logger: .silent
    ).install()
    await log.stop()
  }

  /// A folder of the product itself.
  private static func productFolder(_ name: String) -> String {
    var root = URL(filePath: #filePath)
    for _ in 1...4 { root.deleteLastPathComponent() }
    return root.appending(path: name).path()
  }
}

extension Database {
  /// The same database, over connections of its own.
  func connecting(as role: String, with settings: [String: String] = [:]) -> Database {
    var configuration = configuration
    configuration.role = role
    configuration.serverSettings = settings
    configuration.sharedConnectionsMax = 1
    return Database(configuration, logger: .silent)
  }
}

extension KeyEncryptionKeys {
  /// The same on every node of a test.
  static let test: KeyEncryptionKeys = {
    guard let key = KeyEncryptionKey(Array(repeating: 7, count: 32)) else {
      preconditionFailure("a key has 32 bytes")
    }
    return KeyEncryptionKeys(key)
  }()
}

extension Logger {
  /// What these tests provoke is no news.
  static let silent = Logger(label: "koers.test") { _ in SwiftLogNoOpLogHandler() }
}

extension TestStore {
  init(_ owner: Database) {
    self.owner = owner
    writer = owner.connecting(as: "koers_writer", with: PostgresLog.serverSettings)
    web = owner.connecting(as: "koers_web")
    log = PostgresLog(writer, keys: .test, logger: .silent)
  }

  /// Every event and batch, to compare.
  func contents() async throws -> [String] {
    let answers = try await owner.batch([
      "SELECT e::text FROM es_event e ORDER BY position",
      "SELECT b::text FROM es_batch b ORDER BY last_position",
    ])
    return try answers.flatMap { try $0.map { try $0[0] as String } }
  }

  func lastMoment() async throws -> Date {
    try await owner.run("SELECT max(recorded_at) FROM es_batch").only()[0]
  }

  /// Changes `table` behind the back of its triggers, as only a superuser can.
  func tamper(_ table: SQLName, _ change: Statement) async throws {
    try await owner.batch([
      "ALTER TABLE \(table) DISABLE TRIGGER USER", change.unprepared,
      "ALTER TABLE \(table) ENABLE TRIGGER USER",
    ])
  }

  /// Ends every connection that appends, and says how many these were.
  func terminateWriters() async throws -> Int {
    try await owner.run(
      """
      SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE datname = current_database() AND pid <> pg_backend_pid()
        AND query LIKE 'SELECT append_events%'
      """
    ).count
  }

  /// What is wrong with the store and the parcels in it.
  func findings() async throws -> [Finding] {
    try await Verification(Self.projections(), log: log, database: owner).findings()
  }

  /// What is wrong with the log, whatever its events are about.
  func findingsInLog() async throws -> [Finding] {
    let projections = Projections<Parcel> { stored in stored.map { _ in .inspected } }
    return try await Verification(projections, log: log, database: owner).findings()
  }

  /// What is wrong with who holds which name; a note that says `take` takes what it names.
  func findingsAboutNames() async throws -> [Finding] {
    let projections = Projections<String> { stored in
      stored.map { String(decoding: $0.payload, as: UTF8.self) }
    }
    return try await Verification(projections, log: log, database: owner) { note in
      note.event.contains("take")
        ? [Claim(.take, scope: "number", key: note.event.filter(\.isNumber))] : []
    }.findings()
  }
}
