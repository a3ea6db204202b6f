public import Domain
import EventSourcing
public import Foundation
import Logging
import Postgres
import SCIM

/// What follows for accounts and grants from what the directory says.
///
/// What it says is kept first, together with whose account is to follow; then the accounts follow. Whatever fails or ends
/// in between, the next word of the directory finds who is still to follow.
extension Directory {
  static let leftReason = Prose(
    recorded: "Volgens de personenlijst van de organisatie niet meer actief.")
  private static let removedReason = Prose(
    recorded: "Uit de personenlijst van de organisatie gehaald.")
  private static let backReason = Prose(
    recorded: "Volgens de personenlijst van de organisatie weer actief.")

  /// How many accounts follow in one transaction, which holds one of few connections at the door.
  static let accountsAtOnce = 20

  /// Writes down that the accounts of `users` are to follow.
  func owe(_ users: Set<Identity>, _ session: Postgres.Session, at now: Date) async throws {
    // In one order, so that two who say something of the same people never wait for each other.
    try await session.run(
      """
      INSERT INTO directory_due (account, due_at)
      SELECT account, \(now) FROM unnest(\(users.map(\.uuid))::uuid[]) AS account ORDER BY account
      ON CONFLICT (account) DO UPDATE SET due_at = excluded.due_at
      """)
  }

  /// Lets those of `users` follow who are still to, some at a time.
  ///
  /// - Throws: why one of them cannot; whoever cannot is still to follow.
  /// - Returns: the position from which on that shows; 0 when nothing was to follow.
  func settle(_ users: Set<Identity>, at now: Date, on today: Day) async throws -> Int {
    var due = try await database.run(
      "SELECT account FROM directory_due WHERE account = ANY (\(users.map(\.uuid)))"
    ).map { try $0["account"] as UUID }[...]
    var position = 0
    while !due.isEmpty {
      // One at a time for each person: else two groups that change at once would each follow what was before the other.
      let followed = try await settle(
        """
        SELECT account FROM directory_due
        WHERE account = ANY (\(Array(due.prefix(Self.accountsAtOnce)))) ORDER BY account FOR UPDATE
        """, at: now, on: today)
      position = max(position, followed)
      due = due.dropFirst(Self.accountsAtOnce)
    }
    return position
  }

  /// Lets some of those follow whom something that ended left behind, the first first.
  public func settleLeft(at now: Date, on today: Day) async {
    do {
      guard try await !database.run("SELECT FROM directory_due LIMIT 1").isEmpty else { return }
      // Those of whom somebody takes care at this moment are passed over.
      _ = try await settle(
        """
        SELECT account FROM directory_due ORDER BY due_at, account
        LIMIT \(Self.accountsAtOnce) FOR UPDATE SKIP LOCKED
        """, at: now, on: today)
    } catch {
      logger.error("Accounts cannot follow the directory", metadata: ["error": "\(error)"])
    }
  }

  /// Lets those follow whom `due` finds and keeps for itself.
  private func settle(_ due: Statement, at now: Date, on today: Day) async throws -> Int {
    let settled = try await database.transaction { session in
      let users = try await session.run(due).map { Identity(uuid: try $0["account"]) }
      let settled = try await settle(users, session, on: today)
      try await session.batch([
        "DELETE FROM directory_due WHERE account = ANY (\(settled.following.map(\.uuid)))",
        """
        UPDATE directory_due SET due_at = \(now)
        WHERE account = ANY (\(Set(users).subtracting(settled.following).map(\.uuid)))
        """,
      ])
      return settled
    }
    if let failure = settled.failure { throw failure }
    return settled.position
  }

  /// What came of letting accounts follow.
  private struct Settled {
    var following: Set<Identity> = []
    var position = 0
    /// Why the last of those could not follow who cannot.
    var failure: (any Error)?
  }

  /// Who cannot follow is in nobody else's way.
  private func settle(
    _ users: [Identity], _ session: Postgres.Session, on today: Day
  ) async throws -> Settled {
    var told: [Identity: DirectoryRow] = [:]
    for row in try await session.run(DirectoryRow.statement(of: users)) {
      let row = try DirectoryRow(row)
      told[row.id] = row
    }
    var settled = Settled()
    for user in users {
      try Task.checkCancellation()
      try await session.run("SAVEPOINT account")
      do {
        let position = try await settle(user, told[user], session, on: today)
        settled.position = max(settled.position, position)
        settled.following.insert(user)
      } catch {
        settled.failure = error
        try await session.run("ROLLBACK TO SAVEPOINT account")
      }
    }
    return settled
  }

  /// Lets one account follow `told`, which is nil for who was taken out.
  private func settle(
    _ user: Identity, _ told: DirectoryRow?, _ session: Postgres.Session, on today: Day
  ) async throws -> Int {
    guard let told else {
      return try await leave(user, because: Self.removedReason, session, on: today)
    }
    let person = Self.person(user)
    let profile = told.document.profile(of: person)
    guard told.document.isActive else {
      // Of whom something is kept there is an account, so that it can be handed out and erased.
      try await accounts.open(person, as: profile, on: today)
      return try await leave(user, because: Self.leftReason, session, on: today)
    }
    // Only whom the directory let go does it take back, and by a word: who was closed here stays closed.
    if told.document.flag("active") == true, told.closedBecause == Self.leftReason {
      try await accounts.reopen(person, because: Self.backReason, on: today)
    }
    do {
      return try await accounts.follow(
        person, as: profile, in: told.groups.map(\.name), on: today)
    } catch let closed as FollowingAccounts.Closed {
      // What is read of accounts may be behind; until it says why this one is closed, it is still to follow.
      guard told.closedBecause != nil else { throw closed }
      return 0
    }
  }

  /// Closes the account and ends every session that goes on.
  private func leave(
    _ user: Identity, because reason: Prose, _ session: Postgres.Session, on today: Day
  ) async throws -> Int {
    let person = Self.person(user)
    let position = try await accounts.letGo(person, because: reason, on: today)
    try await session.batch([
      "DELETE FROM session WHERE person = \(person)",
      "DELETE FROM sign_in_link WHERE person = \(person)",
    ])
    return position
  }

  private static func person(_ id: Identity) -> PersonID { .opaque(for: AccountID(id)) }
}

extension Document {
  /// Whether somebody is to come in; so it is when nothing is said.
  var isActive: Bool { flag("active") ?? true }

  /// What others need to know of somebody, out of what the directory says.
  fileprivate func profile(of person: PersonID) -> Account.Profile {
    let whole = [text("name", "givenName"), text("name", "familyName")].compactMap { $0 }
      .joined(separator: " ")
    let names = [text("displayName"), text("name", "formatted"), whole, text("userName")]
    let name = names.lazy.compactMap { $0.flatMap { try? Line($0) } }.first
    return Account.Profile(
      name ?? Line(recorded: person.description), mail: mail.flatMap { MailAddress($0) })
  }
}
