public import Domain
public import EventSourcing
public import Foundation
public import Postgres

/// A template with all its editions; what was made with one finds it for good.
public struct TemplateRow<Content: ListedContent>: StreamPart {
  public typealias About = Template<Content>
  public typealias Row = TemplateRow<Content>
  public typealias Key = UUID

  public static var name: String { Content.category }

  /// One edition.
  public struct Edition: Hashable, Codable, Sendable {
    public let number: Int
    public let content: Content
    public let on: Day
  }

  public let home: Home<About>
  /// The first one first; never empty.
  public internal(set) var editions: [Edition]
  /// Nil while it is in use.
  public internal(set) var retired: Drop?

  public var id: Identifier<About> { home.id }

  /// The edition that is used from now on.
  public var newest: Edition { editions[editions.endIndex - 1] }

  /// How many events made it: an edition each, and its end.
  public var version: Int { editions.count + (retired == nil ? 0 : 1) }

  public var scope: Scope {
    Scope(organisation: home.organisation, programme: newest.content.programme?.identity)
  }

  public func edition(_ number: Int) -> Edition? { editions.first { $0.number == number } }

  public static func key(of event: About.Event, _ recorded: Recorded<LogEvent>) -> UUID? {
    recorded.stream.identity.uuid
  }

  public static func fold(
    _ row: Self?, _ event: About.Event, _ recorded: Recorded<LogEvent>
  ) -> Self? {
    var row = row
    switch event {
    case .published(let number, let content, _, let day):
      let edition = Edition(number: number, content: content, on: day)
      guard row != nil else { return TemplateRow(home: Home(recorded), editions: [edition]) }
      row?.editions.append(edition)
    case .retired(let reason, let day): row?.retired = Drop(because: reason, on: day)
    }
    return row
  }
}

/// What a template says, of a kind that has a table.
public protocol ListedContent: TemplateContent {
  /// The column that says whose row it is.
  static var column: StaticString { get }
  /// Whose eyes its rows are for.
  static var audience: Audience { get }
  /// The programme that it is for; nil for none.
  var programme: ProgrammeID? { get }

  /// What `event` says, when it is about a template that says this.
  static func event(in event: LogEvent) -> Template<Self>.Event?
}

extension Template: LogSubject where Said: ListedContent {
  public static var column: StaticString? { Said.column }
  public static var audience: Audience { Said.audience }
  public static func event(in event: LogEvent) -> Event? { Said.event(in: event) }
}

public typealias ChecklistRow = TemplateRow<ChecklistContent>

extension ChecklistContent: ListedContent {
  public static var column: StaticString { "checklist" }
  public static var audience: Audience { .work }

  public static func event(in event: LogEvent) -> Checklist.Event? {
    guard case .checklist(let event) = event else { return nil }
    return event
  }
}

public typealias LetterTemplateRow = TemplateRow<LetterContent>

extension LetterContent: ListedContent {
  public static var column: StaticString { "letter" }
  /// Whoever handles cases of one programme begins from the same letters.
  public static var audience: Audience { .everyone }
  public var programme: ProgrammeID? { nil }

  public static func event(in event: LogEvent) -> LetterTemplate.Event? {
    guard case .letter(let event) = event else { return nil }
    return event
  }
}

extension TemplateRow {
  public static var columns: [Column] {
    Home<About>.columns + [Column("title", .text), Column("editions", .json)] + Drop.columns
  }

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

/// Every template of a kind, those in use first.
public struct TemplatesQuery<Content: ListedContent>: Query {
  public init(_ content: Content.Type = Content.self) {}

  public func statement(at point: Point) -> Statement {
    """
    SELECT * FROM \(splice: point.rows(of: TemplateRow<Content>.self)) AS list
    ORDER BY dropped_on IS NOT NULL, title, key
    """
  }

  public func answer(from rows: Rows) throws -> [TemplateRow<Content>] {
    try rows.map(TemplateRow.init(from:))
  }
}

/// One template; nil when there is none, or none that the viewer may know of.
public struct TemplateQuery<Content: ListedContent>: Query {
  let template: Identifier<Template<Content>>

  public init(_ template: Identifier<Template<Content>>) { self.template = template }

  public func statement(at point: Point) -> Statement {
    """
    SELECT * FROM \(splice: point.rows(of: TemplateRow<Content>.self)) AS list
    WHERE key = \(template)
    """
  }

  public func answer(from rows: Rows) throws -> TemplateRow<Content>? {
    try rows.first.map(TemplateRow.init(from:))
  }
}
