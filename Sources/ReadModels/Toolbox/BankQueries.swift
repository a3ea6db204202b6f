public import Domain
import EventSourcing
public import Postgres

/// Which entries of the data bank somebody asks for.
public struct BankSelection: Hashable, Sendable {
  /// How far an entry has come, as entries are chosen by it.
  public enum Standing: String, CaseIterable, Sendable {
    case accepted
    /// Something waits for an editor.
    case pending
    /// The day to look at it again has come.
    case due
    case retired
  }

  /// What somebody searches for, as one types it.
  public var words: String?
  public var kind: BankEntry.Kind?
  public var standing: Standing?
  public var type: References.InterventionType.Key?
  public var determinant: References.Determinant.Code?
  public var sector: Line?
  public var evidence: BankEntry.EvidenceGrade?

  /// All entries.
  public init() {}
}

extension BankSelection {
  /// Whether an entry is among them on `today`.
  fileprivate func condition(on today: Day) -> Statement {
    // What was declined before anything of it was accepted has no text left.
    var conditions: [Statement] = ["title IS NOT NULL"]
    if let words { conditions.append("search @@ \(splice: Self.query(words))") }
    if let kind { conditions.append("kind = \(kind)") }
    if let standing { conditions.append(standing.condition(on: today)) }
    if let type { conditions.append("types @> ARRAY[\(type)]") }
    if let determinant { conditions.append("determinants @> ARRAY[\(determinant)]") }
    if let sector { conditions.append("sector = \(sector)") }
    if let evidence { conditions.append("evidence = \(evidence)") }
    return .joined(conditions, separator: " AND ")
  }

  /// What stands longest; with words, what says them most and in its title first.
  fileprivate var order: Statement {
    let rank: Statement = words.map { "ts_rank(search, \(splice: Self.query($0))) DESC, " } ?? ""
    return "(dropped_on IS NOT NULL), \(splice: rank)title, key"
  }

  /// Words are compared as Dutch ones: `inspecties` finds `inspectie`.
  private static func query(_ words: String) -> Statement {
    "websearch_to_tsquery('dutch', dutch_singulars(\(words)))"
  }
}

extension BankSelection.Standing {
  fileprivate func condition(on today: Day) -> Statement {
    switch self {
    case .accepted: "accepted IS NOT NULL AND dropped_on IS NULL"
    case .pending: "pending IS NOT NULL AND dropped_on IS NULL"
    case .due: "review_on <= \(today) AND dropped_on IS NULL"
    case .retired: "dropped_on IS NOT NULL"
    }
  }
}

/// One page of the entries of a selection, those that were retired last.
public struct BankQuery: Query {
  let selection: BankSelection
  let page: Int
  let limit: Int
  let today: Day

  /// - Parameters:
  ///   - selection: which entries.
  ///   - page: which page of them, counted from 1; the last one when there are not so many.
  ///   - limit: how many stand on a page.
  ///   - today: the day by which one sees what is to be looked at again.
  public init(_ selection: BankSelection, page: Int = 1, atMost limit: Int, on today: Day) {
    self.selection = selection
    self.page = page
    self.limit = limit
    self.today = today
  }

  public func statement(at point: Point) -> Statement {
    """
    SELECT * FROM (
      SELECT entry.*, count(*) OVER () AS found,
        row_number() OVER (ORDER BY \(splice: selection.order)) AS place
      FROM \(splice: point.rows(of: BankEntryRow.self)) AS entry
      WHERE \(splice: selection.condition(on: today))) AS ranked
    WHERE (place - 1) / \(limit) = least(\(page - 1), (found - 1) / \(limit))
    ORDER BY place
    """
  }

  public func answer(from rows: Rows) throws -> BankEntries {
    BankEntries(
      entries: try rows.map(BankEntryRow.init(from:)), count: try rows.first?["found"] ?? 0,
      first: try rows.first?["place"] ?? 1)
  }
}

/// A page of entries.
public struct BankEntries: Sendable {
  public let entries: [BankEntryRow]
  /// How many there are on all pages.
  public let count: Int
  /// The place of the first of the page among all, counted from 1.
  public let first: Int
}

/// What waits for editors, and in which trades things were tried.
public struct BankFiguresQuery: Query {
  let today: Day

  /// - Parameter today: the day by which one sees what is to be looked at again.
  public init(on today: Day) { self.today = today }

  public func statement(at point: Point) -> Statement {
    let (pending, due) = (BankSelection.Standing.pending, BankSelection.Standing.due)
    return """
      SELECT count(*) FILTER (WHERE \(splice: pending.condition(on: today))) AS pending,
        count(*) FILTER (WHERE \(splice: due.condition(on: today))) AS due,
        coalesce(array_agg(DISTINCT sector) FILTER (WHERE sector IS NOT NULL), '{}') AS sectors
      FROM \(splice: point.rows(of: BankEntryRow.self)) AS entry
      """
  }

  public func answer(from rows: Rows) throws -> BankFigures {
    guard let row = rows.first else { throw LibraryError.unanswered }
    let sectors: [String] = try row["sectors"]
    return BankFigures(
      pendingCount: try row["pending"], dueCount: try row["due"],
      sectors: sectors.map { Line(recorded: $0) })
  }
}

/// What there is to do in the data bank, and what to choose from.
public struct BankFigures: Hashable, Sendable {
  /// How many entries wait for an editor.
  public let pendingCount: Int
  /// How many are to be looked at again.
  public let dueCount: Int
  /// The trades that entries are about, in order.
  public let sectors: [Line]
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
