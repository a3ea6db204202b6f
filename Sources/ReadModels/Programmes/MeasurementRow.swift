public import Domain
public import EventSourcing
public import Foundation
public import Postgres

/// What an indicator said on a day, and what that was corrected to.
public struct MeasurementRow: ProgrammePart {
  public typealias Row = MeasurementRow
  public typealias Key = UUID

  /// What a measurement should have said, and why.
  public struct Correction: Hashable, Codable, Sendable {
    public let value: Programme.Reading
    public let reason: Prose
    public let on: Day
  }

  public static let name = "measurement"
  public static let order: Statement = "measured_on, position_first"

  public let home: ProgrammeHome
  public let id: MeasurementID
  public let indicator: IndicatorID
  /// Where in the log it is; of two on one day the later one counts.
  public let positionFirst: Int
  public let measuredOn: Day
  /// What was measured first; `value` is what counts.
  public let measurement: Programme.Measurement
  /// Oldest first; the last one counts.
  public var corrections: [Correction]

  /// What was measured, as corrected.
  public var value: Programme.Reading { corrections.last?.value ?? measurement.value }

  public static func key(of event: Programme.Event, _ recorded: Recorded<LogEvent>) -> UUID? {
    switch event {
    case .measured(_, let id, _, _), .measurementCorrected(_, let id, _, _, _): id.identity.uuid
    case _: nil
    }
  }

  public static func fold(
    _ row: MeasurementRow?, _ event: Programme.Event, _ recorded: Recorded<LogEvent>
  ) -> MeasurementRow? {
    var row = row
    switch event {
    case .measured(let indicator, let id, let measurement, let day):
      row = MeasurementRow(
        home: ProgrammeHome(recorded), id: id, indicator: indicator,
        positionFirst: recorded.position, measuredOn: day, measurement: measurement,
        corrections: [])
    case .measurementCorrected(_, _, let value, let reason, let day):
      row?.corrections.append(Correction(value: value, reason: reason, on: day))
    case _: break
    }
    return row
  }
}

extension MeasurementRow {
  public static let columns: [Column] = [
    Column("indicator", .uuid), Column("position_first", .int8), Column("measured_on", .date),
    Column("measured", .json), Column("source", .json), Column("note", .text),
    Column("corrections", .json),
  ]

  public func encode(into writer: inout ColumnWriter) {
    writer.write("indicator", indicator)
    writer.write("position_first", positionFirst)
    writer.write("measured_on", measuredOn)
    writer.write("measured", Whole(measurement.value))
    writer.write("source", Whole(measurement.source))
    writer.write("note", measurement.note)
    writer.write("corrections", Whole(corrections))
  }

  public init(from row: Postgres.Row) throws {
    home = try ProgrammeHome(row)
    id = try row["key"]
    indicator = try row["indicator"]
    positionFirst = try row["position_first"]
    measuredOn = try row["measured_on"]
    measurement = Programme.Measurement(
      try row.whole("measured"), source: try row.whole("source"), note: try row["note"])
    corrections = try row.whole("corrections")
  }
}
