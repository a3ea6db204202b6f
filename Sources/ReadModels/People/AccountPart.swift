public import Domain
public import EventSourcing
public import Postgres

/// A read model with rows about accounts, made of nothing but what those accounts' events say.
///
/// Its rows are for who lets people in and who reviews that, and for nobody's work.
public protocol AccountPart: LibraryModel, TableRow, Scoped where Row == Self {
  /// Whose row it is.
  var home: AccountHome { get }

  /// The row that `recorded`, which says `event`, touches.
  static func key(of event: Account.Event, _ recorded: Recorded<LogEvent>) -> Key?
  /// What `event` makes of that row.
  static func fold(
    _ row: Self?, _ event: Account.Event, _ recorded: Recorded<LogEvent>
  ) -> Self?
}

extension AccountPart {
  public var scope: Scope { Scope(organisation: home.organisation) }

  public static var category: String? { Account.category }
  public static var audience: Audience { .people }

  public static func keys(of recorded: Recorded<LogEvent>) -> [Key] {
    guard case .account(let event) = recorded.event else { return [] }
    return key(of: event, recorded).map { [$0] } ?? []
  }

  /// A row stays with the account that made it, though another should use its identifier again.
  public static func fold(
    _ row: Self?, at key: Key, _ recorded: Recorded<LogEvent>
  ) -> Self? {
    guard case .account(let event) = recorded.event,
      row.map({ $0.home == AccountHome(recorded) }) ?? true
    else { return row }
    return fold(row, event, recorded)
  }
}

/// To which account a row belongs, and in whose log it stands.
public struct AccountHome: Hashable, Sendable {
  public let organisation: String
  public let account: AccountID

  init(_ recorded: Recorded<LogEvent>) {
    organisation = recorded.organisation
    account = AccountID(recorded.stream.identity)
  }

  init(_ row: Row) throws {
    organisation = try row["organisation"]
    account = try row["account"]
  }
}

extension AccountHome {
  static let columns = [Column("account", .uuid)]
}

extension ColumnWriter {
  mutating func write(_ home: AccountHome) {
    write("account", home.account)
  }
}
