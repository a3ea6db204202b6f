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
  let commands: any CommandGateway
  let party: OpenIDConnect.RelyingParty
  let box: SecretBox
  let groups: [GroupRole]

  /// A group at the provider and the role that it gives.
  public struct GroupRole: Hashable, Sendable {
    public let group: Line
    public let role: Role

    public init(_ group: Line, gives role: Role) {
      self.group = group
      self.role = role
    }
  }

  /// - Parameters:
  ///   - database: connects as the role at the door.
  ///   - commands: the door through which accounts are opened and follow their groups.
  ///   - party: how we are known to the provider.
  ///   - box: closes what is kept with a browser while its owner is at the provider.
  ///   - groups: which roles come with which groups.
  public init(
    _ database: Database, commands: any CommandGateway, party: OpenIDConnect.RelyingParty,
    box: SecretBox, groups: [GroupRole]
  ) {
    self.database = database
    self.commands = commands
    self.party = party
    self.box = box
    self.groups = groups
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
    public let destination: String
  }

  /// Takes in who is back: opens the account of who is new, and lets it follow what the provider says.
  ///
  /// - Parameters:
  ///   - query: of the address they came to, as it was sent.
  ///   - kept: what the browser kept; nil when it kept nothing.
  ///   - now: when it is.
  ///   - today: the day in the Netherlands.
  /// - Throws: `OpenIDConnect.Refusal`, `Closed`, or why the account could not follow.
  /// - Returns: who it is, and where they were going.
  public func finish(
    _ query: String, kept: String?, at now: Date, on today: Day
  ) async throws -> Arrival {
    let arrival = try await party.finish(
      query, remembered: kept.flatMap { remembered($0) }, at: now)
    let claims = arrival.claims
    let person = try await person(claims, on: today)
    try await follow(claims, person, on: today)
    let receipt = String(decoding: try JSONEncoder().encode(arrival.receipt), as: UTF8.self)
    return Arrival(
      person: person,
      session: ProviderSession(
        issuer: claims.issuer.description, subject: claims.subject, session: claims.sessionID,
        idToken: receipt), destination: arrival.returnTo)
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
}

/// Keeping an account as the provider has it.
extension ProviderAccounts {
  /// Whom the provider calls so; somebody new gets an identifier that says nothing about them.
  private func person(_ claims: Claims, on today: Day) async throws -> PersonID {
    let issuer = claims.issuer.description
    let known = try await database.run(
      """
      SELECT person FROM provider_person WHERE issuer = \(issuer) AND subject = \(claims.person)
      """)
    if let person: PersonID = try known.first?["person"] { return person }
    let fresh = PersonID.opaque(for: AccountID(.fresh()))
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

  /// Opens the account, or restates it, and grants and revokes what its groups say.
  private func follow(_ claims: Claims, _ person: PersonID, on today: Day) async throws {
    let profile = Account.Profile(
      (try? Line(claims.name ?? "")) ?? Line(recorded: person.description),
      mail: claims.email.flatMap { MailAddress($0) })
    guard let account = person.account else { throw Closed() }
    do throws(CommandFailure<Account.Refusal>) {
      try await perform(.open(person, profile, on: today), on: account)
    } catch {
      switch error {
      case .refused(.alreadyOpened): break
      case .refused, .outdated, .reused, .taken, .contended, .busy, .outcomeUnknown,
        .unavailable:
        throw error
      }
    }
    do throws(CommandFailure<Account.Refusal>) {
      try await perform(.restate(profile, on: today), on: account)
      try await perform(.follow(roles(in: claims.groups), on: today), on: account)
    } catch {
      switch error {
      case .refused(.closed): throw Closed()
      case .refused, .outdated, .reused, .taken, .contended, .busy, .outcomeUnknown,
        .unavailable:
        throw error
      }
    }
  }

  /// A name is compared byte for byte; a group without a role gives nothing.
  private func roles(in named: [String]) -> [Account.GroupRole] {
    groups.filter { rule in
      named.contains { $0.utf8.elementsEqual(rule.group.description.utf8) }
    }.map { Account.GroupRole($0.role, of: $0.group, as: GrantID(.fresh())) }
  }

  private func perform(
    _ command: Account.Command, on account: AccountID
  ) async throws(CommandFailure<Account.Refusal>) {
    _ = try await commands.perform(
      Order<Account>(command, on: account.identity),
      in: Envelope(command: .fresh(), actor: "koers-provider"))
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
