public import Domain
public import EventSourcing
public import Postgres

/// A read model with rows about signals, made of nothing but what those signals' events say.
public protocol SignalPart: LibraryModel, TableRow, Scoped where Row == Self {
  /// Whose row it is.
  var home: SignalHome { get }

  /// The row that `recorded`, which says `event`, touches.
  static func key(of event: Signal.Event, _ recorded: Recorded<LogEvent>) -> Key?
  /// What `event` makes of that row.
  static func fold(
    _ row: Self?, _ event: Signal.Event, _ recorded: Recorded<LogEvent>
  ) -> Self?
}

extension SignalPart {
  public var scope: Scope { Scope(organisation: home.organisation) }

  public static var category: String? { Signal.category }

  public static func keys(of recorded: Recorded<LogEvent>) -> [Key] {
    guard case .signal(let event) = recorded.event else { return [] }
    return key(of: event, recorded).map { [$0] } ?? []
  }

  /// A row stays with the signal that made it, though another should use its identifier again.
  public static func fold(
    _ row: Self?, at key: Key, _ recorded: Recorded<LogEvent>
  ) -> Self? {
    guard case .signal(let event) = recorded.event,
      row.map({ $0.home == SignalHome(recorded) }) ?? true
    else { return row }
    return fold(row, event, recorded)
  }
}

/// To which signal a row belongs, and in whose log it stands.
public struct SignalHome: Hashable, Sendable {
  public let organisation: String
  public let signal: SignalID

  init(_ recorded: Recorded<LogEvent>) {
    organisation = recorded.organisation
    signal = SignalID(recorded.stream.identity)
  }

  init(_ row: Row) throws {
    organisation = try row["organisation"]
    signal = try row["signal"]
  }
}

extension SignalHome {
  static let columns = [Column("signal", .uuid)]
}

extension ColumnWriter {
  mutating func write(_ home: SignalHome) {
    write("signal", home.signal)
  }
}
