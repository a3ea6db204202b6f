public import Domain
public import EventSourcing
public import Foundation
public import Postgres

/// What was agreed with a partner of a programme.
public struct AgreementRow: ProgrammePart {
  public typealias Row = AgreementRow
  public typealias Key = UUID

  public static let name = "agreement"
  public static let nouns: [Programme.Noun] = [.agreement]
  public static let order: Statement = "agreed_on, position_first"

  public let home: ProgrammeHome
  public let id: AgreementID
  public let partner: PartnerID
  public let positionFirst: Int
  public let text: Prose
  public let agreedOn: Day

  public static func key(of event: Programme.Event, _ recorded: Recorded<LogEvent>) -> UUID? {
    guard case .agreement(let id, _, _) = event.topic else { return nil }
    return id.identity.uuid
  }

  public static func fold(
    _ row: AgreementRow?, _ event: Programme.Event, _ recorded: Recorded<LogEvent>
  ) -> AgreementRow? {
    guard case .agreement(let id, let partner, let text) = event.topic else { return row }
    return AgreementRow(
      home: ProgrammeHome(recorded), id: id, partner: partner, positionFirst: recorded.position,
      text: text, agreedOn: event.on)
  }
}

extension AgreementRow {
  public static let columns: [Column] = [
    Column("partner", .uuid), Column("position_first", .int8), Column("agreement", .text),
    Column("agreed_on", .date),
  ]

  public func encode(into writer: inout ColumnWriter) {
    writer.write("partner", partner)
    writer.write("position_first", positionFirst)
    writer.write("agreement", text)
    writer.write("agreed_on", agreedOn)
  }

  public init(from row: Postgres.Row) throws {
    home = try ProgrammeHome(row)
    id = try row["key"]
    partner = try row["partner"]
    positionFirst = try row["position_first"]
    text = try row["agreement"]
    agreedOn = try row["agreed_on"]
  }
}
