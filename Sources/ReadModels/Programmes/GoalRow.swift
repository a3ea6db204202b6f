public import Domain
public import EventSourcing
public import Foundation
public import Postgres

/// A goal of a programme, dropped ones included.
public struct GoalRow: ProgrammePart {
  public typealias Row = GoalRow
  public typealias Key = UUID

  public static let name = "goal"
  public static let nouns: [Programme.Noun] = [.goal]
  public static let order: Statement = "position_first"

  public let home: ProgrammeHome
  public let id: GoalID
  /// Where in the log it was set; goals stand in this order.
  public let positionFirst: Int
  public var text: Line
  public let setOn: Day
  /// When and why it was dropped; nil while it stands.
  public var drop: Drop?

  public var stands: Bool { drop == nil }

  public static func key(of event: Programme.Event, _ recorded: Recorded<LogEvent>) -> UUID? {
    guard case .goal(let id, _) = event.topic else { return nil }
    return id.identity.uuid
  }

  public static func fold(
    _ row: GoalRow?, _ event: Programme.Event, _ recorded: Recorded<LogEvent>
  ) -> GoalRow? {
    guard case .goal(let id, let happening) = event.topic else { return row }
    var row = row
    switch happening {
    case .set(let text):
      row = GoalRow(
        home: ProgrammeHome(recorded), id: id, positionFirst: recorded.position, text: text,
        setOn: event.on)
    case .reworded(let text): row?.text = text
    case .dropped(let reason): row?.drop = Drop(because: reason, on: event.on)
    }
    return row
  }
}

extension GoalRow {
  public static let columns: [Column] =
    [Column("position_first", .int8), Column("goal", .text), Column("set_on", .date)]
    + Drop.columns

  public func encode(into writer: inout ColumnWriter) {
    writer.write("position_first", positionFirst)
    writer.write("goal", text)
    writer.write("set_on", setOn)
    writer.write(drop)
  }

  public init(from row: Postgres.Row) throws {
    home = try ProgrammeHome(row)
    id = try row["key"]
    positionFirst = try row["position_first"]
    text = try row["goal"]
    setOn = try row["set_on"]
    drop = try Drop(row)
  }
}
