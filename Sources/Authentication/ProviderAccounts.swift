public import Credentials
public import Domain
public import EventSourcing
public import Foundation
public import OpenIDConnect
public import Postgres

/// The accounts of people who sign in at a provider of OpenID Connect: the provider says who they are and in which groups,
/// and their account here follows it.
public struct ProviderAccounts: Sendable {
  let database: Database
  let accounts: FollowingAccounts
  let party: OpenIDConnect.RelyingParty
  let box: SecretBox
  /// By what the directory calls whom the provider lets in; nil when no directory tells of people.
  let subject: Directory.Subject?

  /// - Parameters:
  ///   - database: connects as the role at the door.
  ///   - commands: the door through which accounts are opened and follow their groups.
  ///   - party: how we are known to the provider.
  ///   - box: closes what is kept with a browser while its owner is at the provider.
  ///   - groups: which roles come with which groups.
  ///   - subject: by what the directory calls whom the provider lets in; nil when no directory tells of people.
  public init(
    _ database: Database, commands: any CommandGateway, party: OpenIDConnect.RelyingParty,
    box: SecretBox, groups: [GroupRule], knownBy subject: Directory.Subject? = nil
  ) {
    self.database = database
    accounts = FollowingAccounts(commands: commands, rules: groups, actor: "koers-provider")
    self.party = party
    self.box = box
    self.subject = subject
  }

  /// The scheme and host of the provider, where forms may lead to.
  public var origin: String {
    let address = URL(string: party.registration.issuer.description)
    let port = address?.port.map { ":\($0)" } ?? ""
    return "\(address?.scheme ?? "https")://\(address?.host() ?? "")\(port)"
  }

  /// Where somebody goes to sign in, and what their browser keeps until they are back.
  public struct Departure: Sendable {
    public let address: String
    public let kept: String
  }

  /// Sends somebody to the provider.
  ///
  /// - Parameters:
  ///   - destination: where on the site they were going.
  ///   - anew: whether they have to prove it though they are signed in there.
  ///   - now: when it is.
  /// - Throws: `OpenIDConnect.Refusal`.
  /// - Returns: where to send them.
  public func begin(
    to destination: String, anew: Bool, at now: Date
  ) async throws -> Departure {
    let departure = try await party.begin(
      returnTo: destination, demanding: anew ? .anew() : .none, at: now)
    var generator = SystemRandomNumberGenerator()
    let text = [UInt8](try JSONEncoder().encode(departure.remembered))
    let closed = box.closed(text, for: Self.context, using: &generator)
    return Departure(address: departure.address, kept: closed.description)
  }

  private static let context = "departure"

  /// Somebody who is back from the provider.
  public struct Arrival: Sendable {
    public let person: PersonID
    public let session: ProviderSession
    /// When they proved there who they are, which may be long ago.
    public let provenAt: Date
    public let destination: String
  }

  /// Takes in who is back: opens the account of who is new, and lets it follow what the provider says.
  ///
  /// - Parameters:
  ///   - query: of the address they came to, as it was sent.
  ///   - kept: what the browser kept; nil when it kept nothing.
  ///   - now: when it is.
  ///   - today: the day in the Netherlands.
  /// - Throws: `OpenIDConnect.Refusal`, `Closed`, `Unknown`, or why the account could not follow.
  /// - Returns: who it is, and where they were going.
  public func finish(
    _ query: String, kept: String?, at now: Date, on today: Day
  ) async throws -> Arrival {
    let arrival = try await party.finish(
      query, remembered: kept.flatMap { remembered($0) }, at: now)
    let claims = arrival.claims
    let person = try await person(claims)
    try await follow(claims, person, on: today)
    let receipt = String(decoding: try JSONEncoder().encode(arrival.receipt), as: UTF8.self)
    return Arrival(
      person: person,
      session: ProviderSession(
        issuer: claims.issuer.description, subject: claims.subject, session: claims.sessionID,
        idToken: receipt),
      provenAt: claims.proven(comingBackAt: now), destination: arrival.returnTo)
  }

  private func remembered(_ kept: String) -> Remembered? {
    guard let closed = ClosedSecret(kept),
      let bytes = try? box.opened(closed, for: Self.context)
    else { return nil }
    return try? JSONDecoder().decode(Remembered.self, from: Data(bytes))
  }

  /// Where to send somebody whose session here is over, to end the one at the provider; nil for nowhere.
  public func signOut(_ session: ProviderSession, at now: Date) async -> String? {
    let receipt = session.idToken.flatMap {
      try? JSONDecoder().decode(Receipt.self, from: Data($0.utf8))
    }
    return try? await party.signOut(receipt, at: now)?.address
  }

