public import Domain
public import EventSourcing
public import Foundation
public import Postgres

/// One wish to have an account erased: who wrote it down, who judged it, and what came of it.
///
/// Once it was carried out its texts say nothing any more, and the proof stays.
public struct ErasureRow: AccountPart {
  public typealias Row = ErasureRow
  public typealias Key = UUID

  public static let name = "erasure"

  public let home: AccountHome
  public let id: ErasureID
  public let erasure: Account.Erasure
  public let requestedBy: PersonID
  public let requestedOn: Day
  public var standing: Standing
  /// Who approved or declined it, and when.
  public var judgement: Judgement?
  /// What was done, once it was.
  public var proof: Account.ErasureProof?

  /// How far it has come.
  public enum Standing: String, CaseIterable, Sendable, PostgresEncodable, PostgresDecodable {
    /// It waits for a second person.
    case requested
    /// The program is carrying it out.
    case approved
    case declined
    case carriedOut
  }

  /// What the second person said.
  public struct Judgement: Hashable, Sendable {
    public let by: PersonID
    /// Why it was declined; nil when it was approved.
    public let reason: Prose?
    public let on: Day
  }

  public static func key(of event: Account.Event, _ recorded: Recorded<LogEvent>) -> UUID? {
    switch event {
    case .erasureRequested(let id, _, _, _), .erasureApproved(let id, _, _),
      .erasureDeclined(let id, _, _, _), .erased(let id, _, _):
      id.identity.uuid
    case .opened, .restated, .closed, .reopened, .granted, .grantProposed, .grantProposedByGroup,
      .grantConfirmed, .grantDeclined, .grantRevoked, .glassBroken, .glassMended,
      .emergencyReviewed, .held, .holdLifted:
      nil
    }
  }

  public static func fold(
    _ row: ErasureRow?, _ event: Account.Event, _ recorded: Recorded<LogEvent>
  ) -> ErasureRow? {
    var row = row
    switch event {
    case .erasureRequested(let id, let erasure, let by, let day):
      return ErasureRow(
        home: AccountHome(recorded), id: id, erasure: erasure, requestedBy: by, requestedOn: day,
        standing: .requested, judgement: nil, proof: nil)
    case .erasureApproved(_, let by, let day):
      row?.standing = .approved
      row?.judgement = Judgement(by: by, reason: nil, on: day)
    case .erasureDeclined(_, let reason, let by, let day):
      row?.standing = .declined
      row?.judgement = Judgement(by: by, reason: reason, on: day)
    case .erased(_, let proof, _):
      row?.standing = .carriedOut
      row?.proof = proof
    case .opened, .restated, .closed, .reopened, .granted, .grantProposed, .grantProposedByGroup,
      .grantConfirmed, .grantDeclined, .grantRevoked, .glassBroken, .glassMended,
      .emergencyReviewed, .held, .holdLifted:
      break
    }
    return row
  }
}

/// The wishes to erase one account, or all, the last first.
public struct ErasuresQuery: Query {
  public let account: AccountID?

  public init(of account: AccountID? = nil) { self.account = account }

  public func statement(at point: Point) -> Statement {
    let whose: Statement = account.map { "WHERE account = \($0)" } ?? ""
    return """
      SELECT * FROM \(splice: point.rows(of: ErasureRow.self)) AS erasure
      \(splice: whose) ORDER BY requested_on DESC, key
      """
  }

  public func answer(from rows: Rows) throws -> [ErasureRow] {
    try rows.map(ErasureRow.init(from:))
  }
}

extension ErasureRow {
  public static let columns: [Column] =
    AccountHome.columns + [
      Column("erasure", .json), Column("requested_by", .text), Column("requested_on", .date),
      Column("standing", .text), Column("judged_by", .text), Column("judged_because", .text),
      Column("judged_on", .date), Column("proof", .json),
    ]

  public func encode(into writer: inout ColumnWriter) {
    writer.write(home)
    writer.write("erasure", Whole(erasure))
    writer.write("requested_by", requestedBy)
    writer.write("requested_on", requestedOn)
    writer.write("standing", standing)
    writer.write("judged_by", judgement?.by)
    writer.write("judged_because", judgement?.reason)
    writer.write("judged_on", judgement?.on)
    writer.write("proof", proof.map { Whole($0) })
  }

  public init(from row: Postgres.Row) throws {
    home = try AccountHome(row)
    id = try row["key"]
    erasure = try row.whole("erasure")
    requestedBy = try row["requested_by"]
    requestedOn = try row["requested_on"]
    standing = try row["standing"]
    proof = try row.wholeIfAny("proof")
    if let by: PersonID = try row["judged_by"] {
      judgement = Judgement(by: by, reason: try row["judged_because"], on: try row["judged_on"])
    }
  }
}
