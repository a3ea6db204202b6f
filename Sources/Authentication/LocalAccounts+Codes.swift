public import Credentials
public import Domain
public import Foundation
import Postgres

/// The app that makes codes, and the codes on paper for who lost it.
extension LocalAccounts {
  /// What somebody has set up to sign in with.
  public struct Standing: Sendable {
    /// The mail address to sign in with; nil for who has no password here.
    public let mail: String?
    public let hasPassword: Bool
    public let makesCodes: Bool
    public let paperCodesLeft: Int
  }

  /// Whether somebody can come in with more than a password: an app that makes codes, or a passkey.
  public func hasSecondFactor(_ person: PersonID) async throws -> Bool {
    try await !database.run(
      """
      SELECT FROM credential WHERE person = \(person) AND code_secret IS NOT NULL
      UNION ALL SELECT FROM passkey WHERE person = \(person)
      """
    ).isEmpty
  }

  public func standing(of person: PersonID) async throws -> Standing {
    let answers = try await database.batch([
      "SELECT * FROM credential WHERE person = \(person)",
      "SELECT count(*) AS count FROM recovery_code WHERE person = \(person)",
    ])
    let credential = try answers[0].first.map { try Credential($0) }
    return Standing(
      mail: credential?.mail, hasPassword: credential?.password != nil,
      makesCodes: credential?.codeSecret != nil,
      paperCodesLeft: try answers[1].only()["count"])
  }

  /// A new secret for an app, which signs nobody in before it was shown to make the right codes.
  public func newCodeSecret() -> TOTPSecret {
    var generator = SystemRandomNumberGenerator()
    return TOTPSecret(using: &generator)
  }

  /// Closes a secret that is still to be confirmed, so that it can go along with a page.
  public func closed(_ secret: TOTPSecret, of person: PersonID) -> ClosedSecret {
    var generator = SystemRandomNumberGenerator()
    return box.closed(secret.bytes, for: Self.context(of: person), using: &generator)
  }

  /// What was closed; nil when it was not closed here for this person.
  public func opened(_ closed: ClosedSecret, of person: PersonID) -> TOTPSecret? {
    (try? box.opened(closed, for: Self.context(of: person))).flatMap { TOTPSecret(bytes: $0) }
  }

  private static func context(of person: PersonID) -> String { "code-secret \(person)" }

  /// Takes an app into use once it made a right code, with ten new codes on paper.
  ///
  /// - Returns: the codes, to be shown this once; nil when the code was not right, or the account has no password.
  public func take(
    _ closed: ClosedSecret, confirmedBy typed: String, of person: PersonID, at now: Date
  ) async throws -> [RecoveryCode]? {
    guard let secret = opened(closed, of: person), let code = TOTP.Code(typed),
      let step = try? TOTP.step(
        of: code, secret: secret, at: Int(now.timeIntervalSince1970), after: nil)
    else { return nil }
    var generator = SystemRandomNumberGenerator()
    let (written, kept) = RecoveryCodes.made(using: &generator)
    return try await database.transaction { session in
      let taken = try await session.run(
        """
        UPDATE credential SET code_secret = \(closed.description), code_step = \(step.number),
          changed_at = \(now) WHERE person = \(person) RETURNING 1
        """)
      guard !taken.isEmpty else { return nil }
      try await session.run("DELETE FROM recovery_code WHERE person = \(person)")
      for digest in kept.unused {
        try await session.run(
          "INSERT INTO recovery_code VALUES (\(person), \(digest.description))")
      }
      return written
    }
  }

  /// Stops asking for codes.
  public func dropCodes(of person: PersonID, at now: Date) async throws {
    try await database.batch([
      """
      UPDATE credential SET code_secret = NULL, code_step = NULL, changed_at = \(now)
      WHERE person = \(person)
      """, "DELETE FROM recovery_code WHERE person = \(person)",
    ])
  }

  /// Whether `typed` is a code of `person` that was not used before; it is then used.
  func spend(_ typed: String, of person: PersonID, at now: Date) async throws -> Bool {
    if let code = TOTP.Code(typed) { return try await spend(code, of: person, at: now) }
    guard let code = RecoveryCode(typed) else { return false }
    return
      !(try await database.run(
        """
        DELETE FROM recovery_code
        WHERE person = \(person) AND digest = \(code.digest.description) RETURNING 1
        """
      ).isEmpty)
  }

  private func spend(
    _ code: TOTP.Code, of person: PersonID, at now: Date
  ) async throws -> Bool {
    try await database.transaction { session in
      let rows = try await session.run(
        "SELECT * FROM credential WHERE person = \(person) FOR UPDATE")
      guard let credential = try rows.first.map({ try Credential($0) }),
        let closed = credential.codeSecret, let secret = opened(closed, of: person),
        let step = try? TOTP.step(
          of: code, secret: secret, at: Int(now.timeIntervalSince1970),
          after: credential.codeStep)
      else { return false }
      try await session.run(
        "UPDATE credential SET code_step = \(step.number) WHERE person = \(person)")
      return true
    }
  }
}
