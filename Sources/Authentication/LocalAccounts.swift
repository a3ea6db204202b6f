public import Credentials
import Domain
import EventSourcing
public import Foundation
public import Postgres

/// The accounts whose passwords, codes and passkeys Koers keeps itself.
///
/// Nothing that it keeps lets anybody in who can only read the database: passwords are hashed, secrets closed, links
/// and codes kept as digests.
public struct LocalAccounts: Sendable {
  let database: Database
  let hasher: PasswordHasher
  let rule: PasswordRule
  /// Closes what is kept outside our reach: in the database, and with browsers.
  public let box: SecretBox
  /// Nil where passkeys cannot be used, because the site has no address of its own.
  public let relyingParty: RelyingParty?

  var attempts: Attempts { Attempts(database: database) }

  /// - Parameters:
  ///   - database: connects as the role at the door.
  ///   - hasher: hashes passwords, a few at a time.
  ///   - rule: which passwords may be chosen.
  ///   - box: closes the secrets of apps that make codes.
  ///   - relyingParty: whom passkeys are made for; nil where they cannot be used.
  public init(
    _ database: Database, hasher: PasswordHasher, rule: PasswordRule, box: SecretBox,
    relyingParty: RelyingParty?
  ) {
    self.database = database
    self.hasher = hasher
    self.rule = rule
    self.box = box
    self.relyingParty = relyingParty
  }

  /// From where somebody tries to sign in.
  public struct Origin: Sendable {
    /// The network address.
    public let address: String
    /// What the browser calls itself.
    public let browser: String

    public init(address: String, browser: String) {
      self.address = address
      self.browser = browser
    }
  }

  /// What came of an attempt to sign in.
  public enum Outcome: Sendable {
    /// The session is begun; the browser is given this.
    case signedIn(OneTimeToken)
    /// The password was right, and a code is to follow; the browser is given this, which lets nobody in yet.
    case awaitsCode(OneTimeToken)
    /// It was not right; nobody is told what was wrong.
    case wrong
    /// There were too many that were not right; the next may be made in so many seconds.
    case wait(seconds: Int)
    /// Too many people sign in at this moment.
    case busy
  }

  /// Signs in with a mail address and a password.
  public func signIn(
    mail: String, password: Password, from origin: Origin, at now: Date
  ) async throws -> Outcome {
    let mail = mail.lowercased()
    let triers: [Trier] = [.account(mail: mail), .address(origin.address)]
    let wait = try await attempts.begin(triers, at: now)
    guard wait == 0 else { return .wait(seconds: wait) }
    let credential = try await credential(mail: mail)
    do throws(PasswordHasher.Refusal) {
      guard try await hasher.isRight(password, for: credential?.password), let credential
      else { return .wrong }
      try? await renew(credential, password)
      return try await passed(credential, triers, from: origin, at: now)
    } catch {
      return .busy
    }
  }

  /// The password was right: a code is asked for when the account has an app that makes them.
  private func passed(
    _ credential: Credential, _ triers: [Trier], from origin: Origin, at now: Date
  ) async throws(PasswordHasher.Refusal) -> Outcome {
    let awaitsCode = credential.codeSecret != nil
    do {
      try await attempts.succeed(triers, at: now)
      let token = try await begin(
        credential.person, by: .password, awaitsCode: awaitsCode, from: origin, at: now)
      return awaitsCode ? .awaitsCode(token) : .signedIn(token)
    } catch {
      throw .busy
    }
  }

  /// A hash that was made at an older cost is made anew while the password is at hand.
  private func renew(_ credential: Credential, _ password: Password) async throws {
    guard let former = credential.password, former.needsRenewal else { return }
    let renewed = try await hash(of: password)
    try await database.run(
      """
      UPDATE credential SET password = \(renewed.description)
      WHERE person = \(credential.person) AND password = \(former.description)
      """)
  }

  /// Signs in with the code that follows on a password.
  ///
  /// - Parameters:
  ///   - typed: six digits of the app, or a code on paper.
  ///   - half: what the browser was given when the password was right.
  ///   - origin: from where it is tried.
  ///   - now: when it is tried.
  /// - Returns: what came of it.
  /// - Throws: why the database could not be asked.
  public func signIn(
    code typed: String, after half: OneTimeToken, from origin: Origin, at now: Date
  ) async throws -> Outcome {
    guard let credential = try await credential(awaitingCode: half, at: now) else {
      return .wrong
    }
    let triers: [Trier] = [.secondFactor(mail: credential.mail), .address(origin.address)]
    let wait = try await attempts.begin(triers, at: now)
    guard wait == 0 else { return .wait(seconds: wait) }
    guard try await spend(typed, of: credential.person, at: now) else { return .wrong }
    try await attempts.succeed(triers, at: now)
    try await database.run("DELETE FROM session WHERE digest = \(half.digest.description)")
    return .signedIn(
      try await begin(
        credential.person, by: .passwordAndCode, awaitsCode: false, from: origin, at: now))
  }

  private static let codeSecondsMax = 300.0

  private func credential(
    awaitingCode half: OneTimeToken, at now: Date
  ) async throws -> Credential? {
    let rows = try await database.run(
      """
      SELECT credential.* FROM session JOIN credential USING (person)
      WHERE digest = \(half.digest.description) AND awaits_code
        AND begun_at > \(now.addingTimeInterval(-Self.codeSecondsMax))
      """)
    return try rows.first.map { try Credential($0) }
  }

  func begin(
    _ person: PersonID, by means: Session.Means, awaitsCode: Bool, from origin: Origin,
    at now: Date
  ) async throws -> OneTimeToken {
    var generator = SystemRandomNumberGenerator()
    let token = OneTimeToken(using: &generator)
    let session = Session(
      id: .fresh(), person: person, means: means, browser: origin.browser, begunAt: now,
      seenAt: now, provenAt: now)
    try await database.batch([
      Door.sweeping(at: now), session.insertion(token, awaitsCode: awaitsCode),
    ])
    return token
  }

  func hash(of password: Password) async throws(PasswordHasher.Refusal) -> PasswordHash {
    var generator = SystemRandomNumberGenerator()
    return try await hasher.hash(password, salt: PasswordHash.Salt(using: &generator))
  }

  func credential(mail: String) async throws -> Credential? {
    try await database.run("SELECT * FROM credential WHERE mail = \(mail)").first
      .map { try Credential($0) }
  }

  func credential(of person: PersonID) async throws -> Credential? {
    try await database.run("SELECT * FROM credential WHERE person = \(person)").first
      .map { try Credential($0) }
  }
}
