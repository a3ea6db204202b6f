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
    /// The day that was measured; nil when it stood.
    public let measuredOn: Day?
    public let reason: Prose
    public let on: Day
  }

  public static let name = "measurement"
  public static let nouns: [Programme.Noun] = [.measurement]
  public static let order: Statement = "measured_on, position_first"
  /// `order` the other way around.
  static let latestFirst: Statement = "measured_on DESC, position_first DESC"

  public let home: ProgrammeHome
  public let id: MeasurementID
  public let indicator: IndicatorID
  /// Where in the log it is; of two on one day the later one counts.
  public let positionFirst: Int
  /// The day that was measured, as it was recorded first.
  public let measuredFirstOn: Day
  /// The day that was measured, as corrected.
  public var measuredOn: Day
  /// What was measured first; `value` is what counts.
  public let measurement: Programme.Measurement
  /// Oldest first; the last one counts.
  public var corrections: [Correction]

  /// What was measured, as corrected.
  public var value: Programme.Reading { corrections.last?.value ?? measurement.value }

  /// What it said before each correction, and of which day.
  public var standings: [(value: Programme.Reading, measuredOn: Day)] {
    var standing = (value: measurement.value, measuredOn: measuredFirstOn)
    return corrections.map { correction in
      defer { standing = (correction.value, correction.measuredOn ?? standing.measuredOn) }
      return standing
    }
  }

  public static func key(of event: Programme.Event, _ recorded: Recorded<LogEvent>) -> UUID? {
    guard case .measurement(let id, _, _) = event.topic else { return nil }
    return id.identity.uuid
  }

  public static func fold(
    _ row: MeasurementRow?, _ event: Programme.Event, _ recorded: Recorded<LogEvent>
  ) -> MeasurementRow? {
    guard case .measurement(let id, let indicator, let happening) = event.topic else { return row }
    var row = row
    switch happening {
    case .taken(let measurement):
      row = MeasurementRow(
        home: ProgrammeHome(recorded), id: id, indicator: indicator,
        positionFirst: recorded.position, measuredFirstOn: event.on, measuredOn: event.on,
        measurement: measurement, corrections: [])
    case .corrected(let value, let measuredOn, let reason):
      if let measuredOn { row?.measuredOn = measuredOn }
      row?.corrections.append(
        Correction(value: value, measuredOn: measuredOn, reason: reason, on: event.on))
    }
    return row
  }
}

extension MeasurementRow {
  public static let columns: [Column] = [
    Column("indicator", .uuid), Column("position_first", .int8),
    Column("measured_first_on", .date), Column("measured_on", .date), Column("measured", .json),
    Column("source", .json), Column("note", .text), Column("count", .json),
    Column("corrections", .json),
  ]

  public func encode(into writer: inout ColumnWriter) {
    writer.write("indicator", indicator)
    writer.write("position_first", positionFirst)
    writer.write("measured_first_on", measuredFirstOn)
    writer.write("measured_on", measuredOn)
    writer.write("measured", Whole(measurement.value))
    writer.write("source", Whole(measurement.source))
    writer.write("note", measurement.note)
    writer.write("count", measurement.count.map(Whole.init))
    writer.write("corrections", Whole(corrections))
  }

  public init(from row: Postgres.Row) throws {
    home = try ProgrammeHome(row)
    id = try row["key"]
    indicator = try row["indicator"]
    positionFirst = try row["position_first"]
    measuredFirstOn = try row["measured_first_on"]
    measuredOn = try row["measured_on"]
    measurement = Programme.Measurement(
      try row.whole("measured"), source: try row.whole("source"), note: try row["note"],
      count: try row.wholeIfAny("count"))
    corrections = try row.whole("corrections")
  }
}
