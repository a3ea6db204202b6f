import Foundation
import Logging

@testable import Postgres

/// A PostgreSQL of one test alone, which the test may kill; it comes back by itself.
struct ThrowawayServer: Sendable {
  let directory: String
  let server: PrivateServer

  /// Lends `body` a new server, and takes it away afterwards.
  nonisolated(nonsending) static func with(
    _ body: nonisolated(nonsending) (ThrowawayServer) async throws -> Void
  ) async throws {
    let folder = try UnixSocket.makeFolder()
    chmod(folder, 0o755)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let directory = "\(folder)/koers"
    // Durable, so that what it acknowledged must be there after it was killed.
    let server = try await PrivateServer.start(.init(directory: directory), logger: .silent)
    let keeper = Task { try await server.keepRunning() }
    let result: Result<Void, any Error>
    do {
      result = .success(try await body(ThrowawayServer(directory: directory, server: server)))
    } catch { result = .failure(error) }
    await server.stop()
    _ = await keeper.result
    try result.get()
  }

  /// A pool on it, for `body`.
  nonisolated(nonsending) func withDatabase<Result>(
    adjusting adjust: (inout Database.Configuration) -> Void = { _ in },
    _ body: nonisolated(nonsending) (Database) async throws -> Result
  ) async throws -> Result {
    var configuration = try Database.Configuration(server.connectionString())
    configuration.connectTimeout = .seconds(60)
    configuration.leaseTimeout = .seconds(60)
    // What is to be cut short must still be there when a busy machine comes to it.
    configuration.statementTimeout = nil
    adjust(&configuration)
    let database = Database(configuration, logger: .silent)
    do {
      let result = try await body(database)
      await database.close()
      return result
    } catch {
      await database.close(waiting: .zero)
      throw error
    }
  }

  /// Ends the server and all that work for it at once, leaving them no time for a word; what was written stays in the memory of the system.
  func kill() throws {
    guard let postmaster = LeftoverServer(on: "\(directory)/data")?.process else {
      throw NoServer()
    }
    // So that it makes no more of them meanwhile.
    Glibc.kill(postmaster, SIGSTOP)
    let others = try children(of: postmaster)
    Glibc.kill(postmaster, SIGKILL)
    for other in others { Glibc.kill(other, SIGKILL) }
  }

  private func children(of parent: pid_t) throws -> [pid_t] {
    try FileManager.default.contentsOfDirectory(atPath: "/proc").compactMap { pid_t($0) }.filter {
      // After the name in parentheses come the state and the parent.
      guard let line = try? String(contentsOfFile: "/proc/\($0)/stat", encoding: .utf8),
        let rest = line.split(separator: ")").last
      else { return false }
      return rest.split(separator: " ").dropFirst().first.flatMap { pid_t($0) } == parent
    }
  }
}

private struct NoServer: Error {}

extension Logger {
  /// What these tests provoke is no news.
  static let silent = Logger(label: "koers.test") { _ in SwiftLogNoOpLogHandler() }
}
