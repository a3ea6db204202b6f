import Authentication
import Credentials
import Domain
import EventSourcing
import EventStore
import Foundation
import Hummingbird
import Logging
import NIOCore
import Postgres
import ReadModels
import Reads
import ServiceLifecycle
import UnixSignals
import Web

/// The program as it serves: everything it needs, started in order and stopped in the other.
struct Serving {
  let settings: Settings

  init(_ settings: Settings) { self.settings = settings }

  /// Serves until the program is told to stop.
  func run() async throws {
    let place = try await DatabasePlace.open(settings)
    do {
      let stage = try Stage(settings, at: place)
      do {
        try await stage.prepare()
        try await ReadRetention.settle(days: settings.readLogDays, in: stage.owner)
        var seeded = settings.seeds ? try await stage.seed() : Seeder.Outcome()
        let accounts = try LocalAccounts(settings, at: stage.entrance)
        let first = FirstAdministrator(
          door: Door(stage.entrance), accounts: accounts, today: today)
        seeded.add(
          settings.isDemo
            ? try await stage.seedDemo(on: today)
            : try await first.open(through: LogGateway(stage.log)))
        try await withProviderClient { client in
          let provider = try await ProviderAccounts(
            settings, at: stage.entrance, commands: LogGateway(stage.log), box: accounts.box,
            asking: client)
          try await serve(
            stage, at: place, first: first, provider: provider,
            showing: max(seeded.position, try await stage.log.head()))
        }
      } catch {
        await stage.close()
        throw error
      }
    } catch {
      await place.close()
      throw error
    }
  }

  private func serve(
    _ stage: Stage, at place: DatabasePlace, first: FirstAdministrator, provider: ProviderAccounts?,
    showing position: Int
  ) async throws {
    let runner = ProjectionRunner(
      stage.projections, log: stage.log, database: stage.writer)
    let news = ShownVersions(stage.log, progress: runner)
    let site = try website(
      stage, first: first, provider: provider, runner: runner, news: news)
    let application = Application(
      router: site.router(),
      configuration: ApplicationConfiguration(
        address: .hostname(settings.address, port: settings.port)),
      onServerRunning: { channel in
        // Whoever comes first should see what the log already says.
        _ = await runner.reached(position, within: .seconds(60))
        await announce(first, port: channel.localAddress?.port ?? settings.port)
      },
      logger: Logger(label: "koers.web"))
    let services: [any Service] = [
      place, Connections(stage: stage), stage.log, ReadKeeper(stage: stage), runner,
      Eraser(stage, door: first.door), Destroyer(stage), Sweeper(stage), application,
      // The first to be stopped: pages that are open would keep the one before it from ending.
      news,
    ]
    var configuration = ServiceGroupConfiguration(
      services: services, gracefulShutdownSignals: [.sigint, .sigterm],
      logger: Logger(label: "koers"))
    configuration.maximumGracefulShutdownDuration = settings.stopTimeout
    try await ServiceGroup(configuration: configuration).run()
  }

  /// Pages that are further behind than this are not worth serving.
  private static let lagBound = Duration.seconds(30)

  private func website(
    _ stage: Stage, first: FirstAdministrator, provider: ProviderAccounts?,
    runner: ProjectionRunner<Domain.LogEvent>, news: ShownVersions
  ) throws -> Website {
    let reader = stage.reader
    let directory = Directory(
      settings, at: stage.entrance, commands: LogGateway(stage.log), progress: runner)
    return try Website(
      Website.Settings(
        organisation: settings.organisation.description, version: Koers.version,
        signIn: SignIn(
          offersChoice: settings.isDemo, accounts: first.accounts, provider: provider),
        origin: settings.origin,
        requestLimit: settings.requestsPerMinute.map {
          SharedRequestLimit(stage.entrance, perMinute: $0)
        }, securityContact: settings.securityContact),
      folder: settings.home.appending(path: "web"),
      areas: Areas.all(
        commands: LogGateway(stage.log), names: stage.log, library: Library(reader),
        documents: DocumentDesk(settings, at: stage),
        printer: PrinterProcess(), reception: first.door,
        links: PersonalLinks(stage.entrance), directory: directory,
        supplied: try ToolboxFile.supplied(in: settings.home.appending(path: "data")),
        matrix: try MatrixFile.supplied(in: settings.home.appending(path: "data")),
        schedule: try RetentionFile.supplied(in: settings.home.appending(path: "data")),
        surveys: SurveyLinks(stage.entrance), bankLicence: settings.bankLicence),
      reception: first.door, moments: Library(reader), reads: stage.readLog,
      progress: runner, news: news,
      isReady: {
        guard runner.isOutdatedBy == nil else { return false }
        guard (try? await reader.run("SELECT 1")) != nil else { return false }
        return (try? await runner.isKeptUp(within: Self.lagBound)) ?? false
      })
  }

  /// Tells on standard output where to go; everything else goes to the log.
  private func announce(_ first: FirstAdministrator, port: Int) async {
    let host =
      settings.address.utf8.contains(UInt8(ascii: ":"))
      ? "[\(settings.address)]"
      : settings.address
    let origin = "http://\(host):\(port)"
    var lines: [String] = []
    do {
      lines = try await signInLines(first, at: settings.origin ?? origin)
      if try await !first.isAdministered() {
        Logger(label: "koers").error("No administrator is left; koers administrator makes one")
      }
    } catch {
      Logger(label: "koers").error(
        "No sign-in addresses could be made", metadata: ["error": "\(error)"])
    }
    FileHandle.standardOutput.write(
      Data(((lines + ["ready \(origin)"]).joined(separator: "\n") + "\n").utf8))
  }

  /// For each person of a demonstration the address that signs them in.
  private func signInLines(_ first: FirstAdministrator, at origin: String) async throws -> [String]
  {
    var lines: [String] = []
    if let token = try await first.invitation(at: Date()) {
      lines.append("first-administrator \(origin)\(Site.link(token).address)")
    }
    guard settings.isDemo else { return lines }
    for member in DemoPersons.cast {
      let token = try await first.door.link(for: member.id, to: .tryout, at: Date())
      lines.append(member.line(at: origin + Site.signIn(by: token).address))
    }
    return lines
  }

  private var today: Day { Day(Date(), in: Reader.netherlands) }
}

/// Takes away what is too old of the read log while pages are served, and then lets what waits be kept.
private struct ReadKeeper: Service {
  let stage: Stage

  func run() async throws {
    let retention = ReadRetention(stage.witness)
    let retaining = Task { await retention.run() }
    try? await gracefulShutdown()
    retaining.cancel()
    await stage.readLog.stop()
  }
}

/// The database connections, closed when nothing uses them any more.
private struct Connections: Service {
  let stage: Stage

  func run() async throws {
    try? await gracefulShutdown()
    await stage.close()
  }
}
