import EventSourcing
import Foundation
import Postgres

/// How the read models stand in the database: which generation is shown, how far it is, what is parked.
struct Standing: Sendable {
  let log: Int16
  let database: Database

  /// Whether the tables installed are those that this program would make.
  func fits<Event>(_ projections: Projections<Event>) async throws -> Bool {
    let rows = try await database.run(
      "SELECT name, fingerprint FROM es_read_model WHERE log_id = \(log)")
    var installed: [String: Fingerprint] = [:]
    for row in rows { installed[try row["name"]] = Fingerprint(text: try row["fingerprint"]) }
    return projections.tables.allSatisfy { table in
      installed[table.name]?.isOf(table.definition) ?? false
    }
  }

  /// Puts our fence before every checkpoint, so that whoever had it before moves none, and answers
  /// where each read model stands.
  func take<Event>(
    _ projections: Projections<Event>, fence: Int
  ) async throws -> [PageProjector<Event>.Member] {
    let answers = try await database.batch([
      // Does not wait for whoever holds one: the connection is shared.
      """
      SELECT FROM es_checkpoint WHERE log_id = \(log) FOR UPDATE NOWAIT
      """,
      """
      UPDATE es_checkpoint c SET fence = \(fence) FROM es_read_model m
      WHERE c.log_id = \(log) AND m.log_id = c.log_id AND m.name = c.projection
        AND m.generation = c.generation AND c.fence <= \(fence)
      RETURNING c.projection, c.generation, c.position
      """,
      """
      SELECT p.projection, p.generation, c.name AS category, p.stream_id
      FROM es_parked p JOIN es_category c USING (category_id) WHERE p.log_id = \(log)
      """,
    ])
    var states: [String: ProjectionState] = [:]
    for row in answers[1] {
      let name: String = try row["projection"]
      states[name] = ProjectionState(
        generation: try Generation(of: name, number: try row["generation"]),
        position: try row["position"], parked: [])
    }
    for row in answers[2] {
      let name: String = try row["projection"]
      guard states[name]?.generation.number == (try row["generation"] as Int) else { continue }
      states[name]?.parked.insert(
        StreamName(try row["category"], Identity(uuid: try row["stream_id"])))
    }
    return try projections.tables.map { table in
      guard let state = states[table.name] else { throw ReadModelError.notInstalled(table.name) }
      return (table, state)
    }
  }

  /// The position that all of `names` have passed; nil when one of them is not installed.
  func slowest(of names: [String]) async throws -> Int? {
    let rows = try await database.run(
      """
      SELECT count(*) AS count, min(c.position) AS position FROM es_checkpoint c
      JOIN es_read_model m ON m.log_id = c.log_id AND m.name = c.projection
        AND m.generation = c.generation
      WHERE c.log_id = \(log) AND m.name = ANY (\(names))
      """)
    guard let row = rows.first, try row["count"] as Int == names.count else { return nil }
    return try row["position"]
  }
}
