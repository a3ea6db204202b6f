public import Domain
public import Postgres

/// One programme; nil when there is none, or none that the viewer may see.
public struct ProgrammeQuery: Query {
  public let programme: ProgrammeID

  public init(_ programme: ProgrammeID) { self.programme = programme }

  public func statement(at point: Point) -> Statement {
    """
    SELECT * FROM \(splice: point.rows(of: ProgrammeRow.self)) AS programme
    WHERE key = \(programme)
    """
  }

  public func answer(from rows: Rows) throws -> ProgrammeRow? {
    try rows.first.map(ProgrammeRow.init(from:))
  }
}

/// Programmes by number: all, or those that follow from one exploration or one of its decisions.
public struct ProgrammesQuery: Query {
  public let exploration: ExplorationID?
  public let decision: DecisionID?

  /// Asks for every programme.
  public init() { (exploration, decision) = (nil, nil) }

  /// Asks for those of one decision of `exploration`, or of all when that is nil.
  public init(from exploration: ExplorationID, decision: DecisionID? = nil) {
    self.exploration = exploration
    self.decision = decision
  }

  public func statement(at point: Point) -> Statement {
    """
    SELECT * FROM \(splice: point.rows(of: ProgrammeRow.self)) AS programme
    WHERE true \(splice: exploration.map { "AND exploration = \($0)" } ?? "")
      \(splice: decision.map { "AND decision = \($0)" } ?? "")
    ORDER BY \(splice: ProgrammeRow.order)
    """
  }

  public func answer(from rows: Rows) throws -> [ProgrammeRow] {
    try rows.map(ProgrammeRow.init(from:))
  }
}

/// What every programme is called, by number: to choose one, or to name one elsewhere.
public struct ProgrammeNamesQuery: Query {
  public struct Name: Hashable, Sendable {
    public let programme: ProgrammeID
    /// Its number and name in the latest plan year.
    public let label: Programme.Label
    public let isEnded: Bool
  }

  public init() {}

  public func statement(at point: Point) -> Statement {
    """
    SELECT key, plan_year, number, title, ended_on IS NOT NULL AS is_ended
    FROM \(splice: point.rows(of: ProgrammeRow.self)) AS programme
    ORDER BY \(splice: ProgrammeRow.order)
    """
  }

  public func answer(from rows: Rows) throws -> [Name] {
    try rows.map { row in
      Name(
        programme: try row["key"],
        label: Programme.Label(
          planYear: try row["plan_year"], number: try row["number"], name: try row["title"]),
        isEnded: try row["is_ended"])
    }
  }
}

/// What indicators of a programme measured, by the day that was measured.
public struct MeasurementsQuery: Query {
  /// Of which indicators.
  public enum Asked: Hashable, Sendable {
    case none
    case one(IndicatorID)
    case every
  }

  public let programme: ProgrammeID
  public let asked: Asked

  public init(_ asked: Asked, in programme: ProgrammeID) {
    self.programme = programme
    self.asked = asked
  }

  public func statement(at point: Point) -> Statement {
    """
    SELECT * FROM \(splice: point.rows(of: MeasurementRow.self)) AS measurement
    WHERE programme = \(programme) AND \(splice: isAsked)
    ORDER BY \(splice: MeasurementRow.order)
    """
  }

  private var isAsked: Statement {
    switch asked {
    case .none: "false"
    case .one(let indicator): "indicator = \(indicator)"
    case .every: "true"
    }
  }

  public func answer(from rows: Rows) throws -> [MeasurementRow] {
    try rows.map(MeasurementRow.init(from:))
  }
}

/// What happened to programmes last.
struct ProgrammeChangesQuery: Query {
  let programmes: ProgrammeScope

  init(of programmes: ProgrammeScope) { self.programmes = programmes }

  func statement(at point: Point) -> Statement {
    """
    SELECT asked.key, change.* FROM (
      SELECT key FROM \(splice: point.rows(of: ProgrammeRow.self)) AS every
      WHERE \(splice: programmes.condition("key", at: point))) AS asked
    CROSS JOIN LATERAL \(
      splice: point.lastChange(in: Programme.category, of: "asked.key")) AS change
    """
  }

  func answer(from rows: Rows) throws -> [ProgrammeID: Change] {
    let changes = try rows.map { (try $0["key"] as ProgrammeID, try Change($0)) }
    return Dictionary(changes) { first, _ in first }
  }
}
