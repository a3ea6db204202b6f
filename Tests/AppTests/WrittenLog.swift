import Domain
import EventSourcing
import EventStore
import Foundation
import Postgres
import TestSupport
import Testing

/// The log of a program that runs, written and read beside it as it does itself.
struct WrittenLog {
  let owner: Database
  let writer: Database
  let log: PostgresLog
  private let gateway: LogGateway<PostgresLog>

  init(_ server: String, directory: String) async throws {
    owner = try patientDatabase(server)
    writer = Self.connecting(owner, as: "koers_writer")
    let key = try #require(FileManager.default.contents(atPath: "\(directory)/key-encryption-key"))
    let organisation: String = try await owner.run("SELECT organisation FROM es_log").only()[0]
    log = PostgresLog(
      writer, organisation: organisation,
      keys: KeyEncryptionKeys(try #require(KeyEncryptionKey(Array(key)))))
    gateway = LogGateway(log)
  }

  /// The same database for another role, to be closed by who asks for it.
  func connecting(as role: String, with settings: [String: String]) -> Database {
    Self.connecting(owner, as: role, with: settings)
  }

  private static func connecting(
    _ owner: Database, as role: String, with settings: [String: String] = [:]
  ) -> Database {
    var configuration = owner.configuration
    configuration.role = role
    configuration.serverSettings = settings
    return Database(configuration)
  }

  @discardableResult func perform<Acts: Decider>(_ order: Order<Acts>) async throws -> Receipt {
    try await gateway.perform(
      order, in: Envelope(command: Identity(uuid: UUID()), actor: "p-officer"))
  }

  /// What the log holds, as it lies there.
  func payloads() async throws -> String {
    try await owner.run("SELECT data::text FROM es_event ORDER BY position")
      .map { try $0[0] as String }.joined(separator: "\n")
  }

  /// What PostgreSQL keeps to plan with, after it was told to look at every table.
  func statistics() async throws -> String {
    try await owner.run("ANALYZE")
    return try await owner.run(
      """
      SELECT concat_ws(' ', tablename, attname, most_common_vals::text, histogram_bounds::text)
      FROM pg_stats WHERE schemaname NOT IN ('pg_catalog', 'information_schema')
      """
    ).map { try $0[0] as String }.joined(separator: "\n")
  }

  /// What the log says to who has every key that is left.
  func readings() async throws -> String {
    try await log.events(after: 0, limit: 1000)
      .map { String(decoding: $0.event.payload, as: UTF8.self) }.joined(separator: "\n")
  }

  /// Waits for what the program does by itself, as long as the suite may last.
  func wait(until isDone: () async throws -> Bool) async throws {
    while try await !isDone() {
      await log.known.wait(past: try await log.head(), atMost: .milliseconds(200))
    }
  }

  func close() async {
    await log.stop()
    await writer.close()
    await owner.close()
  }
}
