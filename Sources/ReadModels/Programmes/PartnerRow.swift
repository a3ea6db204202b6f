public import Domain
public import EventSourcing
public import Foundation
public import Postgres

/// A partner of a programme, those who left included; what was agreed has rows of its own.
public struct PartnerRow: ProgrammePart {
  public typealias Row = PartnerRow
  public typealias Key = UUID

  public static let name = "partner"
  public static let nouns: [Programme.Noun] = [.partner]
  public static let order: Statement = "position_first"

  public let home: ProgrammeHome
  public let id: PartnerID
  /// Where in the log it came in; partners stand in this order.
  public let positionFirst: Int
  public var partner: Programme.Partner
  public let since: Day
  /// When and why it ended; nil while it lasts.
  public var drop: Drop?

  public var lasts: Bool { drop == nil }

  public static func key(of event: Programme.Event, _ recorded: Recorded<LogEvent>) -> UUID? {
    guard case .partner(let id, _) = event.topic else { return nil }
    return id.identity.uuid
  }

  public static func fold(
    _ row: PartnerRow?, _ event: Programme.Event, _ recorded: Recorded<LogEvent>
  ) -> PartnerRow? {
    guard case .partner(let id, let happening) = event.topic else { return row }
    var row = row
    switch happening {
    case .involved(let partner):
      row = PartnerRow(
        home: ProgrammeHome(recorded), id: id, positionFirst: recorded.position,
        partner: partner, since: event.on)
    case .revised(let partner): row?.partner = partner
    case .left(let reason): row?.drop = Drop(because: reason, on: event.on)
    }
    return row
  }
}

extension PartnerRow {
  public static let columns: [Column] =
    [
      Column("position_first", .int8), Column("title", .text), Column("kind", .text),
      Column("part", .text), Column("involved_on", .date),
    ] + Drop.columns

  public func encode(into writer: inout ColumnWriter) {
    writer.write("position_first", positionFirst)
    writer.write("title", partner.name)
    writer.write("kind", partner.kind)
    writer.write("part", partner.role)
    writer.write("involved_on", since)
    writer.write(drop)
  }

  public init(from row: Postgres.Row) throws {
    home = try ProgrammeHome(row)
    id = try row["key"]
    positionFirst = try row["position_first"]
    partner = Programme.Partner(
      name: try row["title"], kind: try row["kind"], role: try row["part"])
    since = try row["involved_on"]
    drop = try Drop(row)
  }
}
