import Foundation
import Logging
import TestSupport
import Testing

@testable import Postgres

@Suite(.timeLimit(.minutes(5)))
struct PrivateServerTests {
  private let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }

  @Test func `a cluster keeps its data from one start to the next`() async throws {
    try await withDirectory { directory in
      let first = try await start(directory)
      _ = try await query("CREATE TABLE kept AS SELECT 7 AS value", first)
      await first.stop()

      let second = try await start(directory)
      #expect(try await query("SELECT value FROM kept", second) == "7")
      await second.stop()
    }
  }

  @Test func `a cluster listens on its socket alone and checks its pages`() async throws {
    try await withDirectory { directory in
      let server = try await start(directory)
      #expect(try await query("SHOW listen_addresses", server) == "")
      #expect(try await query("SHOW data_checksums", server) == "on")
      #expect(try await query("SHOW unix_socket_permissions", server) == "0700")
      let mode = try FileManager.default.attributesOfItem(atPath: directory)[.posixPermissions]
      #expect(mode as? Int == 0o700)
      await server.stop()
    }
  }

  @Test func `a durable cluster waits for the disk`() async throws {
    try await withDirectory { directory in
      let server = try await PrivateServer.start(.init(directory: directory), logger: logger)
      for setting in ["fsync", "synchronous_commit", "full_page_writes"] {
        #expect(try await query("SHOW \(setting)", server) == "on", "\(setting)")
      }
      await server.stop()
    }
  }

  @Test func `a directory in use is refused to a second server`() async throws {
    try await withDirectory { directory in
      let first = try await start(directory)
      let refusal = await #expect(throws: PrivateServerError.self) {
        try await start(directory)
      }
      #expect(refusal == .inUse(directory: directory, process: getpid()))
      #expect(try await query("SELECT 1", first) == "1")
      await first.stop()
    }
  }

  @Test func `others find the server that runs in a directory, and none when it stopped`()
    async throws
  {
    try await withDirectory { directory in
      let server = try await start(directory)
      #expect(PrivateServer.running(in: directory) == server.connectionString())
      await server.stop()
      #expect(PrivateServer.running(in: directory) == nil)
    }
  }

  @Test func `a killed server comes back by itself with what it had acknowledged`() async throws {
    try await withDirectory { directory in
      let server = try await PrivateServer.start(.init(directory: directory), logger: logger)
      let keeper = Task { try await server.keepRunning() }
      _ = try await query("CREATE TABLE kept AS SELECT 7 AS value", server)
      let killed = try #require(LeftoverServer(on: "\(directory)/data"))
      kill(killed.process, SIGKILL)

      var found: String?
      while found == nil, !Task.isCancelled {
        found = try? await query("SELECT value FROM kept", server)
      }
      #expect(found == "7")
      #expect(LeftoverServer(on: "\(directory)/data")?.process != killed.process)
      await server.stop()
      try await keeper.value
    }
  }

  @Test func `a server that is killed each time it begins comes back when that ends`() async throws
  {
    try await withDirectory { directory in
      let server = try await PrivateServer.start(.init(directory: directory), logger: logger)
      let keeper = Task { try await server.keepRunning() }
      var killed: [pid_t] = []
      while killed.count < 4, !Task.isCancelled {
        guard let begun = LeftoverServer(on: "\(directory)/data"), begun.process != killed.last
        else {
          await Task.yield()
          continue
        }
        kill(begun.process, SIGKILL)
        killed.append(begun.process)
      }
      #expect(Set(killed).count == 4)

      var found: String?
      while found == nil, !Task.isCancelled { found = try? await query("SELECT 7", server) }
      #expect(found == "7")
      await server.stop()
      try await keeper.value
    }
  }

  @Test func `a server that an earlier run left behind is replaced, never doubled`() async throws {
    try await withDirectory { directory in
      let first = try await start(directory)
      await first.stop()
      let programs = try ServerPrograms(named: nil, forDataOf: nil, in: directory)
      let orphan = try SupervisedProcess(
        programs.command(
          "postgres",
          ["-D", "\(directory)/data", "-c", "listen_addresses=", "-k", "\(directory)/socket"]),
        output: 2)
      while LeftoverServer(on: "\(directory)/data") == nil, !Task.isCancelled { await Task.yield() }
      let left = try #require(LeftoverServer(on: "\(directory)/data"))

      let second = try await start(directory)
      _ = await orphan.ended()
      let now = try #require(LeftoverServer(on: "\(directory)/data"))
      #expect(now.process != left.process)
      #expect(try await query("SELECT 1", second) == "1")
      await second.stop()
    }
  }

  @Test func `a server that was killed as it began is in nobody's way`() async throws {
    try await withDirectory { directory in
      let first = try await start(directory)
      await first.stop()
      for lock in ["data/postmaster.pid", "socket/.s.PGSQL.5432.lock"] {
        let file = "\(directory)/\(lock)"
        try #require(FileManager.default.createFile(atPath: file, contents: nil))
        let second = try await start(directory)
        #expect(try await query("SELECT 1", second) == "1", "\(lock)")
        await second.stop()
      }
    }
  }

  @Test func `a path too long for a socket gets one elsewhere`() async throws {
    try await withDirectory { directory in
      let deep = "\(directory)/" + String(repeating: "d", count: 120)
      let server = try await start(deep)
      #expect(try await query("SELECT 1", server) == "1")
      #expect(!server.connectionString().contains(deep))
      let elsewhere = try String(contentsOfFile: "\(deep)/socket-directory", encoding: .utf8)
      await server.stop()
      #expect(!FileManager.default.fileExists(atPath: elsewhere))
    }
  }

  @Test func `a role that logs in as itself has nothing to go back to, and others do not log in`()
    async throws
  {
    try await withDirectory { directory in
      let server = try await PrivateServer.start(
        .init(directory: directory, isDurable: false, roles: ["reader"]), logger: logger)
      let owner = try Database.Configuration(server.connectionString())
      for statement in [
        "CREATE TABLE secret AS SELECT 7 AS value", "CREATE ROLE reader LOGIN",
        "CREATE ROLE stranger LOGIN SUPERUSER",
      ] {
        _ = try await query(statement, server)
      }
      let reader = Database(owner.user("reader"), logger: logger)
      for attempt in [
        "RESET ROLE", "SET ROLE NONE", "RESET SESSION AUTHORIZATION",
        "SET SESSION AUTHORIZATION koers", "SET ROLE koers",
      ] as [Statement] {
        try await reader.withSession { session in
          _ = try? await session.run(attempt)
          let row = try await session.run("SELECT current_user, session_user").only()
          #expect(try row["current_user"] == "reader", "\(attempt.sql)")
          #expect(try row["session_user"] == "reader", "\(attempt.sql)")
          let error = await #expect(throws: PostgresError.self) {
            try await session.run("SELECT * FROM secret")
          }
          #expect(error?.sqlState == .insufficientPrivilege, "\(attempt.sql)")
        }
      }
      await reader.close()
      let stranger = Database(owner.user("stranger"), logger: logger)
      let refusal = await #expect(throws: PostgresError.self) { try await stranger.run("SELECT 1") }
      #expect(refusal?.kind == .connectionFailed)
      await stranger.close()
      await server.stop()
    }
  }

  @Test func `programs that are not where they were said to be are named`() async throws {
    try await withDirectory { directory in
      let refusal = await #expect(throws: PrivateServerError.self) {
        try await PrivateServer.start(
          .init(directory: directory, programs: "/nowhere/bin"), logger: logger)
      }
      #expect(refusal == .noPrograms(searched: ["/nowhere/bin"]))
    }
  }

  @Test func `data of a version that is not installed are left alone`() async throws {
    try await withDirectory { directory in
      try FileManager.default.createDirectory(
        atPath: "\(directory)/data", withIntermediateDirectories: true)
      try "9".write(toFile: "\(directory)/data/PG_VERSION", atomically: true, encoding: .utf8)
      let refusal = await #expect(throws: PrivateServerError.self) { try await start(directory) }
      #expect(refusal == .noProgramsForData(version: "9", directory: directory))
    }
  }

  private func start(_ directory: String) async throws(PrivateServerError) -> PrivateServer {
    try await PrivateServer.start(.init(directory: directory, isDurable: false), logger: logger)
  }

  /// A directory of this test alone, removed when it is done.
  private func withDirectory(_ body: (String) async throws -> Void) async throws {
    let parent = try UnixSocket.makeFolder()
    chmod(parent, 0o755)
    let result: Result<Void, any Error>
    do { result = .success(try await body("\(parent)/koers")) } catch { result = .failure(error) }
    // A server whose test failed would write on while its directory is taken away.
    if let left = LeftoverServer(on: "\(parent)/koers/data") {
      try await left.stop(on: "\(parent)/koers/data")
    }
    try FileManager.default.removeItem(atPath: parent)
    try result.get()
  }

  /// What `psql` prints for one statement.
  private func query(_ statement: String, _ server: PrivateServer) async throws -> String {
    try await onOwnThread {
      let psql = Process()
      psql.executableURL = URL(fileURLWithPath: "/usr/bin/env")
      psql.arguments = ["psql", "-XAtq", "-d", server.connectionString(), "-c", statement]
      let output = Pipe()
      psql.standardOutput = output
      psql.standardError = FileHandle.nullDevice
      try psql.run()
      let text = String(
        decoding: try output.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
      psql.waitUntilExit()
      guard psql.terminationStatus == 0 else { throw QueryFailed(status: psql.terminationStatus) }
      return text.trimmingCharacters(in: .whitespacesAndNewlines)
    }
  }
}

private struct QueryFailed: Error {
  let status: Int32
}
