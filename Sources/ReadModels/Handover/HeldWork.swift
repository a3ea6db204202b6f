public import Domain
public import Postgres

/// Something unfinished that somebody holds: a programme, a place in a team, an intervention, what a decision gave them
/// to do, or a case.
public struct HeldWork: Hashable, Sendable {
  public let holder: PersonID
  /// What the programme or the exploration is called.
  public let title: Line
  public let part: Part

  /// What it is.
  public enum Part: Hashable, Sendable {
    case programme(ProgrammeID)
    /// A membership, by where in the log it began, in a role.
    case membership(ProgrammeID, positionFirst: Int, role: Line)
    case intervention(ProgrammeID, InterventionID, name: Line)
    /// A project or line activity by decision.
    case decision(DecisionReference)
    /// A case that they handle, perhaps with others.
    case caseFile(CaseID)
  }
}

/// The unfinished work that these people hold, person by person; all of it that the viewer may see.
public struct HeldWorkQuery: Query {
  private let holders: [String]

  public init(by holders: [PersonID]) { self.holders = holders.map(\.description) }

  public func statement(at point: Point) -> Statement {
    """
    \(splice: programmes(at: point)) UNION ALL \(splice: memberships(at: point))
    UNION ALL \(splice: interventions(at: point)) UNION ALL \(splice: decisions(at: point))
    UNION ALL \(splice: cases(at: point))
    ORDER BY holder, part, title, id
    """
  }

  private func programmes(at point: Point) -> Statement {
    """
    SELECT manager AS holder, 1 AS part, title, key AS id, NULL::uuid AS within,
      NULL::text AS words, NULL::bigint AS position_first
    FROM \(splice: point.rows(of: ProgrammeRow.self)) AS programme
    WHERE ended_on IS NULL AND manager = ANY (\(holders))
    """
  }

  private func memberships(at point: Point) -> Statement {
    """
    SELECT member.person, 2, title, programme.key, NULL, member.part, member.position_first
    FROM \(splice: point.rows(of: MemberRow.self)) AS member
    JOIN \(splice: point.rows(of: ProgrammeRow.self)) AS programme ON programme.key = member.programme
    WHERE ended_on IS NULL AND member.person = ANY (\(holders))
    """
  }

  private func interventions(at point: Point) -> Statement {
    """
    SELECT intervention.owner, 3, programme.title, intervention.key, programme.key,
      intervention.title, NULL
    FROM \(splice: point.rows(of: InterventionRow.self)) AS intervention
    JOIN \(splice: point.rows(of: ProgrammeRow.self)) AS programme
      ON programme.key = intervention.programme
    WHERE ended_on IS NULL AND intervention.owner = ANY (\(holders))
      AND intervention.status IN ('planned', 'running')
    """
  }

  /// The decision by which an exploration stands; one that was reopened waits for another.
  private func decisions(at point: Point) -> Statement {
    """
    SELECT held.holder, 4, exploration.title, held.key, exploration.key, NULL, NULL
    FROM (
      SELECT key, coalesce(proposal->'outcome'->'project'->>'owner',
        proposal->'outcome'->'lineActivity'->>'owner') AS holder
      FROM \(splice: point.rows(of: DecisionRow.self)) AS decision
      WHERE fate = 'adopted') AS held
    JOIN \(splice: point.rows(of: ExplorationRow.self)) AS exploration
      ON exploration.decision = held.key
    WHERE held.holder = ANY (\(holders))
    """
  }

  private func cases(at point: Point) -> Statement {
    """
    SELECT held.holder, 5, case_file.title, case_file.key, NULL, NULL, NULL
    FROM \(splice: point.rows(of: CaseFileRow.self)) AS case_file
    CROSS JOIN unnest(case_file.handlers) AS held (holder)
    WHERE case_file.handlers && \(holders) AND case_file.status <> 'closed'
      AND held.holder = ANY (\(holders))
    """
  }

  public func answer(from rows: Rows) throws -> [HeldWork] {
    try rows.map { row in
      HeldWork(holder: try row["holder"], title: try row["title"], part: try Self.part(row))
    }
  }

  private static func part(_ row: Row) throws -> HeldWork.Part {
    switch try row["part"] as Int {
    case 1: .programme(try row["id"])
    case 2:
      .membership(
        try row["id"], positionFirst: try row["position_first"], role: try row["words"])
    case 3: .intervention(try row["within"], try row["id"], name: try row["words"])
    case 4: .decision(DecisionReference(try row["within"], try row["id"]))
    case 5: .caseFile(try row["id"])
    case let number: throw UnreadableRow("held work", "part \(number)")
    }
  }
}
