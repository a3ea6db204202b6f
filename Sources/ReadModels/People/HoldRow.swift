public import Domain
public import EventSourcing
public import Foundation
public import Postgres

/// One duty to keep what is held about somebody, and how it ended.
public struct HoldRow: AccountPart {
  public typealias Row = HoldRow
  public typealias Key = UUID

  public static let name = "legal_hold"

  public let home: AccountHome
  public let id: HoldID
  public let hold: Account.Hold
  public let placedBy: PersonID
  public let placedOn: Day
  public var lifting: Lifting?

  /// By whom, why and when it ended before its time.
  public struct Lifting: Hashable, Sendable {
    public let by: PersonID
    public let reason: Prose
    public let on: Day
  }

  /// Whether it forbids erasing on `day`.
  public func holds(on day: Day) -> Bool { lifting == nil && day <= hold.until ?? .last }

  public static func key(of event: Account.Event, _ recorded: Recorded<LogEvent>) -> UUID? {
    switch event {
    case .held(let id, _, _, _), .holdLifted(let id, _, _, _): id.identity.uuid
    case .opened, .restated, .closed, .reopened, .granted, .grantProposed, .grantProposedByGroup,
      .grantConfirmed, .grantDeclined, .grantRevoked, .glassBroken, .glassMended,
      .emergencyReviewed, .erasureRequested, .erasureApproved, .erasureDeclined, .erased:
      nil
    }
  }

  public static func fold(
    _ row: HoldRow?, _ event: Account.Event, _ recorded: Recorded<LogEvent>
  ) -> HoldRow? {
    var row = row
    switch event {
    case .held(let id, let hold, let by, let day):
      return HoldRow(
        home: AccountHome(recorded), id: id, hold: hold, placedBy: by, placedOn: day, lifting: nil)
    case .holdLifted(_, let reason, let by, let day):
      row?.lifting = Lifting(by: by, reason: reason, on: day)
    case .opened, .restated, .closed, .reopened, .granted, .grantProposed, .grantProposedByGroup,
      .grantConfirmed, .grantDeclined, .grantRevoked, .glassBroken, .glassMended,
      .emergencyReviewed, .erasureRequested, .erasureApproved, .erasureDeclined, .erased:
      break
    }
    return row
  }
}

/// The duties to keep what is held about one account, in the order in which they were written down.
public struct HoldsQuery: Query {
  public let account: AccountID

  public init(of account: AccountID) { self.account = account }

  public func statement(at point: Point) -> Statement {
    """
    SELECT * FROM \(splice: point.rows(of: HoldRow.self)) AS legal_hold
    WHERE account = \(account) ORDER BY placed_on, key
    """
  }

  public func answer(from rows: Rows) throws -> [HoldRow] {
    try rows.map(HoldRow.init(from:))
  }
}

extension HoldRow {
  public static let columns: [Column] =
    AccountHome.columns + [
      Column("reason", .text), Column("ends_on", .date), Column("placed_by", .text),
      Column("placed_on", .date), Column("lifted_by", .text), Column("lifted_because", .text),
      Column("lifted_on", .date),
    ]

  public func encode(into writer: inout ColumnWriter) {
    writer.write(home)
    writer.write("reason", hold.reason)
    writer.write("ends_on", hold.until)
    writer.write("placed_by", placedBy)
    writer.write("placed_on", placedOn)
    writer.write("lifted_by", lifting?.by)
    writer.write("lifted_because", lifting?.reason)
    writer.write("lifted_on", lifting?.on)
  }

  public init(from row: Postgres.Row) throws {
    home = try AccountHome(row)
    id = try row["key"]
    hold = Account.Hold(try row["reason"], until: try row["ends_on"])
    placedBy = try row["placed_by"]
    placedOn = try row["placed_on"]
    if let by: PersonID = try row["lifted_by"] {
      lifting = Lifting(by: by, reason: try row["lifted_because"], on: try row["lifted_on"])
    }
  }
}
