import Foundation
import Postgres

/// The tables, functions, views and roles of the folder `sql`.
struct Schema {
  private let database: Database
  private let folder: URL

  /// The folder `sql` for a `database` that connects as the owner of everything in it.
  init(_ database: Database, folder: URL) {
    self.database = database
    self.folder = folder
  }

  /// Applies the migrations that are not applied yet, and makes everything else anew.
  ///
  /// Views may call functions and rights are given on both, hence the order.
  func install() async throws {
    try await Migrations(folder: folder.appending(path: "migrations").path).apply(to: database)
    for name in ["functions", "views", "roles"] {
      try await RepeatableObjects(folder: folder.appending(path: name).path).deploy(to: database)
    }
  }
}
