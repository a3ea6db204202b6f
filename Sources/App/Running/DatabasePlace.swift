import Logging
import Postgres
import ServiceLifecycle

/// Where the program's PostgreSQL is: a private one that we run, or one that others run.
enum DatabasePlace: Sendable {
  case own(PrivateServer)
  /// The private one that another process runs.
  case joined(connectionString: String)
  case given(connectionString: String)

  /// Whom the program enters its private server as, besides its owner: to record, for pages, at the door, and to keep
  /// the read log.
  private static let roles = ["koers_writer", "koers_web", "koers_door", "koers_reads"]

  /// Starts the private server, unless another PostgreSQL was named.
  static func open(_ settings: Settings) async throws(PrivateServerError) -> DatabasePlace {
    if let url = settings.databaseURL { return .given(connectionString: url) }
    let configuration = PrivateServer.Configuration(
      directory: settings.dataDirectory, programs: settings.postgresPrograms, roles: roles)
    return .own(
      try await PrivateServer.start(configuration, logger: Logger(label: "koers.postgres")))
  }

  /// The private server that a `koers serve` runs now, else as `open`.
  static func join(_ settings: Settings) async throws(PrivateServerError) -> DatabasePlace {
    if settings.databaseURL == nil,
      let running = PrivateServer.running(in: settings.dataDirectory)
    {
      return .joined(connectionString: running)
    }
    return try await open(settings)
  }

  /// How to connect as `role`, or as the owner.
  ///
  /// A private server is entered as the role itself, so that there is nothing to go back to; in one of
  /// others, where nobody gave the role a password, it is taken on at the start.
  func configuration(as role: String?) throws(PostgresError) -> Database.Configuration {
    switch self {
    case .own(let server): try Self.login(server.connectionString(), as: role)
    case .joined(let connectionString): try Self.login(connectionString, as: role)
    case .given(let connectionString):
      try Self.entry(connectionString, with: role)
    }
  }

  private static func login(
    _ connectionString: String, as role: String?
  ) throws(PostgresError) -> Database.Configuration {
    let owner = try Database.Configuration(connectionString)
    return role.map { owner.user($0) } ?? owner
  }

  private static func entry(
    _ connectionString: String, with role: String?
  ) throws(PostgresError) -> Database.Configuration {
    var configuration = try Database.Configuration(connectionString)
    configuration.role = role
    return configuration
  }

  /// Stops the server if it is ours.
  func close() async {
    switch self {
    case .own(let server): await server.stop()
    case .joined, .given: break
    }
  }
}

extension DatabasePlace: Service {
  /// Keeps the private server running until the program is told to stop, or a part of it failed.
  func run() async throws {
    switch self {
    case .own(let server):
      try await withTaskCancellationOrGracefulShutdownHandler {
        try await server.keepRunning()
      } onCancelOrGracefulShutdown: {
        Task { await server.stop() }
      }
      await server.stop()
    case .joined, .given: try? await gracefulShutdown()
    }
  }
}
