public import Domain
public import EventSourcing
public import Postgres

/// Someone who works on a programme, in a role; whoever left is no longer there.
public struct MemberRow: ProgrammePart {
  public typealias Row = MemberRow
  public typealias Key = String

  public static let name = "team_member"
  public static let nouns: [Programme.Noun] = [.member]
  public static let order: Statement = "position_first"

  public let home: ProgrammeHome
  public let person: PersonID
  /// Where in the log the person joined; members stand in this order.
  public let positionFirst: Int
  public var role: Line
  public let joinedOn: Day

  public static func key(of event: Programme.Event, _ recorded: Recorded<LogEvent>) -> String? {
    guard case .member(let person, _) = event.topic else { return nil }
    return "\(recorded.stream.identity)/\(person)"
  }

  public static func fold(
    _ row: MemberRow?, _ event: Programme.Event, _ recorded: Recorded<LogEvent>
  ) -> MemberRow? {
    guard case .member(let person, let happening) = event.topic else { return row }
    switch happening {
    case .joined(let role):
      return MemberRow(
        home: ProgrammeHome(recorded), person: person,
        positionFirst: row?.positionFirst ?? recorded.position, role: role,
        joinedOn: row?.joinedOn ?? event.on)
    case .left: return nil
    }
  }
}

extension MemberRow {
  public static let columns: [Column] = [
    Column("person", .text), Column("position_first", .int8), Column("part", .text),
    Column("joined_on", .date),
  ]

  public func encode(into writer: inout ColumnWriter) {
    writer.write("person", person)
    writer.write("position_first", positionFirst)
    writer.write("part", role)
    writer.write("joined_on", joinedOn)
  }

  public init(from row: Postgres.Row) throws {
    home = try ProgrammeHome(row)
    person = try row["person"]
    positionFirst = try row["position_first"]
    role = try row["part"]
    joinedOn = try row["joined_on"]
  }
}
