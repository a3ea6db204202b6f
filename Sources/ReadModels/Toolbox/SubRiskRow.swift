public import Domain
public import EventSourcing
public import Foundation
public import Postgres

/// A sub-risk of a programme's problem, dropped ones included.
public struct SubRiskRow: AnalysisPart {
  public typealias Row = SubRiskRow
  public typealias Key = UUID

  public static let name = "sub_risk"
  public static let order: Statement = "position_first"

  public let home: AnalysisHome
  public let id: SubRiskID
  /// Where in the log it was found; sub-risks without a priority stand in this order.
  public let positionFirst: Int
  public var subRisk: Analysis.SubRisk
  public var weighing: Analysis.Weighing?
  /// When and why it was dropped; nil while it stands.
  public var drop: Drop?

  public var stands: Bool { drop == nil }

  public static func key(of event: Analysis.Event, _ recorded: Recorded<LogEvent>) -> UUID? {
    guard case .subRisk(let id, _) = event.topic else { return nil }
    return id.identity.uuid
  }

  public static func fold(
    _ row: SubRiskRow?, _ event: Analysis.Event, _ recorded: Recorded<LogEvent>
  ) -> SubRiskRow? {
    guard case .subRisk(let id, let happening) = event.topic else { return row }
    var row = row
    switch happening {
    case .found(let subRisk):
      row = SubRiskRow(
        home: AnalysisHome(recorded), id: id, positionFirst: recorded.position, subRisk: subRisk)
    case .revised(let subRisk): row?.subRisk = subRisk
    case .weighed(let weighing): row?.weighing = weighing
    case .dropped(let reason): row?.drop = Drop(because: reason, on: event.on)
    }
    return row
  }
}

extension SubRiskRow {
  public static let columns: [Column] =
    [
      Column("position_first", .int8), Column("title", .text), Column("description", .text),
      Column("source", .json), Column("weighing", .json),
    ] + Drop.columns

  public func encode(into writer: inout ColumnWriter) {
    writer.write("position_first", positionFirst)
    writer.write("title", subRisk.title)
    writer.write("description", subRisk.description)
    writer.write("source", subRisk.source.map { Whole($0) })
    writer.write("weighing", weighing.map { Whole($0) })
    writer.write(drop)
  }

  public init(from row: Postgres.Row) throws {
    home = try AnalysisHome(row)
    id = try row["key"]
    positionFirst = try row["position_first"]
    subRisk = Analysis.SubRisk(
      title: try row["title"], description: try row["description"],
      source: try row.wholeIfAny("source"))
    weighing = try row.wholeIfAny("weighing")
    drop = try Drop(row)
  }
}
