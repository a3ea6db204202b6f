import Postgres

/// The generation of a read model that its views show.
struct Shown: Sendable {
  let generation: Generation
  let fingerprint: Fingerprint

  /// What is shown in `log`; a read model whose table or view somebody dropped is not.
  static func all(in log: Int16, of database: Database) async throws -> [String: Shown] {
    let rows = try await database.run(
      """
      SELECT name, generation, fingerprint FROM es_read_model WHERE log_id = \(log)
        AND to_regclass(format('%I.%I', name || '__v' || generation, name)) IS NOT NULL
        AND to_regclass(format('public.%I', name)) IS NOT NULL
      """)
    var shown: [String: Shown] = [:]
    for row in rows {
      let name: String = try row["name"]
      shown[name] = Shown(
        generation: try Generation(of: name, number: try row["generation"]),
        fingerprint: Fingerprint(text: try row["fingerprint"]))
    }
    return shown
  }
}
