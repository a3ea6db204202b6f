public import Domain
public import EventSourcing
public import Postgres

/// An edition of the reference set, which never changes.
public struct EditionRow: StreamPart {
  public typealias Row = EditionRow
  public typealias About = References
  /// The position in the log at which it was published.
  public typealias Key = Int

  public static let name = "reference_edition"

  public let home: Home<References>
  public let position: Int
  public let number: References.EditionNumber
  public let edition: References.Edition
  public let publishedOn: Day
  /// What changed; nil for the first edition.
  public let note: Prose?
  /// Who published it; nil for the first edition.
  public let publishedBy: PersonID?
  /// Where the first edition comes from; nil for those that were made here.
  public let source: Domain.Source?

  public static func key(of event: References.Event, _ recorded: Recorded<LogEvent>) -> Int? {
    switch event {
    case .adopted, .published: recorded.position
    case .determinantWritten, .determinantRemoved, .segmentWritten, .segmentRemoved,
      .interventionTypeWritten, .interventionTypeRemoved, .fitWritten, .fitRemoved, .proposed,
      .sentBack:
      nil
    }
  }

  public static func fold(
    _ row: EditionRow?, _ event: References.Event, _ recorded: Recorded<LogEvent>
  ) -> EditionRow? {
    switch event {
    case .adopted(let edition, _, let source, let day):
      EditionRow(
        home: Home(recorded), position: recorded.position, number: .first, edition: edition,
        publishedOn: day, note: nil, publishedBy: nil, source: source)
    case .published(let number, let edition, let note, let by, let day):
      EditionRow(
        home: Home(recorded), position: recorded.position, number: number, edition: edition,
        publishedOn: day, note: note, publishedBy: by, source: nil)
    case .determinantWritten, .determinantRemoved, .segmentWritten, .segmentRemoved,
      .interventionTypeWritten, .interventionTypeRemoved, .fitWritten, .fitRemoved, .proposed,
      .sentBack:
      row
    }
  }
}

extension References: LogSubject {
  public static var column: StaticString? { "references_id" }
  public static var audience: Audience { .everyone }

  public static func event(in event: LogEvent) -> Event? {
    guard case .references(let event) = event else { return nil }
    return event
  }
}

extension EditionRow {
  public static let columns: [Column] =
    Home<References>.columns + [
      Column("edition", .int4), Column("content", .json), Column("published_on", .date),
      Column("note", .text), Column("published_by", .text), Column("source", .json),
    ]

  public func encode(into writer: inout ColumnWriter) {
    writer.write(home)
    writer.write("edition", Int32(number.rawValue))
    writer.write("content", Whole(edition))
    writer.write("published_on", publishedOn)
    writer.write("note", note)
    writer.write("published_by", publishedBy)
    writer.write("source", source.map { Whole($0) })
  }

  public init(from row: Postgres.Row) throws {
    home = try Home(row)
    position = try row["key"]
    number = try References.EditionNumber(row)
    edition = try row.whole("content")
    publishedOn = try row["published_on"]
    note = try row["note"]
    publishedBy = try row["published_by"]
    source = try row.wholeIfAny("source")
  }
}

/// One edition by its number, or the last one; nil when there is none.
public struct EditionQuery: Query {
  let number: References.EditionNumber?

  /// - Parameter number: nil for the last one.
  public init(_ number: References.EditionNumber? = nil) { self.number = number }

  public func statement(at point: Point) -> Statement {
    let isAsked: Statement = number.map { "edition = \(Int32($0.rawValue))" } ?? "true"
    return """
      SELECT * FROM \(splice: point.rows(of: EditionRow.self)) AS edition
      WHERE \(splice: isAsked) ORDER BY key DESC LIMIT 1
      """
  }

  public func answer(from rows: Rows) throws -> EditionRow? {
    try rows.first.map(EditionRow.init(from:))
  }
}

/// The edition that the analysis of a programme goes by; nil before that was begun.
public struct AnalysisEditionQuery: Query {
  let programme: ProgrammeID?

  /// Asks for nothing when `programme` is nil.
  public init(of programme: ProgrammeID?) { self.programme = programme }

  public func statement(at point: Point) -> Statement {
    """
    SELECT edition.* FROM \(splice: point.rows(of: AnalysisRow.self)) AS analysis
    JOIN \(splice: point.rows(of: EditionRow.self)) AS edition
      ON edition.edition = analysis.edition
    WHERE analysis.programme = \(programme)
    """
  }

  public func answer(from rows: Rows) throws -> EditionRow? {
    try rows.first.map(EditionRow.init(from:))
  }
}

/// All editions, the last first.
public struct EditionsQuery: Query {
  public init() {}

  public func statement(at point: Point) -> Statement {
    "SELECT * FROM \(splice: point.rows(of: EditionRow.self)) AS edition ORDER BY key DESC"
  }

  public func answer(from rows: Rows) throws -> [EditionRow] {
    try rows.map(EditionRow.init(from:))
  }
}
