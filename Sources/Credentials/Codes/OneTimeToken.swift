/// The secret in a link that is good for one thing, once: 256 random bits.
///
/// It is in the mail and nowhere else; what is kept is a `OneTimeLink`.
public struct OneTimeToken: Hashable, Sendable {
  static let byteCount = 32

  private let bytes: [UInt8]

  public init(using generator: inout some RandomNumberGenerator) {
    bytes = generator.bytes(Self.byteCount)
  }

  /// Reads the token in a link; nil for what cannot be one.
  public init?(_ written: String) {
    guard let bytes = Alphabet.base64URL.bytes(written), bytes.count == Self.byteCount else {
      return nil
    }
    self.bytes = bytes
  }

  /// Its 43 characters of base64url, for the link.
  public var written: String { Alphabet.base64URL.text(bytes) }

  /// What is kept of it, and what it is found by.
  public var digest: SecretDigest { SecretDigest(of: bytes) }
}

extension OneTimeToken: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  public var description: String { "a one-time token" }
  public var debugDescription: String { description }
  public var customMirror: Mirror { Mirror(self, children: []) }
}

/// What is known of a link that was sent: which token opens it, what for and until when.
///
/// It is used once: take it away in the transaction that does what it is for.
public struct OneTimeLink: Hashable, Sendable {
  public let digest: SecretDigest
  public let purpose: Purpose
  /// Seconds since 1970; from then on it opens nothing.
  public let expiresAt: Int

  /// - Parameters:
  ///   - digest: of the token in the link.
  ///   - purpose: what it lets somebody do.
  ///   - now: when it was made, in seconds since 1970.
  public init(_ digest: SecretDigest, for purpose: Purpose, madeAt now: Int) {
    self.init(digest: digest, purpose: purpose, expiresAt: now + purpose.secondsMax)
  }

  /// Takes a link as it was kept.
  public init(digest: SecretDigest, purpose: Purpose, expiresAt: Int) {
    self.digest = digest
    self.purpose = purpose
    self.expiresAt = expiresAt
  }

  /// Refuses a token that does not open this link for this purpose at `now`.
  public func check(
    _ token: OneTimeToken, for purpose: Purpose, at now: Int
  ) throws(Refusal) {
    guard token.digest == digest else { throw .wrongToken }
    guard purpose == self.purpose else { throw .wrongPurpose }
    guard now < expiresAt else { throw .expired }
  }
}

extension OneTimeLink {
  /// What a link lets somebody do.
  public enum Purpose: String, CaseIterable, Sendable {
    /// Choose how to sign in for the first time.
    case invitation
    /// Choose another password; a second factor is still asked for.
    case reset
    /// Look around as somebody of a demonstration; the one link that may be followed more than once.
    case tryout

    /// How long such a link is good for.
    ///
    /// An invitation waits for somebody who is not expecting it. A reset was asked for just now, and
    /// ten minutes is the most that OWASP ASVS 5.0, 6.5.5 allows.
    public var secondsMax: Int {
      switch self {
      case .invitation: 3 * 24 * 60 * 60
      case .reset: 10 * 60
      case .tryout: 24 * 60 * 60
      }
    }
  }

  /// Why a link opens nothing.
  public enum Refusal: Error, Hashable, Sendable {
    case wrongToken
    case wrongPurpose
    case expired
  }
}
