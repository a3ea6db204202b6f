public import Domain
public import EventSourcing
public import Foundation
import Postgres

/// All that is kept about how somebody signs in, but for what is secret.
public struct SignInRecord: Encodable, Sendable {
  /// A time that somebody was signed in.
  public struct Visit: Encodable, Sendable {
    public let means: String
    /// What the browser calls itself.
    public let browser: String
    public let begunAt: Date
    public let seenAt: Date
  }

  /// A device that signs somebody in.
  public struct Passkey: Encodable, Sendable {
    public let label: String
    public let madeAt: Date
    public let usedAt: Date?
  }

  /// What a provider calls somebody.
  public struct Provider: Encodable, Sendable {
    public let issuer: String
    public let subject: String
  }

  /// The mail address to sign in with; nil for who does not sign in here.
  public var mail: String?
  public var hasPassword = false
  public var makesCodes = false
  public var sessions: [Visit] = []
  public var passkeys: [Passkey] = []
  public var providers: [Provider] = []
  /// What the organisation's directory says; nil for whom it does not tell of.
  public var directory: JSON?

  public init() {}
}

extension Door {
  public func record(of person: PersonID) async throws -> SignInRecord {
    let answers = try await database.batch([
      """
      SELECT mail, password IS NOT NULL AS has_password, code_secret IS NOT NULL AS makes_codes
      FROM credential WHERE person = \(person)
      """,
      """
      SELECT means, browser, begun_at, seen_at FROM session WHERE person = \(person)
      ORDER BY begun_at, id
      """,
      "SELECT label, made_at, used_at FROM passkey WHERE person = \(person) ORDER BY made_at, id",
      """
      SELECT issuer, subject FROM provider_person WHERE person = \(person)
      ORDER BY issuer, subject
      """,
      "SELECT document FROM directory_resource WHERE id = \(person.account)",
    ])
    var record = SignInRecord()
    if let credential = answers[0].first {
      record.mail = try credential["mail"]
      record.hasPassword = try credential["has_password"]
      record.makesCodes = try credential["makes_codes"]
    }
    record.sessions = try answers[1].map { row in
      SignInRecord.Visit(
        means: try row["means"], browser: try row["browser"], begunAt: try row["begun_at"],
        seenAt: try row["seen_at"])
    }
    record.passkeys = try answers[2].map { row in
      SignInRecord.Passkey(
        label: try row["label"], madeAt: try row["made_at"], usedAt: try row["used_at"])
    }
    record.providers = try answers[3].map { row in
      SignInRecord.Provider(issuer: try row["issuer"], subject: try row["subject"])
    }
    record.directory = try answers[4].first.map { row in
      try JSONDecoder().decode(JSON.self, from: Data((row["document"] as String).utf8))
    }
    return record
  }
}
