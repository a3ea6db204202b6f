public import Domain
import EventSourcing
public import Postgres

/// The entries of the data bank in which some words stand, those that were retired last.
public struct BankQuery: Query {
  let words: String?

  /// - Parameter words: what somebody searches for, as one types it; nil for all entries.
  public init(words: String? = nil) { self.words = words }

  /// Words are compared as Dutch ones: `inspecties` finds `inspectie`.
  public func statement(at point: Point) -> Statement {
    let text: Statement = "to_tsvector('dutch', coalesce(title, '') || ' ' || coalesce(words, ''))"
    let isFound: Statement =
      words.map {
        "\(splice: text) @@ websearch_to_tsquery('dutch', \($0))"
      } ?? "true"
    let order: Statement =
      words.map {
        "ts_rank(\(splice: text), websearch_to_tsquery('dutch', \($0))) DESC, "
      } ?? ""
    return """
      SELECT * FROM \(splice: point.rows(of: BankEntryRow.self)) AS entry
      WHERE \(splice: isFound)
      ORDER BY (dropped_on IS NOT NULL), \(splice: order)title, key
      """
  }

  public func answer(from rows: Rows) throws -> [BankEntryRow] {
    try rows.map(BankEntryRow.init(from:))
  }
}

/// One entry of the data bank; nil when there is no such one.
public struct BankEntryQuery: Query {
  let id: BankEntryID

  public init(_ id: BankEntryID) { self.id = id }

  public func statement(at point: Point) -> Statement {
    "SELECT * FROM \(splice: point.rows(of: BankEntryRow.self)) AS entry WHERE key = \(id)"
  }

  public func answer(from rows: Rows) throws -> BankEntryRow? {
    try rows.first.map(BankEntryRow.init(from:))
  }
}
