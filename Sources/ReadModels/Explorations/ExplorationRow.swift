public import Domain
import EventSourcing
public import Foundation
public import Postgres

/// An exploration as it stands in the list; what it says has rows of its own.
public struct ExplorationRow: ExplorationPart {
  public typealias Row = ExplorationRow
  public typealias Key = UUID

  public static let name = "exploration"
  public static let order: Statement = "key"

  public let home: ExplorationHome
  /// The organisation as it was opened for.
  public let organisationName: Line
  public let openedOn: Day
  public var title: Line
  public var origin: Exploration.Origin
  public var stage: Stage
  /// The sections that were written.
  public var written: Set<Exploration.Section>
  public var partyCount: Int
  /// How many findings were not withdrawn.
  public var findingCount: Int
  /// How many arguments were not withdrawn.
  public var argumentCount: Int
  /// Why it was opened again; nil when it was not, or was decided since.
  public var reopening: Reopening?

  /// How far an exploration has come.
  public enum Stage: Hashable, Sendable {
    case open
    /// The decision waits for someone to take it.
    case proposed(DecisionID)
    case decided(DecisionID)

    /// A stage without its decision, to list and to choose by.
    public enum Kind: String, CaseIterable, Sendable {
      case open
      case proposed
      case decided
    }

    public var kind: Kind {
      switch self {
      case .open: .open
      case .proposed: .proposed
      case .decided: .decided
      }
    }

    /// The decision that is proposed or taken.
    public var decision: DecisionID? {
      switch self {
      case .open: nil
      case .proposed(let id), .decided(let id): id
      }
    }
  }

  /// That it was opened again after a decision.
  public struct Reopening: Hashable, Sendable {
    public let by: PersonID
    public let reason: Prose
    public let on: Day
  }

  /// Its identity.
  public var id: ExplorationID { home.exploration }

  /// What is still needed before a decision can be proposed, in the order of the form.
  public var missing: [Exploration.Element] {
    Exploration.Element.allCases.filter { !has($0) }
  }

  private func has(_ element: Exploration.Element) -> Bool {
    switch element {
    case .problem: written.contains(.problem)
    case .causes: written.contains(.causes)
    case .influence: written.contains(.influence)
    case .system: written.contains(.system)
    case .parties: partyCount > 0
    case .argument: argumentCount > 0
    }
  }
}

/// Every exploration, the one that changed last first.
public struct ExplorationsQuery: Query {
  /// An exploration and what happened to it last.
  public struct Entry: Equatable, Sendable {
    public let exploration: ExplorationRow
    public let change: Change
  }

  public init() {}

  public func statement(at point: Point) -> Statement {
    """
    SELECT * FROM \(splice: point.rows(of: ExplorationRow.self)) AS exploration
    CROSS JOIN LATERAL \(
      splice: point.lastChange(in: Exploration.category, of: "exploration.key")) AS change
    ORDER BY changed_at DESC, key
    """
  }

  public func answer(from rows: Rows) throws -> [Entry] {
    try rows.map { Entry(exploration: try ExplorationRow(from: $0), change: try Change($0)) }
  }
}

/// What was decided on the explorations that are decided, by the decision.
public struct AdoptedDecisionsQuery: Query {
  public init() {}

  public func statement(at point: Point) -> Statement {
    """
    SELECT decision.* FROM \(splice: point.rows(of: DecisionRow.self)) AS decision
    WHERE fate = \(DecisionRow.Fate.Kind.adopted.rawValue)
    """
  }

  public func answer(from rows: Rows) throws -> [DecisionID: DecisionRow] {
    let decisions = try rows.map(DecisionRow.init(from:))
    return Dictionary(uniqueKeysWithValues: decisions.map { ($0.id, $0) })
  }
}

/// One exploration; nil when there is none, or none that the viewer may know of.
public struct ExplorationQuery: Query {
  public let exploration: ExplorationID

  public init(_ exploration: ExplorationID) { self.exploration = exploration }

  public func statement(at point: Point) -> Statement {
    """
    SELECT * FROM \(splice: point.rows(of: ExplorationRow.self)) AS exploration
    WHERE key = \(exploration)
    """
  }

  public func answer(from rows: Rows) throws -> ExplorationRow? {
    try rows.first.map(ExplorationRow.init(from:))
  }
}

/// Every row of one kind that one exploration has, in the order of its kind.
public struct ExplorationPartsQuery<Part: ExplorationPart>: Query {
  public let exploration: ExplorationID

  public init(_ part: Part.Type = Part.self, of exploration: ExplorationID) {
    self.exploration = exploration
  }

  public func statement(at point: Point) -> Statement {
    """
    SELECT * FROM \(splice: point.rows(of: Part.self)) AS part
    WHERE exploration = \(exploration) ORDER BY \(splice: Part.order)
    """
  }

  public func answer(from rows: Rows) throws -> [Part] { try rows.map(Part.init(from:)) }
}
