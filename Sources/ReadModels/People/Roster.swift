public import Domain
import EventSourcing
public import Foundation
public import Postgres

/// Everybody with an account and what was granted to them, as the read models had it at one moment.
public struct Roster: Sendable {
  private let accounts: [PersonID: AccountRow]
  private let grants: [AccountID: [GrantRow]]
  private let emergencies: [AccountID: [EmergencyRow]]
  /// Everybody, open accounts first, by name.
  private let order: [PersonID]

  public init(accounts: [AccountRow], grants: [GrantRow], emergencies: [EmergencyRow]) {
    self.accounts = Dictionary(accounts.map { ($0.person, $0) }) { first, _ in first }
    self.grants = Dictionary(grouping: grants, by: \.home.account)
    self.emergencies = Dictionary(grouping: emergencies, by: \.home.account)
    order = accounts.map(\.person)
  }

  /// Everybody as they stand on `day`, emergencies left out.
  public func people(on day: Day) -> [Person] {
    order.compactMap { id in accounts[id].map { person($0, authority(of: $0, on: day)) } }
  }

  /// Who `id` is on `day` and at `instant`; nil for nobody.
  public func person(_ id: PersonID, on day: Day, at instant: Instant) -> Person? {
    guard let account = accounts[id] else { return nil }
    let authority = authority(of: account, on: day)
    // It goes with the role that lets somebody take it.
    guard authority.may(.breakGlass),
      let open = emergencies[account.home.account]?.first(where: { $0.holds(at: instant) })
    else { return person(account, authority) }
    return person(
      account, Authority(authority.grounds + [.emergency(open.id, until: open.until)]))
  }

  /// How many times emergency access was taken by others than `id` that nobody has looked over.
  public func emergenciesToReview(by id: PersonID) -> Int {
    let own = accounts[id]?.home.account
    return emergencies.reduce(0) { count, held in
      held.key == own ? count : count + held.value.count { $0.review == nil }
    }
  }

  /// Whether what `id` began at `moment` still holds: closing an account ends it for good.
  public func lasts(_ id: PersonID, since moment: Date) -> Bool {
    guard let account = accounts[id], account.closing == nil else { return false }
    return account.reopenedAt.map { moment >= $0 } ?? true
  }

  private func person(_ account: AccountRow, _ authority: Authority) -> Person {
    Person(
      account.person, of: account.home.account, name: account.profile.name.description,
      authority: authority,
      organisation: account.home.organisation, isOpen: account.closing == nil)
  }

  /// Who left may do nothing, whatever was granted.
  private func authority(of account: AccountRow, on day: Day) -> Authority {
    guard account.closing == nil else { return Authority() }
    return Authority(
      (grants[account.home.account] ?? []).filter { $0.holds(on: day) }
        .map { .role($0.grant.role, in: $0.grant.scope) })
  }
}

extension Roster {
  /// The questions whose answers make a roster, for who may ask them of everybody.
  public static let questions = (AccountsQuery(), GrantsQuery(), EmergenciesQuery())

  /// Tells by one word whether any of it has changed, a rebuild included.
  public static let versionStatement: Statement = """
    SELECT concat_ws('.', 'account'::regclass::oid, 'role_grant'::regclass::oid, 'emergency_access'::regclass::oid,
      (SELECT max(since) FROM account), (SELECT max(since) FROM role_grant),
      (SELECT max(since) FROM emergency_access))
    """

  /// Reads all of it through `database`, which connects as the role at the door.
  public static func read(from database: Database) async throws -> Roster {
    let answers = try await database.batch([
      questions.0.statement(at: .now), questions.1.statement(at: .now),
      questions.2.statement(at: .now),
    ])
    return Roster(
      accounts: try questions.0.answer(from: answers[0]),
      grants: try questions.1.answer(from: answers[1]),
      emergencies: try questions.2.answer(from: answers[2]))
  }
}
