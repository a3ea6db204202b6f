import Logging
import Postgres
import ServiceLifecycle

/// Where the program's PostgreSQL is: a private one that we run, or one that others run.
enum DatabasePlace: Sendable {
  case own(PrivateServer)
  case given(connectionString: String)

  /// Starts the private server, unless another PostgreSQL was named.
  static func open(_ settings: Settings) async throws(PrivateServerError) -> DatabasePlace {
    if let url = settings.databaseURL { return .given(connectionString: url) }
    let configuration = PrivateServer.Configuration(
      directory: settings.dataDirectory, programs: settings.postgresPrograms)
    return .own(
      try await PrivateServer.start(configuration, logger: Logger(label: "koers.postgres")))
  }

  /// The private server that a `koers serve` runs now, else as `open`.
  static func join(_ settings: Settings) async throws(PrivateServerError) -> DatabasePlace {
    if settings.databaseURL == nil,
      let running = PrivateServer.running(in: settings.dataDirectory)
    {
      return .given(connectionString: running)
    }
    return try await open(settings)
  }

  var connectionString: String {
    switch self {
    case .own(let server): server.connectionString()
    case .given(let connectionString): connectionString
    }
  }

  /// Stops the server if it is ours.
  func close() async {
    switch self {
    case .own(let server): await server.stop()
    case .given: break
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
    case .given: try? await gracefulShutdown()
    }
  }
}
