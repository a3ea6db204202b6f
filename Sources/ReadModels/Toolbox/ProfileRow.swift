public import Domain
public import EventSourcing
public import Foundation
public import Postgres

/// What is understood of a target group, beside its determinants and those who have influence on it.
public struct ProfileRow: AnalysisPart {
  public typealias Row = ProfileRow
  public typealias Key = UUID

  public static let name = "target_group_profile"
  public static let order: Statement = "key"

  public let home: AnalysisHome
  public let group: TargetGroupID
  public var sector: Line?
  public var size: Analysis.Size?
  public var goal: Analysis.BehaviourGoal?
  public var shares: [Analysis.SegmentShare]

  public static func key(of event: Analysis.Event, _ recorded: Recorded<LogEvent>) -> UUID? {
    guard case .profile(let group, _) = event.topic else { return nil }
    return group.identity.uuid
  }

  public static func fold(
    _ row: ProfileRow?, _ event: Analysis.Event, _ recorded: Recorded<LogEvent>
  ) -> ProfileRow? {
    guard case .profile(let group, let happening) = event.topic else { return row }
    var row = row ?? ProfileRow(home: AnalysisHome(recorded), group: group, shares: [])
    switch happening {
    case .sectorNamed(let sector): row.sector = sector
    case .sizeEstimated(let size): row.size = size
    case .goalSet(let goal): row.goal = goal
    case .segmentsEstimated(let shares): row.shares = shares
    }
    return row
  }
}

extension ProfileRow {
  public static let columns: [Column] = [
    Column("sector", .text), Column("size", .json), Column("goal", .json),
    Column("shares", .json),
  ]

  public func encode(into writer: inout ColumnWriter) {
    writer.write("sector", sector)
    writer.write("size", size.map { Whole($0) })
    writer.write("goal", goal.map { Whole($0) })
    writer.write("shares", Whole(shares))
  }

  public init(from row: Postgres.Row) throws {
    home = try AnalysisHome(row)
    group = try row["key"]
    sector = try row["sector"]
    size = try row.wholeIfAny("size")
    goal = try row.wholeIfAny("goal")
    shares = try row.whole("shares")
  }
}
