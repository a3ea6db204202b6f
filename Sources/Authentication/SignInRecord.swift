public import EventSourcing
public import Foundation

/// All that is kept about how somebody signs in, but for what is secret.
public struct SignInRecord: Encodable, Sendable {
  /// The mail address to sign in with; nil for who does not sign in here.
  public var mail: String?
  /// Those before it, for which attempts that failed are still counted.
  public var formerMails: [String] = []
  /// What authenticators are told to call the person.
  public var userHandle: String?
  public var hasPassword = false
  public var makesCodes = false
  /// When the password or the codes last changed.
  public var changedAt: Date?
  /// Nil for who makes no codes.
  public var paperCodes: PaperCodes?
  public var sessions: [Visit] = []
  public var passkeys: [Passkey] = []
  /// Until when each question to make a passkey can be answered.
  public var passkeyQuestions: [Date] = []
  public var links: [Link] = []
  public var failures: [Failure] = []
  public var providers: [Provider] = []
  /// What the organisation's directory says; nil for whom it does not tell of.
  public var directory: DirectoryEntry?
  /// Since when the account is to follow what the directory says; nil when it does.
  public var directoryDueAt: Date?
  /// Nil for who asked for nothing of late.
  public var allowance: Allowance?

  public init() {}
}

extension SignInRecord {
  /// A time that somebody was signed in.
  public struct Visit: Encodable, Sendable {
    public let means: String
    /// Whether a code is still to follow, until which it lets nobody in.
    public let awaitsCode: Bool
    /// What the browser calls itself.
    public let browser: String
    public let begunAt: Date
    public let seenAt: Date
    public let provenAt: Date
    /// Where it began; nil when that was here.
    public let provider: ProviderVisit?
  }

  /// A session as the provider knows it where it began.
  public struct ProviderVisit: Encodable, Sendable {
    public let issuer: String
    public let subject: String?
    public let session: String?
    /// What the provider said of the person, without the signature by which it would be believed.
    public let claims: JSON?
  }

  /// Codes on paper, which nobody can read any more.
  public struct PaperCodes: Encodable, Sendable {
    public let made: Int
    public let used: Int
  }

  /// A device that signs somebody in.
  public struct Passkey: Encodable, Sendable {
    /// As the authenticator calls it, in base64url.
    public let id: String
    public let label: String
    /// The public half as the authenticator wrote it (COSE).
    public let publicKey: Data
    public let signCount: Int
    public let isBackupEligible: Bool
    public let isBackedUp: Bool
    public let transports: [String]
    public let madeAt: Date
    public let usedAt: Date?
  }

  /// A link that lets somebody in once, without what is in it.
  public struct Link: Encodable, Sendable {
    public let purpose: String
    public let expiresAt: Date
  }

  /// Attempts to sign in that failed of late, by whomever.
  public struct Failure: Encodable, Sendable {
    public let mail: String
    /// Whether it was the code that failed; otherwise it was the password.
    public let isOfCode: Bool
    public let count: Int
    public let lastAt: Date
  }

  /// What a provider calls somebody.
  public struct Provider: Encodable, Sendable {
    public let issuer: String
    public let subject: String
  }

  /// What the organisation's directory says of somebody.
  public struct DirectoryEntry: Encodable, Sendable {
    public let document: JSON
    /// What the groups are called that it puts them in.
    public let groups: [String]
    public let madeAt: Date
    public let changedAt: Date
  }

  /// How many requests somebody may still make.
  public struct Allowance: Encodable, Sendable {
    public let requestsLeft: Double
    public let refilledAt: Date
  }
}
