public import Credentials
import Domain
public import EventSourcing
public import Foundation
public import Logging
public import Postgres
public import SCIM

/// The organisation's directory, as it tells over SCIM who joins, moves and leaves.
///
/// What it says is kept in tables of its own; what follows for accounts and grants is recorded as events.
public struct Directory: Sendable {
  let database: Database
  let accounts: FollowingAccounts
  let progress: any EventSourcing.Progress
  let logger: Logger
  private let keys: [SecretDigest]
  private let issuer: String?
  private let subject: Subject

  /// How long an answer waits until what it changed holds for whoever comes in.
  static let catchUpBound = Duration.seconds(5)

  /// By what the directory calls a person whom the provider of OpenID Connect calls the subject.
  public enum Subject: String, CaseIterable, Sendable {
    case externalID = "externalId"
    case userName
  }

  /// - Parameters:
  ///   - database: connects as the role at the door.
  ///   - commands: the door through which accounts are opened, restated and closed.
  ///   - progress: how far the read models are.
  ///   - keys: the digests of the keys that the directory may come with.
  ///   - groups: which roles come with which groups.
  ///   - issuer: the provider at which the same people sign in; nil without one.
  ///   - subject: by what the directory calls whom that provider lets in.
  ///   - logger: hears who could not follow what was said before.
  public init(
    _ database: Database, commands: any CommandGateway, progress: any EventSourcing.Progress,
    keys: [SecretDigest], groups: [GroupRule], issuer: String?, subject: Subject,
    logger: Logger = Logger(label: "koers.directory")
  ) {
    self.database = database
    accounts = FollowingAccounts(commands: commands, rules: groups, actor: "koers-directory")
    self.progress = progress
    self.keys = keys
    self.issuer = issuer
    self.subject = subject
    self.logger = logger
  }

  /// Whether somebody is let in with what they brought.
  public enum Admittance: Hashable, Sendable {
    case admitted
    case wrong
    /// There were too many that were wrong; the next may come in so many seconds.
    case wait(seconds: Int)
  }

  /// Whether `authorization` has a key of the directory (RFC 6750, section 2.1); nil has none.
  public func isKey(_ authorization: String?) -> Bool {
    authorization.flatMap(Self.bearer).map { holds($0) } ?? false
  }

  /// Holds the key in `authorization` against the digests; who has one never waits for others who have none.
  ///
  /// - Parameters:
  ///   - authorization: the header as it was sent (RFC 6750, section 2.1); nil when there was none.
  ///   - address: the network address that it comes from, where failures are counted.
  ///   - now: when it comes.
  /// - Throws: why failures cannot be counted.
  /// - Returns: whether the directory is let in.
  public func admittance(
    by authorization: String?, from address: String, at now: Date
  ) async throws -> Admittance {
    if isKey(authorization) { return .admitted }
    let attempts = Attempts(database: database)
    let trier = Trier.address(address)
    let wait = try await attempts.wait(of: trier, at: now)
    guard wait == 0 else { return .wait(seconds: wait) }
    let counted = try await attempts.begin([trier], at: now)
    return counted == 0 ? .wrong : .wait(seconds: counted)
  }

  private static func bearer(_ authorization: String) -> OneTimeToken? {
    let parts = authorization.utf8.split(separator: UInt8(ascii: " ")).map { String(Substring($0)) }
    guard parts.count == 2, parts[0].lowercased() == "bearer" else { return nil }
    return OneTimeToken(parts[1])
  }

  /// Compares with every digest, so that the time taken says nothing.
  private func holds(_ key: OneTimeToken) -> Bool {
    let digest = key.digest
    return keys.reduce(false) { isHeld, kept in kept == digest || isHeld }
  }
}

extension Directory {
  /// The resources of `kind` among which an answer to `search` is, in the order in which they were made.
  ///
  /// One that is sought by name is found without reading the others.
  public func resources(of kind: ResourceKind, for search: Search) async throws -> [Resource] {
    let rows = try await database.run(DirectoryRow.statement(of: kind, for: search.filter))
    return try rows.map { try DirectoryRow($0).resource }
  }

  /// One resource.
  ///
  /// - Throws: `SCIM.Refusal.notFound`.
  public func resource(_ kind: ResourceKind, _ id: String) async throws -> Resource {
    let rows = try await database.run(DirectoryRow.statement(of: kind, try Self.identity(id)))
    guard let row = rows.first else { throw SCIM.Refusal.notFound }
    return try DirectoryRow(row).resource
  }

  static func identity(_ id: String) throws(SCIM.Refusal) -> Identity {
    guard let identity = Identity(id) else { throw .notFound }
    return identity
  }

  /// The account under which a new person is kept: the one they came in to through the provider before the directory
  /// told of them, or a new one.
  func account(for document: Document, _ session: Postgres.Session) async throws -> Identity {
    guard let issuer, let name = subject.value(in: document) else { return .fresh() }
    let known = try await session.run(
      "SELECT person FROM provider_person WHERE issuer = \(issuer) AND subject = \(name)")
    let person: PersonID? = try known.first?["person"]
    return person?.account?.identity ?? .fresh()
  }
}

extension Directory.Subject {
  func value(in document: Document) -> String? { document.text(rawValue) }

  /// Asks which account is that of whom the provider calls `name`.
  func statement(finding name: String) -> Statement {
    switch self {
    case .externalID:
      """
      SELECT id FROM directory_resource WHERE kind = \(ResourceKind.user.rawValue)
        AND external_id = \(name)
      """
    case .userName:
      """
      SELECT id FROM directory_resource WHERE kind = \(ResourceKind.user.rawValue)
        AND name = \(name.lowercased())
      """
    }
  }
}
