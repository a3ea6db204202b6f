public import Domain
public import EventSourcing
public import Foundation
public import Postgres

/// A target group of a programme, dropped ones included.
public struct TargetGroupRow: ProgrammePart {
  public typealias Row = TargetGroupRow
  public typealias Key = UUID

  public static let name = "target_group"
  public static let nouns: [Programme.Noun] = [.targetGroup]
  public static let order: Statement = "position_first"

  public let home: ProgrammeHome
  public let id: TargetGroupID
  /// Where in the log it was added; groups stand in this order.
  public let positionFirst: Int
  public var title: Line
  /// When and why it was dropped; nil while it stands.
  public var drop: Drop?

  public var stands: Bool { drop == nil }

  public static func key(of event: Programme.Event, _ recorded: Recorded<LogEvent>) -> UUID? {
    guard case .targetGroup(let id, _) = event.topic else { return nil }
    return id.identity.uuid
  }

  public static func fold(
    _ row: TargetGroupRow?, _ event: Programme.Event, _ recorded: Recorded<LogEvent>
  ) -> TargetGroupRow? {
    guard case .targetGroup(let id, let happening) = event.topic else { return row }
    var row = row
    switch happening {
    case .added(let title):
      row = TargetGroupRow(
        home: ProgrammeHome(recorded), id: id, positionFirst: recorded.position, title: title)
    case .renamed(let title): row?.title = title
    case .dropped(let reason): row?.drop = Drop(because: reason, on: event.on)
    }
    return row
  }
}

extension TargetGroupRow {
  public static let columns: [Column] =
    [Column("position_first", .int8), Column("title", .text)] + Drop.columns

  public func encode(into writer: inout ColumnWriter) {
    writer.write("position_first", positionFirst)
    writer.write("title", title)
    writer.write(drop)
  }

  public init(from row: Postgres.Row) throws {
    home = try ProgrammeHome(row)
    id = try row["key"]
    positionFirst = try row["position_first"]
    title = try row["title"]
    drop = try Drop(row)
  }
}
