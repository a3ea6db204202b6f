import EventSourcing
import Postgres
import ReadModels
import TestStaging
import Testing

/// The file that makes a table and the rows that are written to it tell of the same columns.
struct ColumnsTests {
  @Test func `every table has the columns that its rows are written to, of their types`()
    async throws
  {
    try await TestStage.with { stage in
      for model in ReadModelList.all {
        let told = try await columns(
          of: model.name, but: model.derivedColumns.map(\.name), in: stage.owner)
        #expect(told == written(model), "sql/read_models/\(model.name).sql")
      }
    }
  }

  private func written<Model: LibraryModel>(_ model: Model.Type) -> Set<String> {
    let frame = [
      "key \(Model.Key.postgresType.name)", "since bigint", "organisation text",
      "programme uuid", "confidentiality smallint",
    ]
    return Set(frame + Model.Row.columns.map { "\($0.name) \($0.type.postgresType.name)" })
  }

  /// The columns of a table but `derived`, which are made of the others and which nobody writes.
  private func columns(
    of table: String, but derived: [String], in database: Database
  ) async throws -> Set<String> {
    let rows = try await database.run(
      """
      SELECT attname || ' ' || format_type(atttypid, atttypmod) AS told FROM pg_attribute
      WHERE attrelid = to_regclass(\(table)) AND attnum > 0 AND NOT attisdropped
        AND attname <> ALL (\(derived))
      """)
    return Set(try rows.map { try $0["told"] as String })
  }
}
