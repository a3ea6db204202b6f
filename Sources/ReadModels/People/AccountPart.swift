public import Domain
public import EventSourcing

/// A read model with rows about accounts.
///
/// They are for who lets people in and who reviews that, and for nobody's work.
public protocol AccountPart: StreamPart where About == Account {}

extension Account: LogSubject {
  public static var column: StaticString? { "account" }
  public static var audience: Audience { .people }

  public static func event(in event: LogEvent) -> Event? {
    guard case .account(let event) = event else { return nil }
    return event
  }
}

public typealias AccountHome = Home<Account>

extension AccountHome {
  public var account: AccountID { id }
}
