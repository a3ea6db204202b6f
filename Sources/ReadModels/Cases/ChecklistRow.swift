public import Domain
public import EventSourcing
public import Foundation
public import Postgres

/// A checklist with all its editions; what was checked against one finds it for good.
public struct ChecklistRow: StreamPart {
  public typealias About = Checklist
  public typealias Row = ChecklistRow
  public typealias Key = UUID

  public static let name = "checklist"

  /// One edition.
  public struct Edition: Hashable, Codable, Sendable {
    public let number: Int
    public let content: Checklist.Content
    public let on: Day
  }

  public let home: Home<Checklist>
  /// The first one first; never empty.
  public internal(set) var editions: [Edition]
  /// Nil while it is in use.
  public internal(set) var retired: Drop?

  public var id: ChecklistID { home.id }

  /// The edition that is used for what is checked from now on.
  public var newest: Edition { editions[editions.endIndex - 1] }

  public var scope: Scope {
    Scope(organisation: home.organisation, programme: newest.content.programme?.identity)
  }

  public func edition(_ number: Int) -> Edition? { editions.first { $0.number == number } }

  public static func key(of event: Checklist.Event, _ recorded: Recorded<LogEvent>) -> UUID? {
    recorded.stream.identity.uuid
  }

  public static func fold(
    _ row: ChecklistRow?, _ event: Checklist.Event, _ recorded: Recorded<LogEvent>
  ) -> ChecklistRow? {
    var row = row
    switch event {
    case .published(let number, let content, _, let day):
      let edition = Edition(number: number, content: content, on: day)
      guard row != nil else { return ChecklistRow(home: Home(recorded), editions: [edition]) }
      row?.editions.append(edition)
    case .retired(let reason, let day): row?.retired = Drop(because: reason, on: day)
    }
    return row
  }
}

extension Checklist: LogSubject {
  public static var column: StaticString? { "checklist" }

  public static func event(in event: LogEvent) -> Event? {
    guard case .checklist(let event) = event else { return nil }
    return event
  }
}

extension ChecklistRow {
  public static let columns: [Column] =
    Home<Checklist>.columns + [Column("title", .text), Column("editions", .json)] + Drop.columns

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

/// Every checklist, those in use first.
public struct ChecklistsQuery: Query {
  public init() {}

  public func statement(at point: Point) -> Statement {
    """
    SELECT * FROM \(splice: point.rows(of: ChecklistRow.self)) AS list
    ORDER BY dropped_on IS NOT NULL, title, key
    """
  }

  public func answer(from rows: Rows) throws -> [ChecklistRow] {
    try rows.map(ChecklistRow.init(from:))
  }
}

/// One checklist; nil when there is none, or none that the viewer may know of.
public struct ChecklistQuery: Query {
  let checklist: ChecklistID?

  /// Asks for nothing when `checklist` is nil.
  public init(_ checklist: ChecklistID?) { self.checklist = checklist }

  public func statement(at point: Point) -> Statement {
    "SELECT * FROM \(splice: point.rows(of: ChecklistRow.self)) AS list WHERE key = \(checklist)"
  }

  public func answer(from rows: Rows) throws -> ChecklistRow? {
    try rows.first.map(ChecklistRow.init(from:))
  }
}
