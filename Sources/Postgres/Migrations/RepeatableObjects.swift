/// Objects that are made anew at each deployment, one a file: functions, views, rights.
public struct RepeatableObjects: Sendable {
  private let files: [SQLFolder.File]

  /// Reads the folder at `path`.
  public init(folder path: String) throws(MigrationFailure) {
    files = try SQLFolder(path).files()
  }

  /// The names of the objects, in the order in which they are made.
  public var names: [String] { files.map(\.name) }

  /// Runs every file in the order of their names, in one transaction.
  ///
  /// The bodies of functions are not looked into before they are called, so the order of files does
  /// not matter to them.
  ///
  /// - Throws: `MigrationFailure.failed` with the file that failed; then nothing of it stays.
  nonisolated(nonsending) public func deploy(to database: Database) async throws {
    try await database.withDeploymentLock { session in
      try await session.batch(["BEGIN", "SET LOCAL check_function_bodies = off"])
      for file in files {
        do throws(PostgresError) {
          try await session.script(Statement(trustedFile: file.sql))
        } catch {
          _ = try? await session.run("ROLLBACK")
          throw MigrationFailure.failed(file: file.name + ".sql", error)
        }
      }
      try await session.run("COMMIT")
    }
  }
}

extension Database {
  /// Runs `body` while no other node deploys.
  nonisolated(nonsending) func withDeploymentLock<Result>(
    _ body: nonisolated(nonsending) (Session) async throws -> Result
  ) async throws -> Result {
    try await withSession { session in
      // A migration takes the time it takes, and so does waiting for another node's.
      try await session.batch([
        "SET statement_timeout = 0", "SELECT pg_advisory_lock(\(Self.deploymentLock))",
      ])
      return try await body(session)
    }
  }

  /// Any number will do, as long as it stays the same.
  private static let deploymentLock = 0x6B6F_6572_73
}
