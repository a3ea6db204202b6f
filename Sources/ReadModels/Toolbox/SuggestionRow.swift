public import Domain
public import EventSourcing
public import Foundation
public import Postgres

/// What the toolbox suggested for a target group at some time, kept whole.
public struct SuggestionRow: AnalysisPart {
  public typealias Row = SuggestionRow
  public typealias Key = UUID

  public static let name = "suggestion"
  public static let order: Statement = "position_first"

  public let home: AnalysisHome
  public let id: SuggestionID
  /// Where in the log it was made; the last one of a group counts.
  public let positionFirst: Int
  public let suggestion: Suggestion
  public let madeOn: Day

  /// The group that it is for.
  public var group: TargetGroupID { suggestion.input.group }

  public static func key(of event: Analysis.Event, _ recorded: Recorded<LogEvent>) -> UUID? {
    guard case .suggestion(let id, _) = event.topic else { return nil }
    return id.identity.uuid
  }

  public static func fold(
    _ row: SuggestionRow?, _ event: Analysis.Event, _ recorded: Recorded<LogEvent>
  ) -> SuggestionRow? {
    guard case .suggestion(let id, let suggestion) = event.topic else { return row }
    return row
      ?? SuggestionRow(
        home: AnalysisHome(recorded), id: id, positionFirst: recorded.position,
        suggestion: suggestion, madeOn: event.on)
  }
}

extension SuggestionRow {
  public static let columns: [Column] = [
    Column("position_first", .int8), Column("target_group", .uuid), Column("suggestion", .json),
    Column("made_on", .date),
  ]

  public func encode(into writer: inout ColumnWriter) {
    writer.write("position_first", positionFirst)
    writer.write("target_group", group)
    writer.write("suggestion", Whole(suggestion))
    writer.write("made_on", madeOn)
  }

  public init(from row: Postgres.Row) throws {
    home = try AnalysisHome(row)
    id = try row["key"]
    positionFirst = try row["position_first"]
    suggestion = try row.whole("suggestion")
    madeOn = try row["made_on"]
  }
}
