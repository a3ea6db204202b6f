import Domain
import Postgres
import TestStaging
import Testing

/// What PostgreSQL knows of rows in the mass tells nothing of what is in those that are hidden.
struct HiddenStatisticsTests {
  /// A word that stands in half of all rows costs what a word costs that stands in none.
  @Test func `an estimate does not know what people wrote`() async throws {
    try await Secrets.with { stage in
      for (model, column) in Self.written {
        try await repeatRows(of: model, with: column, in: stage)
        for condition in ["= '?'", "LIKE '?%'", "< '?'", "IN ('?', 'x')", "~ '^?'"] {
          for onlooker in Onlooker.readers {
            func plan(_ word: String) async throws -> String {
              let filled = condition.replacing("?", with: word)
              let lines = try await onlooker.ask(
                "EXPLAIN SELECT * FROM \(model) WHERE \(column) \(filled)", of: stage)
              let told: [String] = try lines.map { try $0["QUERY PLAN"] }
              return told.joined(separator: "\n").replacing(word, with: "?")
            }
            let (common, absent) = (try await plan("Geheim"), try await plan("Onzin_"))
            #expect(common == absent, "\(onlooker): \(column) \(condition)")
          }
        }
      }
    }
  }

  private static let written = [
    ("history", "actor"), ("programme", "title"), ("programme", "manager"), ("signal", "title"),
    ("signal", "text"), ("exploration", "title"), ("intervention", "title"),
  ]

  @Test func `the statistics of columns are closed`() async throws {
    try await Secrets.with { stage in
      try await stage.owner.run("ANALYZE")
      for onlooker in Onlooker.allCases {
        for view in ["pg_stats", "pg_stats_ext", "pg_stats_ext_exprs"] {
          let seen = try await onlooker.ask(
            "SELECT tablename FROM \(view) WHERE schemaname LIKE '%\\_\\_v%'", of: stage)
          #expect(seen.isEmpty, "\(onlooker): \(view)")
        }
        for table in ["pg_statistic", "pg_statistic_ext_data", "pg_authid", "pg_largeobject"] {
          let refusal = await onlooker.refusal("SELECT * FROM \(table)", of: stage)
          #expect(refusal == .insufficientPrivilege, "\(onlooker): \(table)")
        }
      }
    }
  }

  @Test func `a guest does not read what pages of others ask`() async throws {
    try await Secrets.with { stage in
      let seen = try await Onlooker.guest.ask(
        """
        SELECT query FROM pg_stat_activity
        WHERE pid <> pg_backend_pid() AND query NOT IN ('', '<insufficient privilege>')
        """, of: stage)
      #expect(seen.isEmpty)
    }
  }

  /// Thousands of rows of others, of which half say one word.
  private func repeatRows(
    of model: String, with column: String, in stage: TestStage
  ) async throws {
    let table = "\(model)__v1.\(model)"
    let key = model == "history" ? "1000000 + nth" : "gen_random_uuid()"
    try await stage.owner.batch(
      [
        "CREATE TEMP TABLE likeness AS SELECT * FROM \(table) WHERE programme IS DISTINCT FROM '\(Onlooker.own)' LIMIT 1",
        """
        INSERT INTO \(table) SELECT (jsonb_populate_record(likeness, jsonb_build_object(
            'key', \(key), '\(column)', CASE WHEN nth % 2 = 0 THEN 'Geheim' ELSE nth::text END))).*
          FROM likeness, generate_series(1, 4000) AS nth
        """,
        "ANALYZE \(table)", "DROP TABLE likeness",
      ].map { Statement(trustedFile: $0) })
  }
}
