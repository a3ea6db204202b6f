public import Domain
public import EventSourcing
public import Foundation
public import Postgres

/// The last thing that happened to something: the version it led to, and when and through whom.
///
/// The history tells it. In a row of the thing itself it would make every event supersede that row.
public struct Change: Hashable, Sendable {
  /// How many events its stream has: what a form names as the version it was drawn from.
  public let version: Int
  /// When it was recorded.
  public let recordedAt: Date
  /// Who did it; nil when that is no person's name.
  public let by: PersonID?
  /// The day on which it happened.
  public let on: Day
}

extension Change {
  init(_ row: Row) throws {
    version = try row["version"]
    recordedAt = try row["changed_at"]
    by = PersonID(try row["changed_by"])
    on = try row["changed_on"]
  }
}

/// What happened to one thing last; nil when nothing did.
public struct LastChangeQuery: Query {
  public let subject: StreamName

  public init(of subject: StreamName) { self.subject = subject }

  public func statement(at point: Point) -> Statement {
    let identity: Statement = "(SELECT \(subject.identity.uuid))"
    return "SELECT * FROM \(splice: point.lastChange(in: subject.category, of: identity)) AS change"
  }

  public func answer(from rows: Rows) throws -> Change? { try rows.first.map(Change.init) }
}

extension Point {
  /// The table that tells what happened to things of `category`: not everyone who may see the one may see the other.
  static func history(of category: String) -> Statement {
    if category == Account.category { return "account_history" }
    if category == CaseFile.category { return "case_history" }
    return category == SupervisedEntity.category ? "entity_history" : "history"
  }

  /// What happened last to the thing of `category` whose identity `subject` says, to stand behind FROM or
  /// LATERAL under a name.
  ///
  /// What is asked for stands in sub-selects, which the server does not look into when it plans: it plans once for
  /// all, where it would plan anew for each.
  func lastChange(in category: String, of subject: Statement) -> Statement {
    """
    (SELECT version, recorded_at AS changed_at, actor AS changed_by, happened_on AS changed_on
    FROM \(splice: Self.history(of: category)) WHERE category = (SELECT \(category)) AND subject = \(splice: subject)
      AND \(splice: isPast(of: "key")) ORDER BY key DESC LIMIT 1)
    """
  }
}
