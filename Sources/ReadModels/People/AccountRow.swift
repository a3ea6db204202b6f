public import Domain
public import EventSourcing
public import Foundation
public import Postgres

/// Somebody's account, without what was granted.
public struct AccountRow: AccountPart {
  public typealias Row = AccountRow
  public typealias Key = UUID

  public static let name = "account"

  public let home: AccountHome
  public let person: PersonID
  public let openedOn: Day
  public var profile: Account.Profile
  /// When and why it was closed; nil while it is open.
  public var closing: Drop?
  /// When the log wrote down that it was opened again, if it ever was: no session from before that holds.
  public var reopenedAt: Date?
  /// How many events it has; a form that changes it says which it saw.
  public var version: Int

  public static func key(of event: Account.Event, _ recorded: Recorded<LogEvent>) -> UUID? {
    recorded.stream.identity.uuid
  }

  public static func fold(
    _ row: AccountRow?, _ event: Account.Event, _ recorded: Recorded<LogEvent>
  ) -> AccountRow? {
    var row = row ?? opened(by: event, recorded)
    row?.take(event, at: recorded.recordedAt)
    row?.version = recorded.version
    return row
  }

  private static func opened(
    by event: Account.Event, _ recorded: Recorded<LogEvent>
  ) -> AccountRow? {
    guard case .opened(let person, let profile, let day) = event else { return nil }
    return AccountRow(
      home: AccountHome(recorded), person: person, openedOn: day, profile: profile, closing: nil,
      reopenedAt: nil, version: recorded.version)
  }

  private mutating func take(_ event: Account.Event, at moment: Date) {
    switch event {
    case .restated(let profile, _): self.profile = profile
    case .closed(let reason, let day): closing = Drop(because: reason, on: day)
    case .erased: profile = .erased
    case .reopened:
      closing = nil
      reopenedAt = moment
    case .opened, .granted, .grantProposed, .grantProposedByGroup, .grantConfirmed, .grantDeclined,
      .grantRevoked, .glassBroken, .glassMended, .emergencyReviewed, .erasureRequested,
      .erasureApproved, .erasureDeclined, .held, .holdLifted:
      break
    }
  }
}

/// Every account, open ones first, by name.
public struct AccountsQuery: Query {
  public init() {}

  public func statement(at point: Point) -> Statement {
    """
    SELECT * FROM \(splice: point.rows(of: AccountRow.self)) AS account
    ORDER BY dropped_on IS NOT NULL, lower(name), key
    """
  }

  public func answer(from rows: Rows) throws -> [AccountRow] {
    try rows.map(AccountRow.init(from:))
  }
}

/// One account; nil when there is none, or none that the viewer may know of.
public struct AccountQuery: Query {
  public let account: AccountID

  public init(_ account: AccountID) { self.account = account }

  public func statement(at point: Point) -> Statement {
    "SELECT * FROM \(splice: point.rows(of: AccountRow.self)) AS account WHERE key = \(account)"
  }

  public func answer(from rows: Rows) throws -> AccountRow? {
    try rows.first.map(AccountRow.init(from:))
  }
}

extension AccountRow {
  public static let columns: [Column] =
    AccountHome.columns + [
      Column("person", .text), Column("opened_on", .date), Column("name", .text),
      Column("mail", .text),
    ] + Drop.columns + [Column("reopened_at", .timestamptz), Column("version", .int8)]

  public func encode(into writer: inout ColumnWriter) {
    writer.write(home)
    writer.write("person", person)
    writer.write("opened_on", openedOn)
    writer.write("name", profile.name)
    writer.write("mail", profile.mail?.description)
    writer.write(closing)
    writer.write("reopened_at", reopenedAt)
    writer.write("version", version)
  }

  public init(from row: Postgres.Row) throws {
    home = try AccountHome(row)
    person = try row["person"]
    openedOn = try row["opened_on"]
    let mail: String? = try row["mail"]
    profile = Account.Profile(try row["name"], mail: mail.flatMap { MailAddress($0) })
    closing = try Drop(row)
    reopenedAt = try row["reopened_at"]
    version = try row["version"]
  }
}
