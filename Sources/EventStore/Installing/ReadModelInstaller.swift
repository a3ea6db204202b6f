import EventSourcing
public import Foundation
public import Logging
public import Postgres

/// Makes the tables of read models, and makes them anew beside the ones that are shown.
public struct ReadModelInstaller<Event: Sendable>: Sendable {
  let projections: Projections<Event>
  let log: PostgresLog
  let database: Database
  let files: URL
  let logger: Logger

  /// An installer that finds `<name>.sql` in the folder `files` and whose `database` connects as owner.
  public init(
    _ projections: Projections<Event>, log: PostgresLog, database: Database, files: URL,
    logger: Logger = Logger(label: "koers.read-models")
  ) {
    self.projections = projections
    self.log = log
    self.database = database
    self.files = files
    self.logger = logger
  }

  /// Makes every table that is missing or was made by another SQL file or another program.
  ///
  /// - Returns: the names of those it made.
  @discardableResult public func install() async throws -> [String] {
    try await alone {
      let wanted = try wanted()
      let shown = try await Shown.all(in: log.id, of: database)
      let stale = wanted.filter { shown[$0.table.name]?.fingerprint != $0.fingerprint }
      try await make(stale)
      return stale.map(\.table.name)
    }
  }

  /// Whether every read model that is shown has taken the events up to `position`, wherever they are projected.
  public func havePassed(_ position: Int) async throws -> Bool {
    let standing = Standing(log: log.id, database: database)
    return try await standing.slowest(of: projections.names) ?? 0 >= position
  }

  /// Makes the tables of `names`, or of every read model, anew from the log.
  ///
  /// - Throws: `ReadModelError.differs` when the same program makes other rows than those that are
  ///   shown, unless `acceptsDifferences`; these then stay.
  public func rebuild(
    _ names: [String]? = nil, acceptsDifferences: Bool = false
  ) async throws {
    for name in names ?? [] where !projections.names.contains(name) {
      throw ReadModelError.unknown(name)
    }
    try await alone {
      let chosen = try wanted().filter { names?.contains($0.table.name) ?? true }
      try await make(chosen, acceptsDifferences: acceptsDifferences)
    }
  }

  /// Makes anew every read model that has left a stream, after the fault was mended.
  ///
  /// The whole of it, not that stream alone: what else touched the same rows came in between, and a
  /// fold is only right in the order of the log.
  public func replayParked() async throws {
    let names = Set(try await parked().map(\.readModel))
    if !names.isEmpty { try await rebuild(names.sorted()) }
  }

  /// A read model as it should stand in the database.
  struct Wanted: Sendable {
    let table: any ProjectedTable<Event>
    let sql: String
    let fingerprint: Fingerprint
  }

  func wanted() throws -> [Wanted] {
    try projections.tables.map { table in
      let sql = try String(
        contentsOf: files.appending(path: "\(table.name).sql"), encoding: .utf8)
      return Wanted(
        table: table, sql: sql,
        fingerprint: Fingerprint(sql: sql, definition: table.definition))
    }
  }

  /// Runs `body` while no other installer is at work, on this node or another.
  func alone<Result: Sendable>(
    _ body: @Sendable () async throws -> Result
  ) async throws -> Result {
    try await database.withUnhurriedSession { session in
      _ = try await session.run("SELECT pg_advisory_lock(773, \(Int32(log.id)))")
      let result: Swift.Result<Result, any Error>
      do { result = .success(try await body()) } catch { result = .failure(error) }
      _ = try await session.run("SELECT pg_advisory_unlock(773, \(Int32(log.id)))")
      return try result.get()
    }
  }

  func make(_ wanted: [Wanted], acceptsDifferences: Bool = false) async throws {
    guard !wanted.isEmpty else { return }
    let rebuild = Rebuild(
      projections: projections, log: log, database: database, logger: logger,
      acceptsDifferences: acceptsDifferences)
    try await rebuild.run(wanted)
  }
}
