public import Domain
public import Postgres

/// A choice of the toolbox that became an intervention, with what came of it.
///
/// A group for which one intervention was chosen twice has two trials of it, which stand on different choices.
public struct Trial: Hashable, Sendable {
  public let programme: ProgrammeID
  /// What the programme is called in its latest plan year.
  public let programmeName: Line
  public let choice: ChoiceID
  public let intervention: InterventionID
  public let interventionName: Line
  public let type: References.InterventionType.Key
  /// What it was meant to change.
  public let determinants: [References.Determinant.Code]
  public let group: TargetGroupID
  public let groupName: Line
  /// The trade that the group works in; nil when nobody named it.
  public let sector: Line?
  public let status: Programme.InterventionStatus
  /// Nil when it never started.
  public let startedOn: Day?
  /// The day it was finished or cancelled; nil when it was neither.
  public let overOn: Day?
  /// What followed; nil while it is not evaluated.
  public let result: Result?
  /// The cases that came of it and are closed.
  public let cases: Cases

  /// What an evaluation says came of it.
  public struct Result: Hashable, Sendable {
    public let outcome: Programme.InterventionEvaluation.Outcome
    public let confidence: Confidence
    public let writtenOn: Day

    public init(
      outcome: Programme.InterventionEvaluation.Outcome, confidence: Confidence, writtenOn: Day
    ) {
      self.outcome = outcome
      self.confidence = confidence
      self.writtenOn = writtenOn
    }
  }

  /// How the cases ended that an intervention led to.
  public struct Cases: Hashable, Sendable {
    public let closed: Int
    /// Those of which somebody said whether the rules are kept now.
    public let judged: Int
    /// Those of these in which they are.
    public let compliant: Int

    public init(closed: Int = 0, judged: Int = 0, compliant: Int = 0) {
      self.closed = closed
      self.judged = judged
      self.compliant = compliant
    }
  }

  public init(
    programme: ProgrammeID, programmeName: Line, choice: ChoiceID, intervention: InterventionID,
    interventionName: Line, type: References.InterventionType.Key,
    determinants: [References.Determinant.Code], group: TargetGroupID, groupName: Line,
    sector: Line?, status: Programme.InterventionStatus, startedOn: Day?, overOn: Day?,
    result: Result?, cases: Cases
  ) {
    self.programme = programme
    self.programmeName = programmeName
    self.choice = choice
    self.intervention = intervention
    self.interventionName = interventionName
    self.type = type
    self.determinants = determinants
    self.group = group
    self.groupName = groupName
    self.sector = sector
    self.status = status
    self.startedOn = startedOn
    self.overOn = overOn
    self.result = result
    self.cases = cases
  }

  /// Whether the work was begun, whatever came of it.
  public var isTried: Bool { startedOn != nil }
}

/// Every trial that the viewer may see, or those of one type: the most recently begun first, those that never
/// started last.
public struct TrialsQuery: Query {
  let isAsked: Statement

  /// Asks for the trials of all types.
  public init() { isAsked = "true" }

  public init(of type: References.InterventionType.Key) {
    isAsked = "choice.intervention_type = \(type)"
  }

  /// Asks for all or for none, as a page needs them.
  public init(when isNeeded: Bool) { isAsked = isNeeded ? "true" : "false" }

  public func statement(at point: Point) -> Statement {
    """
    SELECT choice.programme, programme.title AS programme_name, choice.key AS choice_key,
      choice.choice, choice.target_group, target_group.title AS group_name, profile.sector,
      choice.intervention, intervention.title AS intervention_name, intervention.status,
      intervention.started_on, intervention.over_on,
      evaluation.outcome, evaluation.confidence, evaluation.written_on,
      cases.closed, cases.judged, cases.compliant
    FROM \(splice: point.rows(of: ChoiceRow.self)) AS choice
    JOIN \(splice: point.rows(of: InterventionRow.self)) AS intervention
      ON intervention.key = choice.intervention
    JOIN \(splice: point.rows(of: ProgrammeRow.self)) AS programme
      ON programme.key = choice.programme
    JOIN \(splice: point.rows(of: TargetGroupRow.self)) AS target_group
      ON target_group.key = choice.target_group
    LEFT JOIN \(splice: point.rows(of: ProfileRow.self)) AS profile
      ON profile.key = choice.target_group
    LEFT JOIN \(splice: present(at: point)) AS evaluation
      ON evaluation.intervention = choice.intervention
    CROSS JOIN LATERAL (\(splice: cases(at: point))) AS cases
    WHERE choice.intervention_type IS NOT NULL AND \(splice: isAsked)
    ORDER BY intervention.started_on DESC NULLS LAST, choice.position_first DESC
    """
  }

  private func cases(at point: Point) -> Statement {
    """
    SELECT count(*) AS closed,
      count(*) FILTER (WHERE compliance <> \(CaseFile.Compliance.unknown)) AS judged,
      count(*) FILTER (WHERE compliance = \(CaseFile.Compliance.reached)) AS compliant
    FROM \(splice: point.rows(of: CaseResultRow.self)) AS case_result
    WHERE case_result.intervention = choice.intervention AND closed_on IS NOT NULL
    """
  }

  /// The evaluation of each intervention that counts.
  private func present(at point: Point) -> Statement {
    """
    (SELECT DISTINCT ON (intervention) intervention, outcome, confidence, written_on
    FROM \(splice: point.rows(of: InterventionEvaluationRow.self)) AS version
    ORDER BY intervention, key DESC)
    """
  }

  public func answer(from rows: Rows) throws -> [Trial] { try rows.map(Trial.init(from:)) }
}

extension Trial {
  fileprivate init(from row: Postgres.Row) throws {
    let made: Analysis.Choice = try row.whole("choice")
    guard let type = made.measure.type else { throw UnreadableRow("choice", "nothing to try") }
    self.init(
      programme: try row["programme"], programmeName: try row["programme_name"],
      choice: try row["choice_key"], intervention: try row["intervention"],
      interventionName: try row["intervention_name"], type: type,
      determinants: made.determinants, group: try row["target_group"],
      groupName: try row["group_name"], sector: try row["sector"], status: try row["status"],
      startedOn: try row["started_on"], overOn: try row["over_on"], result: try Result(from: row),
      cases: Cases(
        closed: Int(try row["closed"] as Int64), judged: Int(try row["judged"] as Int64),
        compliant: Int(try row["compliant"] as Int64)))
  }
}

extension Trial.Result {
  /// Nil when there is no evaluation.
  fileprivate init?(from row: Postgres.Row) throws {
    guard let outcome: Programme.InterventionEvaluation.Outcome = try row["outcome"] else {
      return nil
    }
    self.init(
      outcome: outcome, confidence: try row["confidence"], writtenOn: try row["written_on"])
  }
}
