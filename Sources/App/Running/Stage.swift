import Domain
import EventSourcing
import EventStore
import Foundation
import Postgres
import Reads

/// The database as the program uses it: as its owner to prepare it, as writer to record and project,
/// as reader for the pages, at the door, and to keep the read log.
struct Stage: Sendable {
  let settings: Settings
  let owner: Database
  let writer: Database
  let reader: Database
  /// Keeps who is signed in, and how people prove who they are.
  let entrance: Database
  /// Adds to the read log, and sees nothing of it.
  let witness: Database
  let readLog: PostgresReadLog
  let log: PostgresLog
  let projections: Projections<Domain.LogEvent>

  /// - Throws: `PostgresError`, and `KeyFileError` when the key of keys cannot be kept.
  init(_ settings: Settings, at place: DatabasePlace) throws {
    self.settings = settings
    func database(
      as role: String?, named name: String, leased: Int, with settings: [String: String] = [:]
    ) throws(PostgresError) -> Database {
      var own = try place.configuration(as: role)
      own.serverSettings = settings
      own.applicationName = name
      own.leasedConnectionsMax = leased
      return Database(own)
    }
    owner = try database(as: nil, named: "koers owner", leased: 4)
    writer = try database(
      as: "koers_writer", named: "koers writer", leased: 8, with: PostgresLog.serverSettings)
    reader = try database(
      as: "koers_web", named: "koers pages", leased: 4,
      with: [
        "default_transaction_read_only": "on",
        "default_transaction_isolation": "repeatable read",
      ])
    entrance = try database(as: "koers_door", named: "koers door", leased: 2)
    witness = try database(as: "koers_reads", named: "koers reads", leased: 1)
    readLog = PostgresReadLog(witness)
    log = PostgresLog(
      writer, organisation: settings.organisation.description,
      keys: try settings.keyEncryption.keys(in: settings.dataDirectory))
    projections = .all
  }

  var installer: ReadModelInstaller<Domain.LogEvent> {
    ReadModelInstaller(
      projections, log: log, database: owner,
      files: settings.home.appending(path: "sql/read_models"))
  }

  /// Brings tables, functions, roles and read models up to date.
  ///
  /// - Returns: the names of the read models that were made.
  @discardableResult func prepare() async throws -> [String] {
    try await prepareLog()
    return try await installer.install()
  }

  /// Brings tables, functions and roles up to date, so that the log can be written.
  func prepareLog() async throws {
    try await StoreSchema.deploy(folder: settings.home.appending(path: "sql").path, to: owner)
    try await log.settleOwner(in: owner)
    try await StreamKeys(of: log, in: owner).check()
  }

  /// Loads the seed data that are not there yet.
  func seed() async throws -> Seeder.Outcome {
    try await seeder.load()
  }

  /// Opens an account for each person of a demonstration who has none yet, and works some programmes through the
  /// toolbox and registers some parties and places when the programmes are there.
  func seedDemo(on today: Day) async throws -> Seeder.Outcome {
    var outcome = try await DemoPersons(gateway: LogGateway(log), today: today).load()
    if settings.seeds {
      outcome.add(try await seeder.loadAnalyses())
      outcome.add(try await seeder.loadEntities())
      outcome.add(try await seeder.loadCases())
    }
    return outcome
  }

  private var seeder: Seeder {
    Seeder(
      gateway: LogGateway(log), organisation: settings.organisation,
      folder: settings.home.appending(path: "data"))
  }

  /// Ends every connection.
  func close() async {
    await log.stop()
    await readLog.stop()
    await witness.close()
    await reader.close()
    await entrance.close()
    await writer.close()
    await owner.close()
  }
}

/// Opens the place and the stage for `body`, and closes both whatever comes.
func onStage<Result: Sendable>(
  _ settings: Settings, _ body: (Stage) async throws -> Result
) async throws -> Result {
  let place = try await DatabasePlace.join(settings)
  do {
    let stage = try Stage(settings, at: place)
    do {
      let result = try await body(stage)
      await stage.close()
      await place.close()
      return result
    } catch {
      await stage.close()
      throw error
    }
  } catch {
    await place.close()
    throw error
  }
}
