public import Domain
public import EventSourcing
public import Foundation
public import Postgres

/// What policy answered to a signal.
public struct ResponseRow: SignalPart {
  public typealias Row = ResponseRow
  public typealias Key = UUID

  public static let name = "signal_response"

  public let home: SignalHome
  public let id: ResponseID
  public let positionFirst: Int
  public let response: Signal.PolicyResponse
  public let respondedOn: Day
  /// Who recorded it; nil when that was no person.
  public let recordedBy: PersonID?

  public static func key(of event: Signal.Event, _ recorded: Recorded<LogEvent>) -> UUID? {
    guard case .responded(let id, _, _) = event else { return nil }
    return id.identity.uuid
  }

  public static func fold(
    _ row: ResponseRow?, _ event: Signal.Event, _ recorded: Recorded<LogEvent>
  ) -> ResponseRow? {
    guard case .responded(let id, let response, let day) = event else { return row }
    return ResponseRow(
      home: SignalHome(recorded), id: id, positionFirst: recorded.position, response: response,
      respondedOn: day, recordedBy: PersonID(recorded.actor))
  }
}

/// The responses to one signal, in the order in which they were recorded.
public struct ResponsesQuery: Query {
  public let signal: SignalID

  public init(to signal: SignalID) { self.signal = signal }

  public func statement(at point: Point) -> Statement {
    """
    SELECT * FROM \(splice: point.rows(of: ResponseRow.self)) AS response
    WHERE signal = \(signal) ORDER BY position_first, key
    """
  }

  public func answer(from rows: Rows) throws -> [ResponseRow] {
    try rows.map(ResponseRow.init(from:))
  }
}

extension ResponseRow {
  public static let columns: [Column] =
    SignalHome.columns + [
      Column("position_first", .int8), Column("text", .text), Column("sender", .text),
      Column("responded_on", .date), Column("recorded_by", .text),
    ]

  public func encode(into writer: inout ColumnWriter) {
    writer.write(home)
    writer.write("position_first", positionFirst)
    writer.write("text", response.text)
    writer.write("sender", response.from)
    writer.write("responded_on", respondedOn)
    writer.write("recorded_by", recordedBy)
  }

  public init(from row: Postgres.Row) throws {
    home = try SignalHome(row)
    id = try row["key"]
    positionFirst = try row["position_first"]
    response = Signal.PolicyResponse(try row["text"], from: try row["sender"])
    respondedOn = try row["responded_on"]
    recordedBy = try row["recorded_by"]
  }
}
