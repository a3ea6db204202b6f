import Crypto

/// What is kept instead of a secret that nobody can guess: its SHA-256.
///
/// It only does for secrets of at least 112 bits (OWASP ASVS 5.0, 6.5.2); a password needs a
/// `PasswordHash`.
public struct SecretDigest: Hashable, Sendable, LosslessStringConvertible {
  private let bytes: [UInt8]

  init(of secret: [UInt8]) { bytes = Array(SHA256.hash(data: secret)) }

  /// Reads what `description` writes; nil for anything else.
  public init?(_ description: String) {
    guard let bytes = Alphabet.base64URL.bytes(description),
      bytes.count == SHA256.byteCount
    else { return nil }
    self.bytes = bytes
  }

  /// Its 43 characters of base64url.
  public var description: String { Alphabet.base64URL.text(bytes) }

  /// Takes the same time wherever the two differ.
  public static func == (lhs: Self, rhs: Self) -> Bool {
    SymmetricKey(data: lhs.bytes) == SymmetricKey(data: rhs.bytes)
  }

  public func hash(into hasher: inout Hasher) { hasher.combine(bytes) }
}
