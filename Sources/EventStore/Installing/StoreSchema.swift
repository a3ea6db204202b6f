public import Postgres

/// Everything of the store in the database that is not a read model: tables, functions, views, rights.
public enum StoreSchema {
  /// Brings `database`, which connects as owner, to what the folder `sql` holds.
  ///
  /// Migrations run once; functions, views and roles are made anew each time. Several nodes may deploy
  /// at once.
  public static func deploy(folder sql: String, to database: Database) async throws {
    try await Migrations(folder: "\(sql)/migrations").apply(to: database)
    for part in ["functions", "views", "roles"] {
      try await RepeatableObjects(folder: "\(sql)/\(part)").deploy(to: database)
    }
  }
}
