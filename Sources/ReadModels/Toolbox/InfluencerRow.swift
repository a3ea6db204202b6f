public import Domain
public import EventSourcing
public import Foundation
public import Postgres

/// Somebody who can change how a target group behaves.
public struct InfluencerRow: AnalysisPart {
  public typealias Row = InfluencerRow
  public typealias Key = UUID

  public static let name = "influencer"
  public static let order: Statement = "position_first"

  public let home: AnalysisHome
  public let id: InfluencerID
  /// Where in the log it was named; influencers stand in this order.
  public let positionFirst: Int
  public let group: TargetGroupID
  public var influencer: Analysis.Influencer

  public static func key(of event: Analysis.Event, _ recorded: Recorded<LogEvent>) -> UUID? {
    guard case .influencer(let id, _) = event.topic else { return nil }
    return id.identity.uuid
  }

  /// Who is removed has no row any more; the history has it.
  public static func fold(
    _ row: InfluencerRow?, _ event: Analysis.Event, _ recorded: Recorded<LogEvent>
  ) -> InfluencerRow? {
    guard case .influencer(let id, let happening) = event.topic else { return row }
    var row = row
    switch happening {
    case .named(let influencer, let group):
      row = InfluencerRow(
        home: AnalysisHome(recorded), id: id, positionFirst: recorded.position, group: group,
        influencer: influencer)
    case .revised(let influencer): row?.influencer = influencer
    case .removed: row = nil
    }
    return row
  }
}

extension InfluencerRow {
  public static let columns: [Column] = [
    Column("position_first", .int8), Column("target_group", .uuid), Column("name", .text),
    Column("influence", .text),
  ]

  public func encode(into writer: inout ColumnWriter) {
    writer.write("position_first", positionFirst)
    writer.write("target_group", group)
    writer.write("name", influencer.name)
    writer.write("influence", influencer.influence)
  }

  public init(from row: Postgres.Row) throws {
    home = try AnalysisHome(row)
    id = try row["key"]
    positionFirst = try row["position_first"]
    group = try row["target_group"]
    influencer = Analysis.Influencer(name: try row["name"], influence: try row["influence"])
  }
}
