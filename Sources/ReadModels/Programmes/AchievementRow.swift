public import Domain
public import EventSourcing
public import Foundation
public import Postgres

/// Something that came of a programme's work; what was withdrawn is no longer there.
public struct AchievementRow: ProgrammePart {
  public typealias Row = AchievementRow
  public typealias Key = UUID

  public static let name = "achievement"
  public static let nouns: [Programme.Noun] = [.achievement]
  public static let order: Statement = "position_first"

  public let home: ProgrammeHome
  public let id: AchievementID
  /// Where in the log it is; later is newer.
  public let positionFirst: Int
  public let achievement: Programme.Achievement
  public let recordedOn: Day

  public static func key(of event: Programme.Event, _ recorded: Recorded<LogEvent>) -> UUID? {
    guard case .achievement(let id, _) = event.topic else { return nil }
    return id.identity.uuid
  }

  public static func fold(
    _ row: AchievementRow?, _ event: Programme.Event, _ recorded: Recorded<LogEvent>
  ) -> AchievementRow? {
    guard case .achievement(let id, let happening) = event.topic else { return row }
    switch happening {
    case .recorded(let achievement):
      return AchievementRow(
        home: ProgrammeHome(recorded), id: id, positionFirst: recorded.position,
        achievement: achievement, recordedOn: event.on)
    case .withdrawn: return nil
    }
  }
}

extension AchievementRow {
  public static let columns: [Column] = [
    Column("position_first", .int8), Column("achievement", .text), Column("source", .json),
    Column("recorded_on", .date),
  ]

  public func encode(into writer: inout ColumnWriter) {
    writer.write("position_first", positionFirst)
    writer.write("achievement", achievement.text)
    writer.write("source", Whole(achievement.source))
    writer.write("recorded_on", recordedOn)
  }

  public init(from row: Postgres.Row) throws {
    home = try ProgrammeHome(row)
    id = try row["key"]
    positionFirst = try row["position_first"]
    achievement = Programme.Achievement(
      try row["achievement"], source: try row.whole("source"))
    recordedOn = try row["recorded_on"]
  }
}
