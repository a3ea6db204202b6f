public import Domain
public import EventSourcing
public import Postgres

/// A kind of stream that rows can be about.
public protocol LogSubject: Decider {
  /// What `event` says, when it is about one of this kind.
  static func event(in event: LogEvent) -> Event?
  /// The column that says whose row it is; nil when the row's scope says it.
  static var column: StaticString? { get }
  /// Whether it bears the identity of a programme, so that who sees that one sees its rows.
  static var isOfProgramme: Bool { get }
  /// Whose eyes its rows are for.
  static var audience: Audience { get }
}

extension LogSubject {
  public static var isOfProgramme: Bool { false }
  public static var audience: Audience { .work }
}

/// A read model whose rows each belong to one stream, and are made of nothing but what its events say.
public protocol StreamPart: LibraryModel, TableRow, Scoped where Row == Self {
  associatedtype About: LogSubject

  /// Whose row it is.
  var home: Home<About> { get }

  /// The row that `recorded`, which says `event`, touches.
  static func key(of event: About.Event, _ recorded: Recorded<LogEvent>) -> Key?
  /// What `event` makes of that row.
  static func fold(
    _ row: Self?, _ event: About.Event, _ recorded: Recorded<LogEvent>
  ) -> Self?
}

extension StreamPart {
  public var scope: Scope { home.scope }

  public static var category: String? { About.category }
  public static var rowsAreOfOneStream: Bool { true }
  public static var audience: Audience { About.audience }

  public static func keys(of recorded: Recorded<LogEvent>) -> [Key] {
    guard let event = About.event(in: recorded.event) else { return [] }
    return key(of: event, recorded).map { [$0] } ?? []
  }

  /// A row stays with the stream that made it, though another should use its identifier again.
  public static func fold(
    _ row: Self?, at key: Key, _ recorded: Recorded<LogEvent>
  ) -> Self? {
    guard let event = About.event(in: recorded.event),
      row.map({ $0.home == Home(recorded) }) ?? true
    else { return row }
    return fold(row, event, recorded)
  }
}

/// To which stream a row belongs, and in whose log it stands.
public struct Home<About: LogSubject>: Hashable, Sendable {
  public let organisation: String
  public let id: Identifier<About>

  init(_ recorded: Recorded<LogEvent>) {
    organisation = recorded.organisation
    id = Identifier(recorded.stream.identity)
  }

  init(_ row: Row) throws {
    organisation = try row["organisation"]
    id = try row[About.column?.description ?? "programme"]
  }

  var scope: Scope {
    Scope(
      organisation: organisation, programme: About.isOfProgramme ? id.identity : nil)
  }

  static var columns: [Column] {
    About.column.map { [Column(SQLName(stringLiteral: $0), .uuid)] } ?? []
  }
}

extension ColumnWriter {
  mutating func write<About: LogSubject>(_ home: Home<About>) {
    if let column = About.column { write(column.description, home.id) }
  }
}
