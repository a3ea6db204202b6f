/// What an authenticator has to sign to show that it is there now: 256 random bits, good for one answer.
///
/// Keep it where the browser cannot reach, and take it away before the answer is looked at, whether the
/// answer is right or not.
public struct PasskeyChallenge: Hashable, Sendable {
  /// How long there is to answer: what WebAuthn Level 3, section 15.1, advises.
  public static let secondsMax = 5 * 60

  static let byteCount = 32

  /// What an answer does.
  public enum Ceremony: Hashable, Sendable {
    /// Adds a passkey to this account.
    case registration(UserHandle)
    /// Signs in whoever owns the passkey.
    case signIn
    /// Shows that the owner of this account, who is signed in, is still there.
    case confirmation(UserHandle)
  }

  public let bytes: [UInt8]
  public let ceremony: Ceremony
  /// Seconds since 1970; from then on no answer is taken.
  public let expiresAt: Int

  /// A new challenge, made at `now`, in seconds since 1970.
  public init(
    for ceremony: Ceremony, at now: Int, using generator: inout some RandomNumberGenerator
  ) {
    bytes = generator.bytes(Self.byteCount)
    self.ceremony = ceremony
    expiresAt = now + Self.secondsMax
  }

  /// Takes a challenge as it was kept; nil unless there are 32 bytes.
  public init?(bytes: [UInt8], ceremony: Ceremony, expiresAt: Int) {
    guard bytes.count == Self.byteCount else { return nil }
    self.bytes = bytes
    self.ceremony = ceremony
    self.expiresAt = expiresAt
  }
}
