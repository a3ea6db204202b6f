import Foundation
import Logging
import Postgres

/// A PostgreSQL that is killed time and again and comes back by itself.
struct TortureServer: Sendable {
  /// What the connections of the nodes in this process are called, and those of the one that is killed.
  static let node = "koers node"
  static let killedNode = "koers node of its own"

  private let directory: String
  let server: PrivateServer

  /// Lends `body` a new one and takes it away afterwards.
  static func with<Value>(
    _ body: (TortureServer) async throws -> Value
  ) async throws -> Value {
    let folder = "/tmp/koers-torture-\(UUID().uuidString)"
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o755])
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let directory = "\(folder)/koers"
    // Durable: what it acknowledged must be there after it was killed.
    let server = try await PrivateServer.start(
      .init(directory: directory, connectionsMax: 100), logger: .silent)
    let keeper = Task { try await server.keepRunning() }
    let result: Result<Value, any Error>
    do {
      result = .success(
        try await body(TortureServer(directory: directory, server: server)))
    } catch { result = .failure(error) }
    await server.stop()
    // A server that could not come back says why; all else that failed then follows from it.
    try await keeper.value
    return try result.get()
  }

  /// How the server at `address` is reached, with time for it to come back.
  static func configuration(_ address: String) throws -> Database.Configuration {
    var configuration = try Database.Configuration(address)
    configuration.connectTimeout = .seconds(30)
    configuration.leaseTimeout = .seconds(60)
    configuration.statementTimeout = .seconds(60)
    return configuration
  }

  /// Ends the server and all that work for it at once; what was written stays in the memory of the system.
  ///
  /// - Returns: whether there was one to end.
  func kill() -> Bool {
    let file = "\(directory)/data/postmaster.pid"
    guard let note = try? String(contentsOfFile: file, encoding: .utf8),
      let postmaster = note.split(separator: "\n").first.flatMap({ pid_t($0) })
    else { return false }
    // So that it makes no more of them meanwhile.
    Glibc.kill(postmaster, SIGSTOP)
    let workers = children(of: postmaster)
    let isKilled = Glibc.kill(postmaster, SIGKILL) == 0
    for worker in workers { Glibc.kill(worker, SIGKILL) }
    return isKilled
  }

  private func children(of parent: pid_t) -> [pid_t] {
    let processes = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    return processes.compactMap { pid_t($0) }.filter {
      // After the name in parentheses come the state and the parent.
      guard let line = try? String(contentsOfFile: "/proc/\($0)/stat", encoding: .utf8),
        let rest = line.split(separator: ")").last
      else { return false }
      return rest.split(separator: " ").dropFirst().first.flatMap { pid_t($0) } == parent
    }
  }
}
