public import Domain
import EventSourcing
public import Postgres

/// What a checklist is called to be chosen by, with the edition that is used from now on.
public struct ChecklistName: Sendable {
  public let id: ChecklistID
  public let title: Line
  public let edition: Int
}

/// The checklists that may be used on a case: in use, and of its programme or of none.
public struct UsableChecklistsQuery: Query {
  let file: CaseID

  public init(on file: CaseID) { self.file = file }

  public func statement(at point: Point) -> Statement {
    """
    SELECT key, title, (editions -> -1 ->> 'number')::bigint AS edition
    FROM \(splice: point.rows(of: ChecklistRow.self)) AS checklist
    WHERE dropped_on IS NULL AND (programme IS NULL OR programme = (
      SELECT programme FROM \(splice: point.rows(of: CaseFileRow.self)) AS own WHERE key = \(file)))
    ORDER BY title, key
    """
  }

  public func answer(from rows: Rows) throws -> [ChecklistName] {
    try rows.map {
      ChecklistName(id: try $0["key"], title: try $0["title"], edition: try $0["edition"])
    }
  }
}

/// What the editions of checklists are called that a case names: in its plan, and where it was visited.
public struct NamedChecklistsQuery: Query {
  let file: CaseID

  public init(on file: CaseID) { self.file = file }

  public func statement(at point: Point) -> Statement {
    """
    WITH named AS (
      SELECT plan -> 'checklist' AS edition
      FROM \(splice: point.rows(of: CaseFileRow.self)) AS own WHERE key = \(file)
      UNION ALL SELECT intervention -> 'checked' -> 'against'
      FROM \(splice: point.rows(of: CaseInterventionRow.self)) AS done WHERE case_file = \(file)
    )
    SELECT key, (edition ->> 'number')::bigint AS edition, edition -> 'content' ->> 'title' AS title
    FROM \(splice: point.rows(of: ChecklistRow.self)) AS checklist
    CROSS JOIN LATERAL json_array_elements(editions) AS edition
    WHERE key IN (SELECT (edition ->> 'checklist')::uuid FROM named)
      AND (key, (edition ->> 'number')::bigint) IN (
        SELECT (edition ->> 'checklist')::uuid, (edition ->> 'edition')::bigint FROM named)
    """
  }

  public func answer(from rows: Rows) throws -> [CaseFile.ChecklistEdition: Line] {
    try rows.reduce(into: [:]) { titles, row in
      titles[CaseFile.ChecklistEdition(try row["key"], edition: try row["edition"])] =
        try row["title"]
    }
  }
}

/// What one edition of a checklist asks; nil when there is none, or none that the viewer may know of.
public struct ChecklistEditionQuery: Query {
  let named: CaseFile.ChecklistEdition

  public init(_ named: CaseFile.ChecklistEdition) { self.named = named }

  public func statement(at point: Point) -> Statement {
    """
    SELECT edition AS whole FROM \(splice: point.rows(of: ChecklistRow.self)) AS checklist
    CROSS JOIN LATERAL json_array_elements(editions) AS edition
    WHERE key = \(named.checklist) AND (edition ->> 'number')::bigint = \(named.edition)
    """
  }

  public func answer(from rows: Rows) throws -> ChecklistRow.Edition? {
    try rows.first?.whole("whole")
  }
}
