public import Domain
public import EventSourcing
public import Postgres

/// A decision that let a programme run longer.
public struct ExtensionRow: ProgrammePart {
  public typealias Row = ExtensionRow
  public typealias Key = Int

  public static let name = "programme_extension"
  public static let nouns: [Programme.Noun] = [.charter]
  public static let order: Statement = "key"

  public let home: ProgrammeHome
  /// Where in the log it is; later is newer.
  public let position: Int
  public let review: Day
  public let end: Day
  public let decidedBy: PersonID
  public let reason: Prose
  public let decidedOn: Day

  public static func key(of event: Programme.Event, _ recorded: Recorded<LogEvent>) -> Int? {
    if case .extended = event { recorded.position } else { nil }
  }

  public static func fold(
    _ row: ExtensionRow?, _ event: Programme.Event, _ recorded: Recorded<LogEvent>
  ) -> ExtensionRow? {
    guard
      case .charter(.extended(let review, let end, let decidedBy, let reason)) = event.topic
    else { return row }
    return ExtensionRow(
      home: ProgrammeHome(recorded), position: recorded.position, review: review, end: end,
      decidedBy: decidedBy, reason: reason, decidedOn: event.on)
  }
}

extension ExtensionRow {
  public static let columns: [Column] = [
    Column("review_on", .date), Column("end_on", .date), Column("decided_by", .text),
    Column("reason", .text), Column("decided_on", .date),
  ]

  public func encode(into writer: inout ColumnWriter) {
    writer.write("review_on", review)
    writer.write("end_on", end)
    writer.write("decided_by", decidedBy)
    writer.write("reason", reason)
    writer.write("decided_on", decidedOn)
  }

  public init(from row: Postgres.Row) throws {
    home = try ProgrammeHome(row)
    position = try row["key"]
    review = try row["review_on"]
    end = try row["end_on"]
    decidedBy = try row["decided_by"]
    reason = try row["reason"]
    decidedOn = try row["decided_on"]
  }
}
