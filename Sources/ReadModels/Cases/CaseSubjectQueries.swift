public import Domain
import EventSourcing
public import Postgres

/// Who or what a case is about; nil while nobody said, or when the viewer may not know of it.
///
/// One that proved to be the same as another is given as that other.
public struct SubjectOfCaseQuery: Query {
  let file: CaseID

  public init(of file: CaseID) { self.file = file }

  public func statement(at point: Point) -> Statement {
    """
    SELECT * FROM \(splice: point.rows(of: EntityRow.self)) AS entity
    WHERE key = \(splice: point.survivor(of: point.subject(of: file)))
    """
  }

  public func answer(from rows: Rows) throws -> EntityRow? {
    try rows.first.map(EntityRow.init(from:))
  }
}

/// The intervention of a programme that a case came of; nil when it came of none.
public struct OriginOfCaseQuery: Query {
  let file: CaseID

  public init(of file: CaseID) { self.file = file }

  public func statement(at point: Point) -> Statement {
    """
    SELECT * FROM \(splice: point.rows(of: InterventionRow.self)) AS intervention
    WHERE key = (
      SELECT (origin #>> '{programmeAction,intervention}')::uuid
      FROM \(splice: point.rows(of: CaseFileRow.self)) AS case_file WHERE key = \(file))
    """
  }

  public func answer(from rows: Rows) throws -> InterventionRow? {
    try rows.first.map(InterventionRow.init(from:))
  }
}

/// When which other agency was at what a case is about, the last first.
public struct VisitsToSubjectQuery: Query {
  /// So many tell whether somebody was there lately.
  private static let countMax = 5

  let file: CaseID

  public init(of file: CaseID) { self.file = file }

  public func statement(at point: Point) -> Statement {
    """
    SELECT visit.* FROM \(splice: point.rows(of: AgencyVisitRow.self)) AS visit
    WHERE visit.entity = ANY \(splice: point.identities(ofSubjectOf: file))
    ORDER BY visit.visited_on DESC, visit.key LIMIT \(limit: Self.countMax)
    """
  }

  public func answer(from rows: Rows) throws -> [AgencyVisitRow] {
    try rows.map(AgencyVisitRow.init(from:))
  }
}

/// The enforcement of violations in other cases about the same subject, as far as the viewer may see those.
public struct EnforcementElsewhereQuery: Query {
  let file: CaseID

  public init(of file: CaseID) { self.file = file }

  public func statement(at point: Point) -> Statement {
    """
    SELECT enforcement.* FROM \(splice: point.rows(of: CaseEnforcementRow.self)) AS enforcement
    JOIN \(splice: point.rows(of: CaseFindingRow.self)) AS finding
      ON finding.key = enforcement.key AND finding.dropped_on IS NULL
    WHERE enforcement.case_file = ANY (ARRAY(
      SELECT key FROM \(splice: point.rows(of: CaseFileRow.self)) AS other
      WHERE other.subject = ANY \(splice: point.identities(ofSubjectOf: file))
        AND other.key <> \(file)))
    ORDER BY enforcement.position_first
    """
  }

  public func answer(from rows: Rows) throws -> [CaseEnforcementRow] {
    try rows.map(CaseEnforcementRow.init(from:))
  }
}

/// The indicators of the programme of a case that are counted out of cases.
public struct CountedIndicatorsQuery: Query {
  let file: CaseID

  public init(of file: CaseID) { self.file = file }

  public func statement(at point: Point) -> Statement {
    """
    SELECT indicator.* FROM \(splice: point.rows(of: CaseFileRow.self)) AS file
    JOIN \(splice: point.rows(of: IndicatorRow.self)) AS indicator
      ON indicator.programme = file.programme
    WHERE file.key = \(file) AND indicator.counting IS NOT NULL AND indicator.dropped_on IS NULL
    ORDER BY indicator.position_first
    """
  }

  public func answer(from rows: Rows) throws -> [IndicatorRow] {
    try rows.map(IndicatorRow.init(from:))
  }
}

extension Point {
  /// The identity that `file` names as its subject; NULL while nobody said.
  fileprivate func subject(of file: CaseID) -> Statement {
    "(SELECT subject FROM \(splice: rows(of: CaseFileRow.self)) AS file WHERE key = \(file))"
  }

  /// Every identity under which the subject of `file` is known.
  fileprivate func identities(ofSubjectOf file: CaseID) -> Statement {
    identities(mergedInto: survivor(of: subject(of: file)))
  }
}
