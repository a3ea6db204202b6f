public import Domain
public import EventSourcing
public import Postgres

/// A read model with rows about explorations, made of nothing but what those explorations' events say.
public protocol ExplorationPart: LibraryModel, TableRow, Scoped where Row == Self {
  /// Whose row it is.
  var home: ExplorationHome { get }
  /// How the rows of one exploration are listed: what stands behind ORDER BY.
  static var order: Statement { get }

  /// The row that `recorded`, which says `event`, touches.
  static func key(of event: Exploration.Event, _ recorded: Recorded<LogEvent>) -> Key?
  /// What `event` makes of that row.
  static func fold(
    _ row: Self?, _ event: Exploration.Event, _ recorded: Recorded<LogEvent>
  ) -> Self?
}

extension ExplorationPart {
  public var scope: Scope { Scope(organisation: home.organisation) }

  public static var category: String? { Exploration.category }

  public static func keys(of recorded: Recorded<LogEvent>) -> [Key] {
    guard case .exploration(let event) = recorded.event else { return [] }
    return key(of: event, recorded).map { [$0] } ?? []
  }

  /// A row stays with the exploration that made it, though another should use its identifier again.
  public static func fold(
    _ row: Self?, at key: Key, _ recorded: Recorded<LogEvent>
  ) -> Self? {
    guard case .exploration(let event) = recorded.event,
      row.map({ $0.home == ExplorationHome(recorded) }) ?? true
    else { return row }
    return fold(row, event, recorded)
  }
}

/// To which exploration a row belongs, and in whose log it stands.
public struct ExplorationHome: Hashable, Sendable {
  public let organisation: String
  public let exploration: ExplorationID

  init(_ recorded: Recorded<LogEvent>) {
    organisation = recorded.organisation
    exploration = ExplorationID(recorded.stream.identity)
  }

  init(_ row: Row) throws {
    organisation = try row["organisation"]
    exploration = try row["exploration"]
  }
}

extension ExplorationHome {
  static let columns = [Column("exploration", .uuid)]
}

extension ColumnWriter {
  mutating func write(_ home: ExplorationHome) {
    write("exploration", home.exploration)
  }
}
