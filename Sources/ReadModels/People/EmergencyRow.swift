public import Domain
public import EventSourcing
public import Foundation
public import Postgres

/// One time that somebody opened what is otherwise closed.
public struct EmergencyRow: AccountPart {
  public typealias Row = EmergencyRow
  public typealias Key = UUID

  public static let name = "emergency_access"

  public let home: AccountHome
  public let id: EmergencyID
  public let reason: Prose
  public let from: Instant
  /// Earlier than it was asked for when it was ended before its time.
  public var until: Instant
  /// Who looked it over and what they found; nil while nobody did.
  public var review: Review?

  /// That somebody looked it over.
  public struct Review: Hashable, Sendable {
    public let by: PersonID
    public let finding: Prose
    public let on: Day
  }

  public static func key(of event: Account.Event, _ recorded: Recorded<LogEvent>) -> UUID? {
    switch event {
    case .glassBroken(let id, _, _), .glassMended(let id, _, _),
      .emergencyReviewed(let id, _, _, _):
      id.identity.uuid
    case .opened, .restated, .closed, .reopened, .granted, .grantProposed, .grantProposedByGroup,
      .grantConfirmed, .grantDeclined, .grantRevoked, .erasureRequested, .erasureApproved,
      .erasureDeclined, .held, .holdLifted, .erased:
      nil
    }
  }

  public static func fold(
    _ row: EmergencyRow?, _ event: Account.Event, _ recorded: Recorded<LogEvent>
  ) -> EmergencyRow? {
    var row = row
    switch event {
    case .glassBroken(let id, let emergency, _):
      return EmergencyRow(
        home: AccountHome(recorded), id: id, reason: emergency.reason, from: emergency.from,
        until: emergency.until, review: nil)
    case .glassMended(_, let instant, _): row?.until = instant
    case .emergencyReviewed(_, let finding, let person, let day):
      row?.review = Review(by: person, finding: finding, on: day)
    case .opened, .restated, .closed, .reopened, .granted, .grantProposed, .grantProposedByGroup,
      .grantConfirmed, .grantDeclined, .grantRevoked, .erasureRequested, .erasureApproved,
      .erasureDeclined, .held, .holdLifted, .erased:
      break
    }
    return row
  }

  /// Whether it goes on at `instant`.
  public func holds(at instant: Instant) -> Bool { from <= instant && instant < until }
}

/// One time; nil when there was none, or none that the viewer may know of.
public struct EmergencyQuery: Query {
  public let id: EmergencyID

  public init(_ id: EmergencyID) { self.id = id }

  public func statement(at point: Point) -> Statement {
    """
    SELECT * FROM \(splice: point.rows(of: EmergencyRow.self)) AS emergency_access WHERE key = \(id)
    """
  }

  public func answer(from rows: Rows) throws -> EmergencyRow? {
    try rows.first.map(EmergencyRow.init(from:))
  }
}

/// Every time that emergency access was taken, by one person or by anybody, the last first.
public struct EmergenciesQuery: Query {
  public let account: AccountID?

  public init(of account: AccountID? = nil) { self.account = account }

  public func statement(at point: Point) -> Statement {
    let whose: Statement = account.map { "WHERE account = \($0)" } ?? ""
    return """
      SELECT * FROM \(splice: point.rows(of: EmergencyRow.self)) AS emergency_access
      \(splice: whose) ORDER BY from_second DESC, key
      """
  }

  public func answer(from rows: Rows) throws -> [EmergencyRow] {
    try rows.map(EmergencyRow.init(from:))
  }
}

extension EmergencyRow {
  public static let columns: [Column] =
    AccountHome.columns + [
      Column("reason", .text), Column("from_second", .int8), Column("until_second", .int8),
      Column("reviewed_by", .text), Column("finding", .text), Column("reviewed_on", .date),
    ]

  public func encode(into writer: inout ColumnWriter) {
    writer.write(home)
    writer.write("reason", reason)
    writer.write("from_second", from.seconds)
    writer.write("until_second", until.seconds)
    writer.write("reviewed_by", review?.by)
    writer.write("finding", review?.finding)
    writer.write("reviewed_on", review?.on)
  }

  public init(from row: Postgres.Row) throws {
    home = try AccountHome(row)
    id = try row["key"]
    reason = try row["reason"]
    from = Instant(seconds: try row["from_second"])
    until = Instant(seconds: try row["until_second"])
    let reviewer: PersonID? = try row["reviewed_by"]
    review = try reviewer.map {
      Review(by: $0, finding: try row["finding"], on: try row["reviewed_on"])
    }
  }
}
