public import Credentials
public import Domain
public import Foundation
import Postgres

/// Passkeys: questions that a device answers without a secret ever leaving it.
extension LocalAccounts {
  /// A question to a device: what the page needs, and what the browser is given so that the answer is known again.
  public struct Question: Sendable {
    /// JSON for the browser.
    public let options: String
    public let token: OneTimeToken
  }

  /// A passkey as its owner knows it.
  public struct NamedPasskey: Sendable {
    public let id: PasskeyID
    public let label: String
    public let madeAt: Date
    public let usedAt: Date?
  }

  /// The question with which whoever owns a passkey signs in; nil where passkeys cannot be used.
  public func signInQuestion(at now: Date) async throws -> Question? {
    guard let relyingParty else { return nil }
    let (challenge, token) = try await challenge(for: .signIn, at: now)
    return Question(options: try relyingParty.requestOptions(challenge), token: token)
  }

  /// The question with which `person` gets a passkey; nil where passkeys cannot be used, or for who has no account here.
  public func registrationQuestion(
    of person: PersonID, named name: String, at now: Date
  ) async throws -> Question? {
    guard let relyingParty, let credential = try await credential(of: person) else { return nil }
    let (challenge, token) = try await challenge(
      for: .registration(credential.userHandle), at: now)
    let options = try relyingParty.creationOptions(
      challenge, account: credential.mail, displayName: name,
      besides: try await passkeys(of: person).map(\.passkey))
    return Question(options: options, token: token)
  }

  /// Keeps a challenge under the digest of a token that only the browser has.
  private func challenge(
    for ceremony: PasskeyChallenge.Ceremony, at now: Date
  ) async throws -> (PasskeyChallenge, OneTimeToken) {
    var generator = SystemRandomNumberGenerator()
    let challenge = PasskeyChallenge(
      for: ceremony, at: Int(now.timeIntervalSince1970), using: &generator)
    let token = OneTimeToken(using: &generator)
    try await database.batch([
      "DELETE FROM passkey_challenge WHERE expires_at < \(Int(now.timeIntervalSince1970))",
      """
      INSERT INTO passkey_challenge (digest, challenge, user_handle, expires_at)
      VALUES (\(token.digest.description), \(challenge.bytes), \(ceremony.user?.description),
        \(challenge.expiresAt))
      """,
    ])
    return (challenge, token)
  }

  /// The challenge of `token`, which is spent with it.
  private func spendChallenge(_ token: OneTimeToken) async throws -> PasskeyChallenge? {
    let rows = try await database.run(
      """
      DELETE FROM passkey_challenge WHERE digest = \(token.digest.description)
      RETURNING challenge, user_handle, expires_at
      """)
    guard let row = rows.first else { return nil }
    let user: String? = try row["user_handle"]
    let ceremony = user.flatMap { UserHandle($0) }.map {
      PasskeyChallenge.Ceremony.registration($0)
    }
    return PasskeyChallenge(
      bytes: try row["challenge"], ceremony: ceremony ?? .signIn, expiresAt: try row["expires_at"])
  }

  /// Signs in with what a device answered, as JSON, to the question of `token`.
  public func signIn(
    passkey json: String, answering token: OneTimeToken, from origin: Origin, at now: Date
  ) async throws -> Outcome {
    guard let relyingParty, let challenge = try await spendChallenge(token),
      let assertion = try? PasskeyAssertion(json: json),
      let kept = try await passkey(assertion.id),
      let used = try? relyingParty.passkey(
        kept.passkey, after: assertion, answering: challenge,
        at: Int(now.timeIntervalSince1970))
    else { return .wrong }
    let isKept = try await database.run(
      """
      UPDATE passkey SET sign_count = \(Int(used.signCount)), is_backed_up = \(used.isBackedUp),
        used_at = \(now) WHERE id = \(used.id.description)
        AND sign_count = \(Int(kept.passkey.signCount)) RETURNING 1
      """)
    guard !isKept.isEmpty else { return .wrong }
    return .signedIn(
      try await begin(kept.person, by: .passkey, awaitsCode: false, from: origin, at: now))
  }

  /// Keeps the passkey that a device made, under a name by which its owner knows it.
  ///
  /// - Returns: whether it could be taken.
  public func add(
    passkey json: String, answering token: OneTimeToken, named label: Line, of person: PersonID,
    at now: Date
  ) async throws -> Bool {
    guard let relyingParty, let credential = try await credential(of: person),
      let challenge = try await spendChallenge(token),
      challenge.ceremony.user == credential.userHandle,
      let registration = try? PasskeyRegistration(json: json),
      let made = try? relyingParty.passkey(
        from: registration, answering: challenge, at: Int(now.timeIntervalSince1970))
    else { return false }
    let kept = try await database.run(
      """
      INSERT INTO passkey (id, person, public_key, sign_count, is_backup_eligible, is_backed_up,
        transports, label, made_at)
      VALUES (\(made.id.description), \(person), \(made.publicKey.cose), \(Int(made.signCount)),
        \(made.isBackupEligible), \(made.isBackedUp), \(made.transports), \(label), \(now))
      ON CONFLICT DO NOTHING RETURNING 1
      """)
    return !kept.isEmpty
  }

  /// The passkeys of `person`, the oldest first.
  public func namedPasskeys(of person: PersonID) async throws -> [NamedPasskey] {
    try await passkeys(of: person).map(\.named)
  }

  /// Takes a passkey of `person` away.
  public func remove(_ id: PasskeyID, of person: PersonID) async throws {
    try await database.run(
      "DELETE FROM passkey WHERE person = \(person) AND id = \(id.description)")
  }

  private func passkeys(of person: PersonID) async throws -> [KeptPasskey] {
    try await database.run(
      """
      SELECT passkey.*, user_handle FROM passkey JOIN credential USING (person)
      WHERE person = \(person) ORDER BY made_at, id
      """
    ).map { try KeptPasskey($0) }
  }

  private func passkey(_ id: PasskeyID) async throws -> KeptPasskey? {
    try await database.run(
      """
      SELECT passkey.*, user_handle FROM passkey JOIN credential USING (person)
      WHERE id = \(id.description)
      """
    ).first.map { try KeptPasskey($0) }
  }
}

/// A passkey as it is kept, with whose it is.
private struct KeptPasskey {
  let person: PersonID
  let passkey: Passkey
  let named: LocalAccounts.NamedPasskey

  init(_ row: Row) throws {
    guard let id = PasskeyID(try row["id"] as String),
      let user = UserHandle(try row["user_handle"] as String),
      let publicKey = PasskeyPublicKey(cose: try row["public_key"])
    else { throw UnreadableCredential(column: "passkey") }
    person = try row["person"]
    let count: Int = try row["sign_count"]
    passkey = Passkey(
      id: id, user: user, publicKey: publicKey, signCount: UInt32(clamping: count),
      isBackupEligible: try row["is_backup_eligible"], isBackedUp: try row["is_backed_up"],
      transports: try row["transports"])
    named = LocalAccounts.NamedPasskey(
      id: id, label: try row["label"], madeAt: try row["made_at"], usedAt: try row["used_at"])
  }
}

extension PasskeyChallenge.Ceremony {
  /// Whose account it is about; nil when nobody has said so yet.
  fileprivate var user: UserHandle? {
    switch self {
    case .registration(let user), .confirmation(let user): user
    case .signIn: nil
    }
  }
}
