import Foundation

/// The changes a database goes through once, in order, each a file `NNNN-title.sql` that is never edited.
///
/// What has been applied stands in the table `schema_migration` with the SHA-256 of its file. Several nodes may
/// apply at once: an advisory lock makes the others wait and then find nothing to do.
public struct Migrations: Sendable {
  /// One file of the folder.
  public struct Migration: Hashable, Sendable {
    public let number: Int
    public let title: String
    let sql: String

    public var fileName: String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + "\(digits)-\(title).sql"
    }
  }

  /// In order.
  public let migrations: [Migration]

  /// Reads the folder at `path`.
  public init(folder path: String) throws(MigrationFailure) {
    var migrations: [Migration] = []
    for file in try SQLFolder(path).files() {
      migrations.append(try Self.migration(of: file))
    }
    migrations.sort { $0.number < $1.number }
    for (one, next) in zip(migrations, migrations.dropFirst()) where one.number == next.number {
      throw .duplicate(number: one.number)
    }
    self.migrations = migrations
  }

  private static func migration(
    of file: SQLFolder.File
  ) throws(MigrationFailure) -> Migration {
    let parts = file.name.split(separator: "-", maxSplits: 1)
    guard parts.count == 2, parts[0].utf8.count == 4, let number = Int(parts[0]), number > 0,
      !parts[1].isEmpty
    else { throw .misnamed(file: file.name + ".sql") }
    return Migration(number: number, title: String(parts[1]), sql: file.sql)
  }

  /// Applies what is not applied yet, each in a transaction of its own.
  ///
  /// - Returns: what was applied now.
  /// - Throws: `MigrationFailure` when the folder does not continue what the database has applied, or
  ///   one of its files fails; `PostgresError` when the database cannot be reached.
  @discardableResult
  nonisolated(nonsending) public func apply(to database: Database) async throws -> [Migration] {
    try await database.withDeploymentLock { session in
      try await session.run(Self.table)
      let pending = try await pending(in: session)
      for migration in pending { try await apply(migration, in: session) }
      return pending
    }
  }

  private static let table: Statement = """
    CREATE TABLE IF NOT EXISTS schema_migration (
      number integer PRIMARY KEY,
      title text NOT NULL,
      checksum bytea NOT NULL,
      applied_at timestamptz NOT NULL DEFAULT clock_timestamp())
    """

  /// What is to be applied, after everything applied before has been found unchanged in the folder.
  nonisolated(nonsending) private func pending(
    in session: Session
  ) async throws -> [Migration] {
    let compared = try await session.run(
      """
      SELECT coalesce(a.number, f.number) AS number, coalesce(a.title, f.title) AS title,
             a.number IS NOT NULL AS is_applied, f.number IS NOT NULL AS has_file,
             a.checksum IS NOT DISTINCT FROM sha256(f.body) AND a.title = f.title AS is_same,
             (SELECT max(number) FROM schema_migration) AS last
        FROM schema_migration a
        FULL JOIN unnest(\(migrations.map(\.number)), \(migrations.map(\.title)),
                         \(migrations.map { Array($0.sql.utf8) })) AS f(number, title, body)
          ON f.number = a.number
       ORDER BY 1
      """)
    var pending: Set<Int> = []
    for row in compared {
      let number: Int = try row["number"]
      let title: String = try row["title"]
      switch (try row["is_applied"] as Bool, try row["has_file"] as Bool) {
      case (true, false): throw MigrationFailure.missing(number: number, title: title)
      case (true, true):
        guard try row["is_same"] else {
          throw MigrationFailure.changed(number: number, title: title)
        }
      case (false, _):
        let last: Int? = try row["last"]
        if let last, number < last {
          throw MigrationFailure.outOfOrder(number: number, title: title, applied: last)
        }
        pending.insert(number)
      }
    }
    return migrations.filter { pending.contains($0.number) }
  }

  nonisolated(nonsending) private func apply(
    _ migration: Migration, in session: Session
  ) async throws {
    do throws(PostgresError) {
      try await session.run("BEGIN")
      try await session.script(Statement(trustedFile: migration.sql))
      try await session.batch([
        """
        INSERT INTO schema_migration (number, title, checksum)
        VALUES (\(migration.number), \(migration.title), sha256(\(Array(migration.sql.utf8))))
        """,
        "COMMIT",
      ])
    } catch {
      _ = try? await session.run("ROLLBACK")
      guard error.kind == .server else { throw error }
      throw MigrationFailure.failed(file: migration.fileName, error)
    }
  }
}
