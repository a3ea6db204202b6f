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

  public static func key(of event: Account.Event, _ recorded: Recorded<LogEvent>) -> UUID? {
    switch event {
    case .glassBroken(let id, _, _), .glassMended(let id, _, _): id.identity.uuid
    case .opened, .restated, .closed, .reopened, .granted, .grantProposed, .grantConfirmed,
      .grantDeclined, .grantRevoked, .erasureRequested, .erasureApproved, .erasureDeclined, .held,
      .holdLifted, .erased:
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
        until: emergency.until)
    case .glassMended(_, let instant, _): row?.until = instant
    case .opened, .restated, .closed, .reopened, .granted, .grantProposed, .grantConfirmed,
      .grantDeclined, .grantRevoked, .erasureRequested, .erasureApproved, .erasureDeclined, .held,
      .holdLifted, .erased:
      break
    }
    return row
  }

  /// Whether it goes on at `instant`.
  public func holds(at instant: Instant) -> Bool { from <= instant && instant < until }
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
    ]

  public func encode(into writer: inout ColumnWriter) {
    writer.write(home)
    writer.write("reason", reason)
    writer.write("from_second", from.seconds)
    writer.write("until_second", until.seconds)
  }

  public init(from row: Postgres.Row) throws {
    home = try AccountHome(row)
    id = try row["key"]
    reason = try row["reason"]
    from = Instant(seconds: try row["from_second"])
    until = Instant(seconds: try row["until_second"])
  }
}
