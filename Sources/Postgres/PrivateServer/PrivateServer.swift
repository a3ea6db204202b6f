import CLibPQ
import Foundation
public import Logging

/// A PostgreSQL of our own in one directory, so that a first run needs no database administrator.
///
/// It listens on a unix socket only, never runs as root, keeps what it acknowledged, and ends when
/// this process ends, also after a `kill -9`. At most one process uses a directory at a time.
public actor PrivateServer {
  /// Where the server lives and how it runs.
  public struct Configuration: Sendable {
    /// The directory for everything the server keeps; made when it is not there.
    public var directory: String
    /// The folder that holds `initdb` and `postgres`; nil to look for it.
    public var programs: String?
    /// Whether an acknowledged commit survives a power cut; off only for a cluster that is thrown away.
    public var isDurable: Bool
    /// Roles that may log in besides the owner, each as itself.
    public var roles: [String]
    /// How many connections the server takes.
    public var connectionsMax: Int
    /// How long the server may take to accept connections, recovery included.
    public var startTimeout: Duration
    /// How long a clean stop may take before the server is stopped at once.
    public var stopTimeout: Duration

    public init(
      directory: String, programs: String? = nil, isDurable: Bool = true,
      roles: [String] = [], connectionsMax: Int = 60, startTimeout: Duration = .seconds(120),
      stopTimeout: Duration = .seconds(30)
    ) {
      self.directory = directory
      self.programs = programs
      self.isDurable = isDurable
      self.roles = roles
      self.connectionsMax = connectionsMax
      self.startTimeout = startTimeout
      self.stopTimeout = stopTimeout
    }
  }

  private let configuration: Configuration
  private let directory: ServerDirectory
  private let programs: ServerPrograms
  private let socket: String
  private let logger: Logger
  private var process: SupervisedProcess?
  private var isStopping = false

  /// Starts the server and returns once it accepts connections.
  ///
  /// A new directory gets a new cluster with data checksums and an empty database `koers`. A server
  /// that an earlier run left behind is stopped first.
  public static func start(
    _ configuration: Configuration, logger: Logger
  ) async throws(PrivateServerError) -> PrivateServer {
    let path = absolute(configuration.directory)
    let programs = try ServerPrograms(
      named: configuration.programs, forDataOf: ServerDirectory.version(in: path), in: path)
    let directory = try ServerDirectory(path, for: programs.user)
    do throws(PrivateServerError) {
      let server = PrivateServer(
        configuration, directory, programs, socket: try directory.socketDirectory(), logger)
      try await server.begin()
      return server
    } catch {
      directory.release()
      throw error
    }
  }

  private init(
    _ configuration: Configuration, _ directory: ServerDirectory, _ programs: ServerPrograms,
    socket: String, _ logger: Logger
  ) {
    self.configuration = configuration
    self.directory = directory
    self.programs = programs
    self.socket = socket
    self.logger = logger
  }

  /// The connection string (libpq's conninfo) of one of the server's databases, as its owner.
  public nonisolated func connectionString(database: String = "koers") -> String {
    Self.connectionString(socket: socket, database: database)
  }

  /// Starts the server again whenever it ends by itself, until it is stopped.
  ///
  /// - Throws: `PrivateServerError` when it cannot be started again.
  public func keepRunning() async throws(PrivateServerError) {
    while !isStopping, let process {
      _ = await process.ended()
      guard !isStopping else { return }
      logger.error("the private PostgreSQL ended by itself and is started again")
      do throws(PrivateServerError) {
        try await stopLeftover()
        try await launch()
      } catch {
        // A stop that came while it was starting is no failure to start.
        if !isStopping { throw error }
      }
    }
  }

  /// Stops the server cleanly, or at once when that takes too long, and gives the directory back.
  public func stop() async {
    guard !isStopping else {
      _ = await process?.ended()
      return
    }
    isStopping = true
    if let process {
      process.end()
      let patience = Task { [configuration, directory, logger] in
        guard (try? await Task.sleep(for: configuration.stopTimeout)) != nil else { return }
        guard let server = LeftoverServer(on: directory.data) else { return }
        logger.warning("the private PostgreSQL is slow to stop and is stopped at once")
        kill(server.process, SIGQUIT)
      }
      _ = await process.ended()
      patience.cancel()
    }
    process = nil
    try? await stopLeftover()
    directory.forgetSocketDirectory()
    directory.release()
  }

  private func begin() async throws(PrivateServerError) {
    try await stopLeftover()
    if ServerDirectory.version(in: directory.path) == nil { try await makeCluster() }
    try await launch()
  }

  private func stopLeftover() async throws(PrivateServerError) {
    guard let leftover = LeftoverServer(on: directory.data) else { return }
    logger.notice(
      "stopping a PostgreSQL left behind", metadata: ["process": "\(leftover.process)"])
    try await leftover.stop(on: directory.data)
  }

  /// Makes the cluster beside its place and moves it there whole.
  private func makeCluster() async throws(PrivateServerError) {
    logger.notice("making a new database cluster", metadata: ["directory": "\(directory.data)"])
    let unfinished = directory.unfinished
    try? FileManager.default.removeItem(atPath: unfinished)
    try await run(
      "initdb",
      [
        "--pgdata=\(unfinished)", "--username=koers", "--auth-local=peer", "--auth-host=reject",
        "--encoding=UTF8", "--locale=C.UTF-8", "--data-checksums", "--no-instructions",
      ] + (configuration.isDurable ? [] : ["--no-sync"]))
    try await run(
      "/bin/sh",
      [
        "-c", "echo 'CREATE DATABASE koers' | \"$0\" --single -D \"$1\" postgres",
        "\(programs.folder)/postgres", unfinished,
      ])
    guard rename(unfinished, directory.data) == 0 else {
      throw .unusable(path: directory.data, reason: String(cString: strerror(errno)))
    }
    if configuration.isDurable { sync() }
  }

  private func run(_ program: String, _ arguments: [String]) async throws(PrivateServerError) {
    let log = try directory.openLog()
    defer { close(log) }
    let command =
      program.hasPrefix("/")
      ? programs.user.prefix + [program] + arguments : programs.command(program, arguments)
    let process = try SupervisedProcess(command, output: log)
    guard await process.ended() == 0 else {
      throw .failed(program: program, output: directory.logTail())
    }
  }

  private func launch() async throws(PrivateServerError) {
    let deadline = ContinuousClock.now + configuration.startTimeout
    try entrance.write()
    while !isStopping {
      directory.clearEmptyLocks(of: socket)
      let log = try directory.openLog()
      let process: SupervisedProcess
      do {
        defer { close(log) }
        process = try SupervisedProcess(
          programs.command("postgres", serverArguments), output: log)
      }
      self.process = process
      if try await becomesReady(process, before: deadline) { return }
      // Workers of a server that was killed hold its shared memory for a moment longer; and who is killed as it begins
      // has no more wrong with it than who is killed later.
      guard process.wasKilled || directory.logTail().contains("pre-existing shared memory"),
        ContinuousClock.now < deadline, (try? await Task.sleep(for: .milliseconds(200))) != nil
      else { throw .notReady(log: directory.log, output: directory.logTail()) }
    }
  }

  /// Waits until the server accepts connections; false when it ended instead.
  private func becomesReady(
    _ process: SupervisedProcess, before deadline: ContinuousClock.Instant
  ) async throws(PrivateServerError) -> Bool {
    while !directory.noteSaysReady || PQping(connectionString()) != PQPING_OK {
      guard process.status == nil else { return false }
      guard ContinuousClock.now < deadline,
        (try? await Task.sleep(for: .milliseconds(10))) != nil
      else {
        process.end()
        throw .notReady(log: directory.log, output: directory.logTail())
      }
    }
    return true
  }

  private var entrance: ServerEntrance {
    ServerEntrance(directory: directory, roles: ["koers"] + configuration.roles)
  }

  private var serverArguments: [String] {
    let memory = ServerMemory(isThrownAway: !configuration.isDurable)
    let durable = configuration.isDurable ? "on" : "off"
    let settings = [
      "listen_addresses=", "port=5432", "unix_socket_directories=\(socket)",
      "unix_socket_permissions=0700", "max_connections=\(configuration.connectionsMax)",
      "fsync=\(durable)", "full_page_writes=\(durable)", "synchronous_commit=\(durable)",
      "shared_buffers=\(memory.shared)MB", "effective_cache_size=\(memory.cache)MB",
      "work_mem=16MB", "maintenance_work_mem=128MB", "logging_collector=off",
      "log_destination=stderr", "log_error_verbosity=terse", "log_line_prefix=%m [%p] ",
      "log_timezone=UTC", "timezone=UTC",
    ]
    return ["-D", directory.data] + (settings + entrance.settings).flatMap { ["-c", $0] }
  }

  private static func absolute(_ path: String) -> String {
    let url = URL(fileURLWithPath: path).standardizedFileURL
    var folder = url
    var missing: [String] = []
    while !FileManager.default.fileExists(atPath: folder.path), folder.path != "/" {
      missing.insert(folder.lastPathComponent, at: 0)
      folder.deleteLastPathComponent()
    }
    let real = folder.resolvingSymlinksInPath().path
    return missing.reduce(real == "/" ? "" : real) { "\($0)/\($1)" }
  }

  private static func quoted(_ value: String) -> String {
    let escaped = value.replacingOccurrences(of: "\\", with: "\\\\")
      .replacingOccurrences(of: "'", with: "\\'")
    return "'\(escaped)'"
  }
}

/// How much of the machine's memory the server may count on, in MiB.
private struct ServerMemory {
  let shared: Int
  let cache: Int

  init(isThrownAway: Bool) {
    let installed = Int(ProcessInfo.processInfo.physicalMemory >> 20)
    shared = isThrownAway ? 64 : min(max(installed / 8, 64), 1024)
    cache = min(max(installed / 2, 256), 8192)
  }
}

extension PrivateServer {
  /// The connection string of the server that another process runs in `directory`; nil when there is
  /// none that takes connections.
  public static func running(in directory: String, database: String = "koers") -> String? {
    let path = absolute(directory)
    guard LeftoverServer(on: "\(path)/data") != nil else { return nil }
    let socket = ServerDirectory.knownSocketDirectory(in: path)
    let connection = connectionString(socket: socket, database: database)
    return PQping(connection) == PQPING_OK ? connection : nil
  }

  private static func connectionString(socket: String, database: String) -> String {
    "host=\(quoted(socket)) port=5432 user=koers dbname=\(quoted(database))"
  }
}
