public import Domain
public import EventSourcing
public import EventStore
import Foundation
import Logging
public import Postgres
public import ReadModels
public import Reads
import TestSupport

/// The whole program but its pages, on a database of its own: commands go in, read models follow, and
/// the library answers.
public struct TestStage: Sendable {
  /// Whose log it is.
  public static let organisation = "Inspectie Leefomgeving en Transport (ILT)"

  /// Owns everything, as whoever migrates does.
  public let owner: Database
  public let log: PostgresLog
  public let gateway: LogGateway<PostgresLog>
  /// Keeps the read models up to date while the stage is open.
  public let runner: ProjectionRunner<Domain.LogEvent>
  /// Tells what the read models show anew while the stage is open.
  public let news: ShownVersions
  /// Reads as pages do, under row-level security.
  public let library: Library
  /// Keeps the contents of documents.
  public let documents: PostgresDocuments
  /// Connects as the role at the door.
  public let entrance: Database
  /// Keeps who was shown what.
  public let readLog: PostgresReadLog
  /// Connects as the role that keeps the read log.
  public let witness: Database
  /// Connects as the role that pages are read as.
  public let reader: Database
  private let writer: Database

  /// Opens a stage for `body` and takes it away afterwards.
  public static func with(_ body: (TestStage) async throws -> Void) async throws {
    try await TestDatabase.with(.everything) { owner in
      let stage = TestStage(owner)
      let projecting = Task { try await stage.runner.run() }
      let telling = Task { try await stage.news.run() }
      let result: Result<Void, any Error>
      do { result = .success(try await body(stage)) } catch { result = .failure(error) }
      telling.cancel()
      try? await telling.value
      projecting.cancel()
      try? await projecting.value
      await stage.log.stop()
      await stage.readLog.stop()
      await stage.witness.close()
      await stage.writer.close()
      await stage.reader.close()
      await stage.entrance.close()
      try result.get()
    }
  }

  /// Carries out a command and waits until the read models show it.
  ///
  /// - Throws: why it did not take effect, or `NotShown`.
  @discardableResult
  public func perform<D: Decider>(
    _ command: D.Command, to decider: D.Type, on identity: Identity, by actor: PersonID
  ) async throws -> Receipt {
    let receipt = try await gateway.perform(
      Order<D>(command, on: identity),
      in: Envelope(command: .fresh(), actor: actor.description))
    try await show(receipt.position)
    return receipt
  }

  /// Waits until the read models have passed `position`.
  public func show(_ position: Int) async throws {
    guard await runner.reached(position, within: .seconds(60)) else { throw NotShown() }
  }

  /// Somebody who may see what the organisation has.
  public func viewer(
    _ person: PersonID, of organisation: String = TestStage.organisation
  ) -> Viewer {
    Viewer(person, of: organisation)
  }

  /// Gives and takes what roles may do in the database itself, which a copy of a database forgets.
  public func grantRights() async throws {
    try await RepeatableObjects(folder: Self.productFolder("sql/roles").path()).deploy(to: owner)
  }

  /// Destroys the key of `stream`, and leaves what read models say of it as it is.
  public func destroy(keyOf stream: StreamName) async throws {
    try await StreamKeys(of: log, in: owner).destroy(keyOf: stream)
  }

  /// Makes every read model anew; throws when one differs from what it was.
  public func rebuild() async throws {
    try await Self.installer(log, owner).rebuild()
  }

  /// What is wrong with the log or the read models.
  public func findings() async throws -> [String] {
    try await Verification(Self.projections, log: log, database: owner).findings()
      .map(\.description)
  }

  /// Writes `events` to a stream of their own, as they stand, and waits until they show.
  public func write(_ events: [StoredEvent], to category: String) async throws {
    let stream = StreamName(category, .fresh())
    let receipt = try await log.append(
      Appending(
        Envelope(command: .fresh(), actor: "noor"),
        slices: [.init(to: stream, expecting: 0, events)]))
    try await show(receipt.position)
  }

  /// The read models did not come as far as they should within a minute.
  public struct NotShown: Error {}
}

extension TestStage {
  fileprivate init(_ owner: Database) {
    func connecting(as role: String, with settings: [String: String] = [:]) -> Database {
      var configuration = owner.configuration
      configuration.role = role
      configuration.serverSettings = settings
      configuration.sharedConnectionsMax = 1
      return Database(configuration, logger: .quiet)
    }
    self.owner = owner
    writer = connecting(as: "koers_writer")
    reader = connecting(
      as: "koers_web",
      with: [
        "default_transaction_read_only": "on",
        "default_transaction_isolation": "repeatable read",
      ])
    entrance = connecting(as: "koers_door")
    witness = connecting(as: "koers_reads")
    readLog = PostgresReadLog(witness, logger: .quiet)
    log = PostgresLog(writer, organisation: Self.organisation, keys: .test, logger: .quiet)
    gateway = LogGateway(log)
    documents = PostgresDocuments(of: log, in: writer)
    library = Library(reader)
    var settings = ProjectionRunner<Domain.LogEvent>.Settings()
    settings.pollInterval = .milliseconds(50)
    runner = ProjectionRunner(
      Self.projections, log: log, database: writer, settings: settings, logger: .quiet)
    news = ShownVersions(log, progress: runner, logger: .quiet)
  }

  /// A folder of the product itself.
  private static func productFolder(_ name: String) -> URL {
    var root = URL(filePath: #filePath)
    for _ in 1...3 { root.deleteLastPathComponent() }
    return root.appending(path: name)
  }

  fileprivate static var projections: Projections<Domain.LogEvent> {
    var projections = Projections { try Domain.LogEvent.decode($0) }
    for model in ReadModelList.all { projections.register(model) }
    return projections
  }

  fileprivate static func installer(
    _ log: PostgresLog, _ owner: Database
  ) -> ReadModelInstaller<Domain.LogEvent> {
    ReadModelInstaller(
      projections, log: log, database: owner, files: productFolder("sql/read_models"),
      logger: .quiet)
  }

  fileprivate static func deploy(to owner: Database) async throws {
    try await StoreSchema.deploy(folder: productFolder("sql").path(), to: owner)
    let log = PostgresLog(owner, organisation: organisation, keys: .test, logger: .quiet)
    try await log.settleOwner(in: owner)
    try await installer(log, owner).install()
    await log.stop()
  }
}

extension TestTemplate {
  /// Everything deployed, with nothing in it.
  fileprivate static let everything = TestTemplate("everything") { owner in
    try await TestStage.deploy(to: owner)
  }
}

extension KeyEncryptionKeys {
  /// The same on every node of a test.
  fileprivate static let test: KeyEncryptionKeys = {
    guard let key = KeyEncryptionKey(Array(repeating: 7, count: 32)) else {
      preconditionFailure("a key has 32 bytes")
    }
    return KeyEncryptionKeys(key)
  }()
}

extension Logger {
  /// Says only what is wrong.
  fileprivate static let quiet: Logger = {
    var logger = Logger(label: "koers.test")
    logger.logLevel = .error
    return logger
  }()
}
