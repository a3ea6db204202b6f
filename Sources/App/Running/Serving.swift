import Domain
import EventSourcing
import EventStore
import Foundation
import Hummingbird
import Logging
import NIOCore
import Postgres
import ReadModels
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
        let seeded = settings.seeds ? try await stage.seed() : Seeder.Outcome()
        try await serve(stage, at: place, showing: max(seeded.position, try await stage.log.head()))
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
    _ stage: Stage, at place: DatabasePlace, showing position: Int
  ) async throws {
    let runner = ProjectionRunner(
      stage.projections, log: stage.log, database: stage.writer)
    let site = try website(stage, runner: runner)
    let application = Application(
      router: site.router(),
      configuration: ApplicationConfiguration(
        address: .hostname(settings.address, port: settings.port)),
      onServerRunning: { channel in
        // Whoever comes first should see what the log already says.
        _ = await runner.reached(position, within: .seconds(60))
        announce(site, port: channel.localAddress?.port ?? settings.port)
      },
      logger: Logger(label: "koers.web"))
    let services: [any Service] = [
      place, Connections(stage: stage), stage.log, runner, application,
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
    _ stage: Stage, runner: ProjectionRunner<Domain.LogEvent>
  ) throws -> Website {
    let reader = stage.reader
    let people = settings.offersPeople ? DemoPersons.all(of: settings.organisation) : []
    return try Website(
      Website.Settings(
        organisation: settings.organisation.description, version: Koers.version,
        signIn: settings.offersPeople ? .choice(people) : .off,
        sessionKey: try settings.sessionKey ?? SessionKeyFile(in: settings.dataDirectory).key(),
        origin: settings.origin),
      folder: settings.home.appending(path: "web"),
      areas: Areas.all(
        commands: LogGateway(stage.log), library: Library(reader), people: people),
      moments: Library(reader), progress: runner,
      isReady: {
        guard runner.isOutdatedBy == nil else { return false }
        guard (try? await reader.run("SELECT 1")) != nil else { return false }
        return (try? await runner.isKeptUp(within: Self.lagBound)) ?? false
      })
  }

  /// Tells on standard output where to go; everything else goes to the log.
  private func announce(_ site: Website, port: Int) {
    let host =
      settings.address.utf8.contains(UInt8(ascii: ":"))
      ? "[\(settings.address)]"
      : settings.address
    let origin = "http://\(host):\(port)"
    let links = settings.isDemo ? site.signInLinks(origin: settings.origin ?? origin) : []
    let lines = links.map { DemoPersons.line($0.person, at: $0.address) } + ["ready \(origin)"]
    FileHandle.standardOutput.write(Data((lines.joined(separator: "\n") + "\n").utf8))
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
