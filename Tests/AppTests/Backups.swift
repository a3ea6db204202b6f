import Foundation
import Postgres
import TestSupport
import Testing

/// What `pg_dump` writes of the database, with `options`.
func backup(of server: String, _ options: String...) async throws -> String {
  try await said(by: ["pg_dump", "--inserts", "--dbname", server] + options)
}

/// What a program says that must succeed, given `input`.
func said(by command: [String], given input: String = "") async throws -> String {
  try await onOwnThread {
    let file = URL(filePath: NSTemporaryDirectory()).appending(path: UUID().uuidString)
    try Data(input.utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = command
    let output = Pipe()
    process.standardOutput = output
    process.standardInput = try FileHandle(forReadingFrom: file)
    try process.run()
    let said = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0, "\(command)")
    return String(decoding: said, as: UTF8.self)
  }
}

/// A database of its own in which `backups` are restored, one after the other.
func restore(
  _ backups: [String], beside owner: Database, in directory: String
) async throws -> String {
  try await owner.run(Statement(trustedFile: "CREATE DATABASE restored"))
  let restored = try #require(PrivateServer.running(in: directory, database: "restored"))
  for backup in backups {
    _ = try await said(
      by: ["psql", "--quiet", "--set=ON_ERROR_STOP=1", "--dbname", restored], given: backup)
  }
  return restored
}

/// Runs the program on `database` until `body` returns.
func serving(
  _ database: String, _ directory: String, until body: () async throws -> Void
) async throws {
  let koers = try await RunningKoers(
    ["--port", "0", "--no-seed", "--data-dir", directory],
    environment: ["DATABASE_URL": database])
  try await body()
  #expect(try await koers.end(SIGTERM) == 0)
}
