public import Domain
public import EventSourcing
public import Foundation
public import Postgres

/// An estimate of what a programme's problem costs society; the last one that stands counts.
public struct EstimateRow: ProgrammePart {
  public typealias Row = EstimateRow
  public typealias Key = UUID

  public static let name = "damage_estimate"
  public static let nouns: [Programme.Noun] = [.estimate]
  /// The rule by which the last one counts, as `Programme.Dossier.damage` has it.
  public static let order: Statement = "estimated_on, about_year NULLS FIRST, position_first"
  /// `order` the other way around.
  static let latestFirst: Statement =
    "estimated_on DESC, about_year DESC NULLS LAST, position_first DESC"

  public let home: ProgrammeHome
  public let id: EstimateID
  /// Where in the log it is.
  public let positionFirst: Int
  public let estimate: Programme.Estimate
  public let estimatedOn: Day
  /// When and why it was withdrawn; nil while it stands.
  public var drop: Drop?

  public var stands: Bool { drop == nil }

  public static func key(of event: Programme.Event, _ recorded: Recorded<LogEvent>) -> UUID? {
    guard case .estimate(let id, _) = event.topic else { return nil }
    return id.identity.uuid
  }

  public static func fold(
    _ row: EstimateRow?, _ event: Programme.Event, _ recorded: Recorded<LogEvent>
  ) -> EstimateRow? {
    guard case .estimate(let id, let happening) = event.topic else { return row }
    var row = row
    switch happening {
    case .made(let estimate):
      row = EstimateRow(
        home: ProgrammeHome(recorded), id: id, positionFirst: recorded.position,
        estimate: estimate, estimatedOn: event.on)
    case .withdrawn(let reason): row?.drop = Drop(because: reason, on: event.on)
    }
    return row
  }
}

extension EstimateRow {
  public static let columns: [Column] =
    [
      Column("position_first", .int8), Column("low_cents", .int8), Column("high_cents", .int8),
      Column("span", .text), Column("about_year", .int4), Column("source", .json),
      Column("certainty", .text), Column("note", .text), Column("estimated_on", .date),
    ] + Drop.columns

  public func encode(into writer: inout ColumnWriter) {
    writer.write("position_first", positionFirst)
    writer.write("low_cents", estimate.margin.low)
    writer.write("high_cents", estimate.margin.high)
    writer.write("span", estimate.span)
    writer.write("about_year", estimate.year)
    writer.write("source", Whole(estimate.source))
    writer.write("certainty", estimate.certainty)
    writer.write("note", estimate.note)
    writer.write("estimated_on", estimatedOn)
    writer.write(drop)
  }

  public init(from row: Postgres.Row) throws {
    home = try ProgrammeHome(row)
    id = try row["key"]
    positionFirst = try row["position_first"]
    let (low, high): (Euro, Euro) = (try row["low_cents"], try row["high_cents"])
    guard let margin = Margin(low: low, high: high) else {
      throw UnreadableRow("damage_estimate", "\(low.cents) lies above \(high.cents)")
    }
    estimate = Programme.Estimate(
      margin, try row["span"], year: try row["about_year"], source: try row.whole("source"),
      certainty: try row["certainty"], note: try row["note"])
    estimatedOn = try row["estimated_on"]
    drop = try Drop(row)
  }
}