  /// Ends the sessions of who signed out at the provider, by the form with which it says so.
  ///
  /// - Throws: `OpenIDConnect.Refusal` for a form that is not the provider's.
  public func end(_ form: String, at now: Date) async throws {
    let signedOut = try await party.signedOut(form, at: now)
    let issuer = signedOut.issuer.description
    switch signedOut.sessions {
    case .session(let session):
      try await database.run(
        "DELETE FROM session WHERE issuer = \(issuer) AND provider_session = \(session)")
    case .sessionOf(let subject, let session):
      try await database.run(
        """
        DELETE FROM session WHERE issuer = \(issuer) AND provider_subject = \(subject)
          AND provider_session = \(session)
        """)
    case .all(let subject):
      try await database.run(
        "DELETE FROM session WHERE issuer = \(issuer) AND provider_subject = \(subject)")
    }
  }

  /// The account here is closed, whatever the provider says.
  public struct Closed: Error {}

  /// The directory tells who may come in, and it does not tell of this person.
  public struct Unknown: Error {}
}

/// Keeping an account as the provider has it.
extension ProviderAccounts {
  /// Whom the provider calls so.
  private func person(_ claims: Claims) async throws -> PersonID {
    let issuer = claims.issuer.description
    let known = try await database.run(
      """
      SELECT person FROM provider_person WHERE issuer = \(issuer) AND subject = \(claims.person)
      """)
    if let person: PersonID = try known.first?["person"] { return person }
    let fresh = try await newcomer(claims)
    // Two who come in at once are the same person, whoever is first.
    let kept = try await database.run(
      """
      INSERT INTO provider_person (issuer, subject, person)
      VALUES (\(issuer), \(claims.person), \(fresh))
      ON CONFLICT (issuer, subject) DO UPDATE SET person = provider_person.person
      RETURNING person
      """)
    return try kept.only()["person"]
  }

  /// Somebody who comes in for the first time: whom the directory tells of, or where none does, an identifier that
  /// says nothing about them.
  ///
  /// An account is one person's at the provider: whoever could make the directory say otherwise would come in as
  /// somebody else.
  private func newcomer(_ claims: Claims) async throws -> PersonID {
    guard let subject else { return .opaque(for: AccountID(.fresh())) }
    let found = try await database.run(subject.statement(finding: claims.person))
    guard let account: AccountID = try found.first?["id"] else { throw Unknown() }
    let person = PersonID.opaque(for: account)
    let others = try await database.run(
      """
      SELECT FROM provider_person
      WHERE person = \(person) AND issuer = \(claims.issuer.description)
      """)
    guard others.isEmpty else { throw Unknown() }
    return person
  }

  /// Lets the account follow what the provider says, unless the directory tells of the person itself.
  private func follow(_ claims: Claims, _ person: PersonID, on today: Day) async throws {
    if let account = person.account, try await isDirectorys(account) {
      guard try await isOpen(account) else { throw Closed() }
      return
    }
    let profile = Account.Profile(
      (try? Line(claims.name ?? "")) ?? Line(recorded: person.description),
      mail: claims.email.flatMap { MailAddress($0) })
    do {
      _ = try await accounts.follow(person, as: profile, in: claims.groups, on: today)
    } catch is FollowingAccounts.Closed {
      throw Closed()
    }
  }

  private func isDirectorys(_ account: AccountID) async throws -> Bool {
    guard subject != nil else { return false }
    return try await !database.run(
      "SELECT FROM directory_resource WHERE id = \(account)"
    ).isEmpty
  }

  private func isOpen(_ account: AccountID) async throws -> Bool {
    try await !database.run(
      "SELECT FROM account WHERE key = \(account) AND dropped_on IS NULL"
    ).isEmpty
  }
}

/// What was used once, for every node together.
public struct SpentTokens: Uses {
  private let database: Database

  /// - Parameter database: connects as the role at the door.
  public init(_ database: Database) { self.database = database }

  public func begin(_ mark: UseMark, until end: Date, at now: Date) async throws -> Bool {
    let answers = try await database.batch([
      "DELETE FROM spent_token WHERE expires_at < \(now)",
      """
      INSERT INTO spent_token (mark, expires_at) VALUES (\(mark.text), \(end))
      ON CONFLICT DO NOTHING RETURNING 1
      """,
    ])
    return !answers[1].isEmpty
  }
}
