public import Domain
public import EventSourcing
public import Foundation
public import Postgres

/// A letter to begin from, with all its editions; what was begun from one finds it for good.
public struct LetterTemplateRow: StreamPart {
  public typealias About = LetterTemplate
  public typealias Row = LetterTemplateRow
  public typealias Key = UUID

  public static let name = "letter"

  /// One edition.
  public struct Edition: Hashable, Codable, Sendable {
    public let number: Int
    public let content: LetterTemplate.Content
    public let on: Day
  }

  public let home: Home<LetterTemplate>
  /// The first one first; never empty.
  public internal(set) var editions: [Edition]
  /// Nil while it is in use.
  public internal(set) var retired: Drop?

  public var id: LetterTemplateID { home.id }

  /// The edition from which letters begin from now on.
  public var newest: Edition { editions[editions.endIndex - 1] }

  public var scope: Scope {
    Scope(organisation: home.organisation)
  }

  public func edition(_ number: Int) -> Edition? { editions.first { $0.number == number } }

  public static func key(of event: LetterTemplate.Event, _ recorded: Recorded<LogEvent>) -> UUID? {
    recorded.stream.identity.uuid
  }

  public static func fold(
    _ row: LetterTemplateRow?, _ event: LetterTemplate.Event, _ recorded: Recorded<LogEvent>
  ) -> LetterTemplateRow? {
    var row = row
    switch event {
    case .published(let number, let content, _, let day):
      let edition = Edition(number: number, content: content, on: day)
      guard row != nil else { return LetterTemplateRow(home: Home(recorded), editions: [edition]) }
      row?.editions.append(edition)
    case .retired(let reason, let day): row?.retired = Drop(because: reason, on: day)
    }
    return row
  }
}

extension LetterTemplate: LogSubject {
  public static var column: StaticString? { "letter" }
  /// Whoever handles cases of one programme begins from the same letters.
  public static var audience: Audience { .everyone }

  public static func event(in event: LogEvent) -> Event? {
    guard case .letter(let event) = event else { return nil }
    return event
  }
}

extension LetterTemplateRow {
  public static let columns: [Column] =
    Home<LetterTemplate>.columns + [Column("title", .text), Column("editions", .json)]
    + Drop.columns

  public func encode(into writer: inout ColumnWriter) {
    writer.write(home)
    writer.write("title", newest.content.title)
    writer.write("editions", Whole(editions))
    writer.write(retired)
  }

  public init(from row: Postgres.Row) throws {
    home = try Home(row)
    editions = try row.whole("editions")
    guard !editions.isEmpty else { throw UnreadableRow(Self.name, "no edition") }
    retired = try Drop(row)
  }
}

/// Every letter to begin from, those in use first.
public struct LetterTemplatesQuery: Query {
  public init() {}

  public func statement(at point: Point) -> Statement {
    """
    SELECT * FROM \(splice: point.rows(of: LetterTemplateRow.self)) AS list
    ORDER BY dropped_on IS NOT NULL, title, key
    """
  }

  public func answer(from rows: Rows) throws -> [LetterTemplateRow] {
    try rows.map(LetterTemplateRow.init(from:))
  }
}

/// One letter to begin from; nil when there is none, or none that the viewer may know of.
public struct LetterTemplateQuery: Query {
  let letter: LetterTemplateID?

  /// Asks for nothing when `letter` is nil.
  public init(_ letter: LetterTemplateID?) { self.letter = letter }

  public func statement(at point: Point) -> Statement {
    "SELECT * FROM \(splice: point.rows(of: LetterTemplateRow.self)) AS list WHERE key = \(letter)"
  }

  public func answer(from rows: Rows) throws -> LetterTemplateRow? {
    try rows.first.map(LetterTemplateRow.init(from:))
  }
}
