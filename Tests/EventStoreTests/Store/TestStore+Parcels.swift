import EventSourcing
import EventStore
import Foundation
import Logging
import Postgres
import Testing

/// The store with the parcels' read models in it.
extension TestStore {
  static func projections(
    decode: @escaping Projections<Parcel>.Decode = { try Parcel.decode($0) }
  ) -> Projections<Parcel> {
    var projections = Projections<Parcel>(decode: decode)
    projections.register(Parcels.self)
    projections.register(Depots.self)
    return projections
  }

  /// The folder with the SQL files of the parcels' read models.
  static func writeFiles(parcels: String = Parcels.sql) throws -> URL {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "koers-read-models-\(Identity.fresh())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data(parcels.utf8).write(to: folder.appending(path: "parcels.sql"))
    try Data(Depots.sql.utf8).write(to: folder.appending(path: "depots.sql"))
    return folder
  }

  static let files = Result { try writeFiles() }

  func installer(
    files: URL? = nil, decode: @escaping Projections<Parcel>.Decode = { try Parcel.decode($0) },
    logger: Logger = .silent
  ) throws -> ReadModelInstaller<Parcel> {
    ReadModelInstaller(
      Self.projections(decode: decode), log: log, database: owner,
      files: try files ?? Self.files.get(), logger: logger)
  }

  func runner(
    pageSize: Int, pollInterval: Duration = .milliseconds(50),
    decode: @escaping Projections<Parcel>.Decode = { try Parcel.decode($0) },
    log: PostgresLog? = nil, database: Database? = nil, logger: Logger = .silent
  ) -> ProjectionRunner<Parcel> {
    Self.runner(
      pageSize: pageSize, pollInterval: pollInterval, decode: decode, log: log ?? self.log,
      database: database ?? writer, logger: logger)
  }

  static func runner(
    pageSize: Int, pollInterval: Duration = .milliseconds(50),
    decode: @escaping Projections<Parcel>.Decode = { try Parcel.decode($0) },
    log: PostgresLog, database: Database, logger: Logger = .silent
  ) -> ProjectionRunner<Parcel> {
    var settings = ProjectionRunner<Parcel>.Settings()
    settings.pageSize = pageSize
    settings.pollInterval = pollInterval
    return ProjectionRunner(
      projections(decode: decode), log: log, database: database, settings: settings,
      logger: logger)
  }

  /// Lets a runner project while `body` runs.
  func projecting(
    pageSize: Int, pollInterval: Duration = .milliseconds(50),
    decode: @escaping Projections<Parcel>.Decode = { try Parcel.decode($0) },
    logger: Logger = .silent, _ body: (ProjectionRunner<Parcel>) async throws -> Void
  ) async throws {
    let runner = runner(
      pageSize: pageSize, pollInterval: pollInterval, decode: decode, logger: logger)
    let run = Task { try await runner.run() }
    let result: Result<Void, any Error>
    do { result = .success(try await body(runner)) } catch { result = .failure(error) }
    run.cancel()
    try await run.value
    try result.get()
  }

  /// Waits until all that is in the log by now has been projected.
  func expectCaughtUp(
    _ runner: ProjectionRunner<Parcel>, sourceLocation: SourceLocation = #_sourceLocation
  ) async throws {
    let isThere = await runner.reached(try await log.head(), within: .seconds(30))
    #expect(isThere, sourceLocation: sourceLocation)
  }

  /// Takes away what a server that falls over has not yet put on disk: rows, and the checkpoints with them.
  func loseProjections() async throws {
    try await owner.batch([
      "DELETE FROM parcels", "DELETE FROM parcels_superseded", "DELETE FROM depots",
      "DELETE FROM depots_superseded", "UPDATE es_checkpoint SET position = 0",
    ])
  }

  func append(_ traffic: ParcelTraffic, commands: Int) async throws {
    var traffic = traffic
    for _ in 0..<commands { _ = try await log.append(traffic.next()) }
  }

  func append(_ event: Parcel, to parcel: Identity, version: Int) async throws {
    try await append(stored: Parcel.codec().encode(event), to: parcel, version: version)
  }

  func append(stored event: StoredEvent, to parcel: Identity, version: Int) async throws {
    let stream = StreamName(Parcel.category, parcel)
    _ = try await log.append(
      Appending(envelope(), slices: [.init(to: stream, expecting: version, [event])]))
  }

  /// Appends without the writer, as a script would, so that no node hears of it.
  func appendUnheard(_ event: StoredEvent) async throws -> Int {
    let (stream, command) = (UUID(), UUID())
    try await writer.batch([
      "SELECT intern_categories(\([Parcel.category]))",
      "SELECT intern_event_types(\([event.type]), \([event.schema]))",
      """
      SELECT append_events(1::smallint, ''::bytea, 2, \([command]), '{1}', '{1}', '{""}',
        ARRAY[c.category_id], \([stream]), '{0}', '{1}', '{1}',
        ARRAY[c.category_id], \([stream]), '{1}', ARRAY[t.type_id],
        \([command]), \([UUID?.none]), '{psql}', \([String(decoding: event.payload, as: UTF8.self)]),
        '{}', '{}', '{}', '{}', '{}')
      FROM es_category c, es_event_type t
      """,
    ])
    return try await log.head()
  }

  func parcelEvents() async throws -> [Recorded<Parcel>] {
    try await log.events(after: 0, limit: 100_000).map(Parcel.decode)
  }

  func parcels(asOf position: Int? = nil) async throws -> [UUID: ParcelRow] {
    try await rows("parcels", "parcels_superseded", asOf: position)
  }

  func depots(asOf position: Int? = nil) async throws -> [String: DepotRow] {
    try await rows("depots", "depots_superseded", asOf: position)
  }

  /// The rows that are true now, or were at a position.
  private func rows<Key: TableKey, Contents: TableRow>(
    _ live: SQLName, _ history: SQLName, asOf position: Int?
  ) async throws -> [Key: Contents] {
    let rows =
      if let position {
        try await owner.run(
          """
          SELECT l.*, NULL::bigint AS until, NULL::bigint AS fork FROM \(live) l WHERE since <= \(position)
          UNION ALL
          SELECT * FROM \(history) WHERE since <= \(position) AND until > \(position)
          """)
      } else {
        try await owner.run("SELECT * FROM \(live)")
      }
    return Dictionary(
      uniqueKeysWithValues: try rows.map { (try $0["key"], try Contents(from: $0)) })
  }

  /// Every live and superseded row of every read model, to compare.
  func everyRow() async throws -> [String] {
    let answers = try await owner.batch([
      "SELECT t::text FROM parcels t ORDER BY 1", "SELECT t::text FROM depots t ORDER BY 1",
      "SELECT t::text FROM parcels_superseded t ORDER BY 1",
      "SELECT t::text FROM depots_superseded t ORDER BY 1",
    ])
    return try answers.flatMap { try $0.map { try $0[0] as String } }
  }
}
