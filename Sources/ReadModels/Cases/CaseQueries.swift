public import Domain
import EventSourcing
public import Postgres

/// Which cases somebody asks for.
public struct CaseSelection: Hashable, Sendable {
  /// What somebody searches for: a number, or words of the title.
  public var words: String?
  public var status: CaseFileRow.Status?
  /// Whether those that are closed stay away.
  public var isOpen = false
  public var programme: ProgrammeID?
  public var handler: PersonID?
  /// Who or what they are about, under each identity that it had; empty for anybody.
  public var subjects: [EntityID] = []
  /// Those that are counted for an indicator.
  public var counted: Counted?

  /// Cases out of which a figure was counted.
  public struct Counted: Hashable, Sendable {
    public let counting: Programme.CaseCounting
    public let programme: ProgrammeID
    /// Whether those stay away that do not have what is measured.
    public let isMet: Bool

    public init(by counting: Programme.CaseCounting, in programme: ProgrammeID, isMet: Bool) {
      self.counting = counting
      self.programme = programme
      self.isMet = isMet
    }
  }

  /// All cases.
  public init() {}
}

extension CaseSelection {
  fileprivate func condition(at point: Point) -> Statement {
    var conditions: [Statement] = ["true"]
    if let words { conditions.append(Self.match(words)) }
    if let status { conditions.append("status = \(status)") }
    if isOpen { conditions.append("status <> 'closed'") }
    if let programme { conditions.append("programme = \(programme)") }
    if let handler { conditions.append("handlers @> ARRAY[\(handler)]") }
    if !subjects.isEmpty { conditions.append("subject = ANY (\(subjects))") }
    if let counted { conditions.append(counted.condition(at: point)) }
    return .joined(conditions, separator: " AND ")
  }

  /// A number is looked up.
  ///
  /// Words are searched by a function that goes by the rules of who sees what itself: under row-level security no index
  /// may answer a search.
  private static func match(_ words: String) -> Statement {
    if let number = CaseNumber(words) {
      return "year = \(Int32(number.year)) AND serial = \(Int32(number.serial))"
    }
    return "key IN (SELECT cases_with_words(\(words)))"
  }
}

extension CaseSelection.Counted {
  fileprivate func condition(at point: Point) -> Statement {
    """
    key IN (SELECT key FROM \(splice: point.rows(of: CaseResultRow.self)) AS case_result
      WHERE \(splice: counting.condition(in: programme))
        AND \(splice: isMet ? counting.isMet : counting.isJudged))
    """
  }
}

/// One page of the cases of a selection, the last opened first.
public struct CasesQuery: Query {
  let selection: CaseSelection
  /// The number before which the page begins; nil for the first page.
  let before: CaseNumber?
  let limit: Int

  public init(_ selection: CaseSelection, before: CaseNumber? = nil, atMost limit: Int = 50) {
    self.selection = selection
    self.before = before
    self.limit = limit
  }

  public func statement(at point: Point) -> Statement {
    let isBefore: Statement =
      before.map { "(year, serial) < (\(Int32($0.year)), \(Int32($0.serial)))" } ?? "true"
    return """
      SELECT * FROM \(splice: point.rows(of: CaseFileRow.self)) AS case_file
      WHERE \(splice: selection.condition(at: point)) AND \(splice: isBefore)
      ORDER BY year DESC, serial DESC LIMIT \(limit: limit + 1)
      """
  }

  public func answer(from rows: Rows) throws -> CasesFound {
    let found = try rows.map(CaseFileRow.init(from:))
    return CasesFound(
      cases: Array(found.prefix(limit)),
      next: found.count > limit ? found[limit - 1].number : nil)
  }
}

/// A page of cases.
public struct CasesFound: Sendable {
  public let cases: [CaseFileRow]
  /// The number before which the next page begins; nil on the last.
  public let next: CaseNumber?
}

/// What somebody handles and is not closed, what is due first on top.
public struct OwnCasesQuery: Query {
  let handler: PersonID
  let limit: Int

  public init(of handler: PersonID, atMost limit: Int = 50) {
    self.handler = handler
    self.limit = limit
  }

  public func statement(at point: Point) -> Statement {
    """
    SELECT * FROM \(splice: point.rows(of: CaseFileRow.self)) AS case_file
    WHERE handlers @> ARRAY[\(handler)] AND status <> 'closed'
    ORDER BY due_on NULLS LAST, year DESC, serial DESC LIMIT \(limit: limit)
    """
  }

  public func answer(from rows: Rows) throws -> [CaseFileRow] {
    try rows.map(CaseFileRow.init(from:))
  }
}

/// One case; nil when there is none, or none that the viewer may know of.
public struct CaseQuery: Query {
  let file: CaseID

  public init(_ file: CaseID) { self.file = file }

  public func statement(at point: Point) -> Statement {
    "SELECT * FROM \(splice: point.rows(of: CaseFileRow.self)) AS case_file WHERE key = \(file)"
  }

  public func answer(from rows: Rows) throws -> CaseFileRow? {
    try rows.first.map(CaseFileRow.init(from:))
  }
}

/// The cases that one is related to, and the last ones about the same subject or of the same programme, or
/// of regular supervision when it has none.
public struct NeighbouringCasesQuery: Query {
  /// How many about the same subject, and how many of the same programme.
  private static let countMax = 20

  let file: CaseID

  public init(of file: CaseID) { self.file = file }

  public func statement(at point: Point) -> Statement {
    """
    WITH own AS (
      SELECT * FROM \(splice: point.rows(of: CaseFileRow.self)) AS own WHERE key = \(file)
    ), near AS (
      SELECT unnest(related) AS key FROM own
      UNION (SELECT key FROM \(splice: point.rows(of: CaseFileRow.self)) AS same
        WHERE subject = (SELECT subject FROM own)
        ORDER BY year DESC, serial DESC LIMIT \(limit: Self.countMax))
      UNION (SELECT key FROM \(splice: point.rows(of: CaseFileRow.self)) AS beside
        WHERE programme = (SELECT programme FROM own)
        ORDER BY year DESC, serial DESC LIMIT \(limit: Self.countMax))
      UNION (SELECT key FROM \(splice: point.rows(of: CaseFileRow.self)) AS regular
        WHERE programme IS NULL AND (SELECT programme FROM own) IS NULL
        ORDER BY year DESC, serial DESC LIMIT \(limit: Self.countMax))
    )
    SELECT * FROM \(splice: point.rows(of: CaseFileRow.self)) AS case_file
    WHERE key IN (SELECT key FROM near) ORDER BY year DESC, serial DESC
    """
  }

  public func answer(from rows: Rows) throws -> [CaseFileRow] {
    try rows.map(CaseFileRow.init(from:))
  }
}
