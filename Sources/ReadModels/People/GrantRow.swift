public import Domain
public import EventSourcing
public import Foundation
public import Postgres

/// One grant of one account, with who gave it and why, and how it ended.
public struct GrantRow: AccountPart {
  public typealias Row = GrantRow
  public typealias Key = UUID

  public static let name = "role_grant"

  public let home: AccountHome
  public let id: GrantID
  /// Where in the log it was given; grants stand in this order.
  public let positionFirst: Int
  public let grant: Grant
  public let grantor: Grant.Grantor
  /// Nil when the directory or the founding gave it.
  public let reason: Prose?
  public let givenOn: Day
  public var standing: Standing
  /// The second person; nil for a grant that needs none, or has none yet.
  public var confirmedBy: PersonID?
  public var end: End?

  /// How it stands.
  public enum Standing: String, Sendable, PostgresEncodable, PostgresDecodable {
    /// It waits for a second person.
    case proposed
    case held
    /// It was declined or revoked.
    case over
  }

  /// By whom, why and when it ended before its term did.
  public struct End: Hashable, Sendable {
    public let by: Grant.Grantor
    public let reason: Prose?
    public let on: Day
  }

  public static func key(of event: Account.Event, _ recorded: Recorded<LogEvent>) -> UUID? {
    switch event {
    case .granted(let id, _, _, _, _), .grantProposed(let id, _, _, _, _),
      .grantProposedByGroup(let id, _, _, _), .grantConfirmed(let id, _, _),
      .grantDeclined(let id, _, _, _), .grantRevoked(let id, _, _, _):
      id.identity.uuid
    case .opened, .restated, .closed, .reopened, .glassBroken, .glassMended, .emergencyReviewed,
      .erasureRequested, .erasureApproved, .erasureDeclined, .held, .holdLifted, .erased:
      nil
    }
  }

  public static func fold(
    _ row: GrantRow?, _ event: Account.Event, _ recorded: Recorded<LogEvent>
  ) -> GrantRow? {
    var row = row
    switch event {
    case .granted(let id, let grant, let reason, let grantor, let day):
      return GrantRow(id, grant, by: grantor, reason, on: day, .held, recorded)
    case .grantProposed(let id, let grant, let reason, let proposer, let day):
      return GrantRow(id, grant, by: .person(id: proposer), reason, on: day, .proposed, recorded)
    case .grantProposedByGroup(let id, let grant, let group, let day):
      return GrantRow(
        id, grant, by: .directory(group: group), nil, on: day, .proposed, recorded)
    case .grantConfirmed(_, let person, _):
      row?.standing = .held
      row?.confirmedBy = person
    case .grantDeclined(_, let reason, let person, let day):
      row?.standing = .over
      row?.end = End(by: .person(id: person), reason: reason, on: day)
    case .grantRevoked(_, let reason, let grantor, let day):
      // What was declined ended there and then, whenever the group lets go of it.
      if row?.standing == .over { return row }
      row?.standing = .over
      row?.end = End(by: grantor, reason: reason, on: day)
    case .opened, .restated, .closed, .reopened, .glassBroken, .glassMended, .emergencyReviewed,
      .erasureRequested, .erasureApproved, .erasureDeclined, .held, .holdLifted, .erased:
      break
    }
    return row
  }

  private init(
    _ id: GrantID, _ grant: Grant, by grantor: Grant.Grantor, _ reason: Prose?, on day: Day,
    _ standing: Standing, _ recorded: Recorded<LogEvent>
  ) {
    home = AccountHome(recorded)
    self.id = id
    positionFirst = recorded.position
    self.grant = grant
    self.grantor = grantor
    self.reason = reason
    givenOn = day
    self.standing = standing
  }

  /// Whether a group of the directory gives it or asks for it.
  public var isByGroup: Bool { if case .directory = grantor { true } else { false } }

  /// Whether its role can be played on `day`.
  public func holds(on day: Day) -> Bool { standing == .held && grant.term.holds(on: day) }
}

/// The grants of one account, or of all, in the order in which they were given.
public struct GrantsQuery: Query {
  public let account: AccountID?

  public init(of account: AccountID? = nil) { self.account = account }

  public func statement(at point: Point) -> Statement {
    let whose: Statement = account.map { "WHERE account = \($0)" } ?? ""
    return """
      SELECT * FROM \(splice: point.rows(of: GrantRow.self)) AS role_grant
      \(splice: whose) ORDER BY position_first, key
      """
  }

  public func answer(from rows: Rows) throws -> [GrantRow] {
    try rows.map(GrantRow.init(from:))
  }
}

extension GrantRow {
  public static let columns: [Column] =
    AccountHome.columns + [
      Column("position_first", .int8), Column("grant_given", .json), Column("grantor", .json),
      Column("reason", .text), Column("given_on", .date), Column("standing", .text),
      Column("confirmed_by", .text), Column("end_by", .json), Column("end_because", .text),
      Column("end_on", .date),
    ]

  public func encode(into writer: inout ColumnWriter) {
    writer.write(home)
    writer.write("position_first", positionFirst)
    writer.write("grant_given", Whole(grant))
    writer.write("grantor", Whole(grantor))
    writer.write("reason", reason)
    writer.write("given_on", givenOn)
    writer.write("standing", standing)
    writer.write("confirmed_by", confirmedBy)
    writer.write("end_by", (end?.by).map { Whole($0) })
    writer.write("end_because", end?.reason)
    writer.write("end_on", end?.on)
  }

  public init(from row: Postgres.Row) throws {
    home = try AccountHome(row)
    id = try row["key"]
    positionFirst = try row["position_first"]
    grant = try row.whole("grant_given")
    grantor = try row.whole("grantor")
    reason = try row["reason"]
    givenOn = try row["given_on"]
    standing = try row["standing"]
    confirmedBy = try row["confirmed_by"]
    if let by: Grant.Grantor = try row.wholeIfAny("end_by") {
      end = End(by: by, reason: try row["end_because"], on: try row["end_on"])
    }
  }
}
