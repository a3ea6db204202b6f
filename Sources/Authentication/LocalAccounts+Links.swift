public import Credentials
public import Domain
public import Foundation
import Postgres

/// Choosing a password: by a link that was handed over, or by who knows the present one.
extension LocalAccounts {
  /// Who a link is for and what it lets them do.
  public struct Invitation: Sendable {
    public let person: PersonID
    public let purpose: OneTimeLink.Purpose
    /// The mail address that the person signs in with already; nil for who has none.
    public let mail: String?
  }

  /// What the link with `token` is good for, which it stays; nil for nothing.
  public func invitation(_ token: OneTimeToken, at now: Date) async throws -> Invitation? {
    let rows = try await database.run(
      """
      SELECT link.person, purpose, mail FROM sign_in_link AS link LEFT JOIN credential USING (person)
      WHERE link.digest = \(token.digest.description) AND expires_at > \(now)
        AND purpose IN (\(OneTimeLink.Purpose.invitation.rawValue),
          \(OneTimeLink.Purpose.reset.rawValue))
      """)
    guard let row = rows.first,
      let purpose = OneTimeLink.Purpose(rawValue: try row["purpose"])
    else { return nil }
    return Invitation(person: try row["person"], purpose: purpose, mail: try row["mail"])
  }

  /// Why a password was not taken.
  public enum Refusal: Error, Sendable {
    case password(PasswordRule.Refusal)
    /// The link is good for nothing any more.
    case linkSpent
    /// Another account signs in with that address.
    case mailTaken
    /// Too many people sign in at this moment.
    case busy
    /// The present password was not right.
    case wrong
    case wait(seconds: Int)
  }

  /// Sets the password of whoever follows the link, which is spent with it; their sessions end.
  ///
  /// - Parameters:
  ///   - token: what is in the link.
  ///   - mail: what the person signs in with from now on.
  ///   - password: what the person chose.
  ///   - words: what others know of the person, of which no password may be made.
  ///   - now: when it happens.
  /// - Returns: whose link it was.
  /// - Throws: `Refusal`, or why the database could not be asked.
  public func accept(
    _ token: OneTimeToken, mail: MailAddress, password: Password, besides words: [String],
    at now: Date
  ) async throws -> PersonID {
    let hash = try await allowed(password, besides: words + [mail.description])
    var generator = SystemRandomNumberGenerator()
    let handle = UserHandle(using: &generator)
    return try await database.transaction { session in
      let spent = try await session.run(
        """
        DELETE FROM sign_in_link WHERE digest = \(token.digest.description)
          AND expires_at > \(now) AND purpose <> \(OneTimeLink.Purpose.tryout.rawValue)
        RETURNING person
        """)
      guard let person: PersonID = try spent.first?["person"] else { throw Refusal.linkSpent }
      let others = try await session.run(
        "SELECT FROM credential WHERE mail = \(mail.folded) AND person <> \(person)")
      guard others.isEmpty else { throw Refusal.mailTaken }
      try await session.batch([
        """
        INSERT INTO credential (person, mail, user_handle, password, changed_at)
        VALUES (\(person), \(mail.folded), \(handle.description), \(hash.description), \(now))
        ON CONFLICT (person) DO UPDATE SET mail = excluded.mail, password = excluded.password,
          changed_at = excluded.changed_at,
          former_mails = CASE credential.mail WHEN excluded.mail THEN credential.former_mails
            ELSE array_remove(credential.former_mails, credential.mail) || credential.mail END
        """, "DELETE FROM sign_in_link WHERE person = \(person)",
        "DELETE FROM session WHERE person = \(person)",
      ])
      return person
    }
  }

  /// Changes the password of who knows the present one; their other sessions end.
  ///
  /// - Throws: `Refusal`, or why the database could not be asked.
  public func change(
    _ present: Password, to password: Password, of person: PersonID, besides words: [String],
    keeping session: OneTimeToken, at now: Date
  ) async throws {
    try await check(present, of: person, at: now)
    let hash = try await allowed(password, besides: words)
    try await database.batch([
      """
      UPDATE credential SET password = \(hash.description), changed_at = \(now)
      WHERE person = \(person)
      """,
      """
      DELETE FROM session WHERE person = \(person) AND digest <> \(session.digest.description)
      """,
    ])
  }

  /// Makes sure that whoever is there is who they say, before something about how they sign in changes.
  ///
  /// - Throws: `Refusal.wrong`, `wait` or `busy`, or why the database could not be asked.
  public func check(_ password: Password, of person: PersonID, at now: Date) async throws {
    guard let credential = try await credential(of: person) else { throw Refusal.wrong }
    let triers: [Trier] = [.account(mail: credential.mail)]
    let wait = try await attempts.begin(triers, at: now)
    guard wait == 0 else { throw Refusal.wait(seconds: wait) }
    guard let isRight = try? await hasher.isRight(password, for: credential.password) else {
      throw Refusal.busy
    }
    guard isRight else { throw Refusal.wrong }
    try await attempts.succeed(triers, at: now)
  }

  private func allowed(
    _ password: Password, besides words: [String]
  ) async throws(Refusal) -> PasswordHash {
    do throws(PasswordRule.Refusal) {
      try rule.check(password, of: words)
    } catch {
      throw .password(error)
    }
    do throws(PasswordHasher.Refusal) {
      return try await hash(of: password)
    } catch {
      throw .busy
    }
  }
}
