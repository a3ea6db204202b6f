import Domain
import EventSourcing
import Foundation
import Postgres
import SCIM

/// What follows for accounts and grants from what the directory says.
extension Directory {
  private static let leftReason = Prose(
    recorded: "Volgens de personenlijst van de organisatie niet meer actief.")
  static let removedReason = Prose(recorded: "Uit de personenlijst van de organisatie gehaald.")
  private static let backReason = Prose(
    recorded: "Volgens de personenlijst van de organisatie weer actief.")

  /// Lets accounts follow a resource that is new or was changed.
  ///
  /// - Returns: the position from which on that shows; 0 when nothing was to follow.
  func settle(
    from former: DirectoryRow?, to document: Document, _ id: Identity,
    _ session: Postgres.Session, on today: Day
  ) async throws -> Int {
    switch document.kind {
    case .user:
      // Only whom the directory let go does it take back, and by a word: who was closed here stays closed.
      if document.flag("active") == true, former?.document.isActive == false,
        try await letGo(Self.person(id), session)
      {
        try await accounts.reopen(Self.person(id), because: Self.backReason, on: today)
      }
      return try await settle([id], session, on: today)
    case .group:
      let (before, after) = (
        former.map { Self.members(of: $0.document) } ?? [], Self.members(of: document)
      )
      let isRenamed = former?.document.name != document.name
      return try await settle(
        isRenamed ? before.union(after) : before.symmetricDifference(after), session, on: today)
    }
  }

  /// Lets the accounts of `users` follow what the directory says of them and of their groups.
  func settle(
    _ users: Set<Identity>, _ session: Postgres.Session, on today: Day
  ) async throws -> Int {
    guard !users.isEmpty else { return 0 }
    // One at a time for each person: else two groups that change at once would each follow what was before the other.
    try await session.run(
      """
      SELECT FROM directory_resource WHERE id = ANY (\(users.map(\.uuid)))
      ORDER BY id FOR NO KEY UPDATE
      """)
    var position = 0
    for row in try await session.run(DirectoryRow.statement(of: users)) {
      let row = try DirectoryRow(row)
      position = max(position, try await settle(row, session, on: today))
    }
    return position
  }

  private func settle(
    _ user: DirectoryRow, _ session: Postgres.Session, on today: Day
  ) async throws -> Int {
    let person = Self.person(user.id)
    let profile = user.document.profile(of: person)
    guard user.document.isActive else {
      // Of whom something is kept there is an account, so that it can be handed out and erased.
      try await accounts.open(person, as: profile, on: today)
      return try await leave(user.id, because: Self.leftReason, session, on: today)
    }
    do {
      return try await accounts.follow(
        person, as: profile, in: user.groups.map(\.name), on: today)
    } catch is FollowingAccounts.Closed {
      return 0
    }
  }

  /// Whether it was the directory that closed the account of `person`.
  private func letGo(_ person: PersonID, _ session: Postgres.Session) async throws -> Bool {
    let rows = try await session.run(
      "SELECT dropped_because FROM account WHERE person = \(person)")
    let reason: Prose? = try rows.first?["dropped_because"]
    return reason.map { [Self.leftReason, Self.removedReason].contains($0) } ?? false
  }

  /// Closes the account and ends every session that goes on.
  func leave(
    _ user: Identity, because reason: Prose, _ session: Postgres.Session, on today: Day
  ) async throws -> Int {
    let person = Self.person(user)
    let position = try await accounts.close(person, because: reason, on: today)
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
