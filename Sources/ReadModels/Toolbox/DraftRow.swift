public import Domain
public import EventSourcing
public import Foundation
public import Postgres

/// What is being made of the last edition of the reference set, and whether it waits for a second person.
public struct DraftRow: StreamPart {
  public typealias Row = DraftRow
  public typealias About = References
  public typealias Key = UUID

  public static let name = "reference_draft"

  /// That somebody holds the draft ready.
  public struct Proposal: Hashable, Codable, Sendable {
    public let by: PersonID
    public let note: Prose
    public let on: Day
  }

  public let home: Home<References>
  /// The edition that it changes.
  public var number: References.EditionNumber
  public var edition: References.Edition
  public var isChanged: Bool
  /// Nil while it is written.
  public var proposal: Proposal?

  /// Its identity.
  public var id: ReferencesID { home.id }

  public static func key(of event: References.Event, _ recorded: Recorded<LogEvent>) -> UUID? {
    recorded.stream.identity.uuid
  }

  public static func fold(
    _ row: DraftRow?, _ event: References.Event, _ recorded: Recorded<LogEvent>
  ) -> DraftRow? {
    var row = row
    switch event {
    case .adopted(let edition, _, _, _):
      row = DraftRow(home: Home(recorded), number: .first, edition: edition, isChanged: false)
    case .determinantWritten, .determinantRemoved, .segmentWritten, .segmentRemoved,
      .interventionTypeWritten, .interventionTypeRemoved, .fitWritten, .fitRemoved:
      row?.change(by: event)
    case .proposed(let by, let note, let day):
      row?.proposal = Proposal(by: by, note: note, on: day)
    case .sentBack: row?.proposal = nil
    case .published(let number, let edition, _, _, _):
      row = DraftRow(home: Home(recorded), number: number, edition: edition, isChanged: false)
    }
    return row
  }

  private mutating func change(by event: References.Event) {
    edition = edition.after(event)
    isChanged = true
  }
}

extension DraftRow {
  public static let columns: [Column] =
    Home<References>.columns + [
      Column("edition", .int4), Column("content", .json), Column("is_changed", .bool),
      Column("proposal", .json),
    ]

  public func encode(into writer: inout ColumnWriter) {
    writer.write(home)
    writer.write("edition", Int32(number.rawValue))
    writer.write("content", Whole(edition))
    writer.write("is_changed", isChanged)
    writer.write("proposal", proposal.map { Whole($0) })
  }

  public init(from row: Postgres.Row) throws {
    home = try Home(row)
    number = try References.EditionNumber(row)
    edition = try row.whole("content")
    isChanged = try row["is_changed"]
    proposal = try row.wholeIfAny("proposal")
  }
}

/// The draft of the reference set; nil before there is a reference set.
public struct DraftQuery: Query {
  public init() {}

  public func statement(at point: Point) -> Statement {
    "SELECT * FROM \(splice: point.rows(of: DraftRow.self)) AS draft ORDER BY key LIMIT 1"
  }

  public func answer(from rows: Rows) throws -> DraftRow? {
    try rows.first.map(DraftRow.init(from:))
  }
}
