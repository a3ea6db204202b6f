import EventSourcing
import Postgres

/// A read model that is being made anew: what it is made of, where, and what it will take the place of.
struct RebuildSite<Event: Sendable>: Sendable {
  let table: any ProjectedTable<Event>
  let sql: String
  let fingerprint: Fingerprint
  let shown: Shown?
  let generation: Generation
  /// How far the fold in memory goes: not past the tables that it may be compared with.
  let target: Int
  /// How its keys and indexes are made, once the rows are in.
  var definitions: [String] = []
  /// Whether they are there before the rows: slower, but then a row that no index can hold is refused as it comes in.
  var isIndexedFirst = false

  /// Whether the same program made the tables that are shown.
  var hasForerunner: Bool { shown?.fingerprint == fingerprint }
}

extension RebuildSite {
  /// Makes its schema and empty tables, without keys or indexes unless these come first.
  mutating func lay(in database: Database) async throws {
    definitions = try await database.transaction { session in
      _ = try await session.run("CREATE SCHEMA \(generation.schema)")
      _ = try await session.run(
        "SELECT set_config('search_path', \(generation.schema.name + ", public"), true)")
      try await session.script(Statement(trustedFile: sql))
      _ = try await session.run(
        """
        SELECT complete_read_model(
          \(generation.schema.name), \(generation.name), \(table.audience.rawValue))
        """)
      let rows = try await session.run(
        "SELECT unindex_read_model(\(generation.schema.name), \(generation.name)) AS definitions")
      let definitions: [String] = try rows.only()["definitions"]
      if isIndexedFirst {
        try await session.run(
          "SELECT index_read_model(\(generation.schema.name), \(generation.name), \(definitions))")
      }
      return definitions
    }
  }

  /// Takes away a generation that is not shown, with all that is kept about it.
  static func clear(
    _ generation: Generation, of log: Int16, in database: Database
  ) async throws {
    _ = try await database.batch([
      "DROP SCHEMA IF EXISTS \(generation.schema) CASCADE",
      """
      DELETE FROM es_checkpoint WHERE log_id = \(log) AND projection = \(generation.name)
        AND generation = \(generation.number)
      """,
      """
      DELETE FROM es_parked WHERE log_id = \(log) AND projection = \(generation.name)
        AND generation = \(generation.number)
      """,
    ])
  }
}
