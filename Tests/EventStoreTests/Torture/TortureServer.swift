import Foundation
import Logging
import Postgres

/// A PostgreSQL that is killed time and again and comes back by itself.
struct TortureServer: Sendable {
  private let directory: String
  let server: PrivateServer

  /// Lends `body` a new one and takes it away afterwards.
  static func with(_ body: (TortureServer) async throws -> Void) async throws {
    let folder = "/tmp/koers-torture-\(UUID().uuidString)"
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o755])
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let directory = "\(folder)/koers"
    // Durable: what it acknowledged must be there after it was killed.
    let server = try await PrivateServer.start(
      .init(directory: directory, connectionsMax: 100), logger: .silent)
    let keeper = Task { try await server.keepRunning() }
    let result: Result<Void, any Error>
    do {
      result = .success(
        try await body(TortureServer(directory: directory, server: server)))
    } catch { result = .failure(error) }
    await server.stop()
    _ = await keeper.result
    try result.get()
  }

  /// Ends the server and all that work for it at once, as a power cut would.
  func kill() {
    let file = "\(directory)/data/postmaster.pid"
    guard let note = try? String(contentsOfFile: file, encoding: .utf8),
      let postmaster = note.split(separator: "\n").first.flatMap({ pid_t($0) })
    else { return }
    // So that it makes no more of them meanwhile.
    Glibc.kill(postmaster, SIGSTOP)
    let workers = children(of: postmaster)
    Glibc.kill(postmaster, SIGKILL)
    for worker in workers { Glibc.kill(worker, SIGKILL) }
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
