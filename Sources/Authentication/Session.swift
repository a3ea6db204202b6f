public import Domain
public import EventSourcing
public import Foundation

/// That somebody has signed in, and until when that holds.
public struct Session: Hashable, Sendable {
  /// However busy, nobody stays signed in longer than this.
  public static let secondsMax = 12 * 60 * 60
  /// Without a request for this long, one is signed out.
  public static let idleSecondsMax = 30 * 60
  /// What is grave takes a proof that is no older than this.
  public static let freshSecondsMax = 15 * 60

  /// Names it to its person, who may end it; the browser's token is something else.
  public let id: Identity
  public let person: PersonID
  /// How the person last proved to be who they are.
  public let means: Means
  /// What the browser calls itself.
  public let browser: String
  public let begunAt: Date
  /// The last request that was written down.
  public let seenAt: Date
  /// When the person last proved to be who they are.
  public let provenAt: Date
  /// Where it began, when that was at a provider.
  public let provider: ProviderSession?

  public init(
    id: Identity, person: PersonID, means: Means, browser: String, begunAt: Date, seenAt: Date,
    provenAt: Date, provider: ProviderSession? = nil
  ) {
    self.id = id
    self.person = person
    self.means = means
    self.browser = browser
    self.begunAt = begunAt
    self.seenAt = seenAt
    self.provenAt = provenAt
    self.provider = provider
  }

  /// Whether it still holds at `now`.
  public func holds(at now: Date) -> Bool {
    now >= begunAt && now.timeIntervalSince(seenAt) <= Double(Self.idleSecondsMax)
      && now.timeIntervalSince(begunAt) < Double(Self.secondsMax)
  }

  /// Whether the person proved it so short ago that something grave may be done.
  public func isFresh(at now: Date) -> Bool {
    now.timeIntervalSince(provenAt) <= Double(Self.freshSecondsMax)
  }

  /// How somebody proves to be who they are.
  public enum Means: String, CaseIterable, Sendable {
    /// By choosing who one is, where things are only tried out.
    case choice
    /// By a link that was handed over.
    case link
    case password
    /// A password and then a code.
    case passwordAndCode
    case passkey
    /// At a provider of OpenID Connect.
    case provider
  }
}

/// A session as the provider where it began knows it (OpenID Connect).
public struct ProviderSession: Hashable, Sendable {
  public let issuer: String
  public let subject: String
  /// The provider's own name for it; nil when it gave none.
  public let session: String?
  /// Sent back when signing out, so that the provider knows whom.
  public let idToken: String?

  public init(issuer: String, subject: String, session: String?, idToken: String?) {
    self.issuer = issuer
    self.subject = subject
    self.session = session
    self.idToken = idToken
  }
}
