public import Domain
import EventSourcing
public import Postgres

/// Which cases somebody asks for.
public struct CaseSelection: Hashable, Sendable {
  /// What somebody searches for: a number, or words of the title.
  public var words: String?
  /// Whether those that are closed stay away.
  public var isOpen = false
  public var programme: ProgrammeID?
  public var handler: PersonID?
  /// Who or what they are about, under each identity that it had; empty for anybody.
  public var subjects: [EntityID] = []
  /// Those that are counted for an indicator.
  public var counted: Counted?
  /// The case that they name as related.
  public var naming: CaseID?

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
  /// Nil when what is searched for is no number.
  fileprivate var number: CaseNumber? { words.flatMap { CaseNumber($0) } }

  /// The words of a title that are searched for; nil for a number.
  fileprivate var wordsOfTitle: String? { number == nil ? words : nil }

  /// Whether nothing narrows it down but what the viewer may see.
  fileprivate var isOfAll: Bool {
    words == nil && programme == nil && handler == nil && subjects.isEmpty && counted == nil
      && naming == nil
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
    let page = page(at: point)
    return """
      SELECT * FROM \(splice: rows(page, at: point)) AS case_file WHERE \(splice: page)
      """
  }

  /// The last of each programme stand together in an index, where those of all programmes that the viewer sees lie far
  /// apart among the cases of others.
  private func rows(_ page: Statement, at point: Point) -> Statement {
    guard case .now = point, selection.isOfAll else { return point.rows(of: CaseFileRow.self) }
    return """
      ((SELECT * FROM case_file WHERE (SELECT viewer_sees_organisation()) AND \(splice: page))
      UNION ALL (SELECT last.* FROM unnest(viewer_programmes()) AS seen CROSS JOIN LATERAL (
        SELECT * FROM case_file WHERE programme = seen AND \(splice: page)) AS last))
      """
  }

  /// What stands behind WHERE.
  private func page(at point: Point) -> Statement {
    """
    \(splice: isSearched(at: point) ? searched : conditions(at: point))
    ORDER BY year DESC, serial DESC LIMIT \(limit: limit + 1)
    """
  }

  /// Whether an index is asked that row-level security keeps from answering; it knows what is true now.
  private func isSearched(at point: Point) -> Bool {
    switch point {
    case .now:
      selection.number == nil && selection.subjects.isEmpty && selection.counted == nil
        && selection.naming == nil && (selection.words != nil || selection.handler != nil)
    case .position: false
    }
  }

  public func answer(from rows: Rows) throws -> CasesFound {
    let found = try rows.map(CaseFileRow.init(from:))
    return CasesFound(
      cases: Array(found.prefix(limit)),
      next: found.count > limit ? found[limit - 1].number : nil)
  }
}

extension CasesQuery {
  private var searched: Statement {
    """
    key IN (SELECT find_cases(\(selection.wordsOfTitle), \(selection.handler), \(selection.programme),
      \(selection.isOpen), \(before.map { Int32($0.year) }), \(before.map { Int32($0.serial) }),
      \(limit + 1)))
    """
  }

  private func conditions(at point: Point) -> Statement {
    var conditions: [Statement] = ["true"]
    if let words = selection.wordsOfTitle {
      conditions.append(
        "key IN (SELECT find_cases(\(words), NULL, NULL, false, NULL, NULL, NULL))")
    }
    if let number = selection.number { conditions.append(Self.comparison("=", number)) }
    if let before { conditions.append(Self.comparison("<", before)) }
    if selection.isOpen { conditions.append("status <> 'closed'") }
    if let programme = selection.programme { conditions.append("programme = \(programme)") }
    if let handler = selection.handler { conditions.append("handlers @> ARRAY[\(handler)]") }
    if !selection.subjects.isEmpty {
      conditions.append("subject = ANY (\(selection.subjects))")
    }
    if let counted = selection.counted { conditions.append(counted.condition(at: point)) }
    if let file = selection.naming {
      conditions.append("key IN (\(splice: point.keysOfCases(naming: file)))")
    }
    return .joined(conditions, separator: " AND ")
  }

  private static func comparison(_ how: Statement, _ number: CaseNumber) -> Statement {
    "(year, serial) \(splice: how) (\(Int32(number.year)), \(Int32(number.serial)))"
  }
}

/// A page of cases.
public struct CasesFound: Sendable {
  public let cases: [CaseFileRow]
  /// The number before which the next page begins; nil on the last.
  public let next: CaseNumber?
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
