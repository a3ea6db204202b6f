import Crypto
import Foundation

/// Closes small secrets that have to be read again, such as the secret of a TOTP, with AES-256-GCM.
///
/// What is closed says under which key, so that a new key can close while the old ones still open.
/// The nonce is random: under one key, close far fewer than 2^32 secrets (NIST SP 800-38D, 8.3).
public struct SecretBox: Sendable {
  private let current: Key
  private let keys: [Key.ID: Key]

  /// - Parameters:
  ///   - current: the key that closes.
  ///   - former: keys that only open, until all they closed is closed again.
  public init(current: Key, former: [Key] = []) {
    self.current = current
    keys = Dictionary(
      (former + [current]).map { ($0.id, $0) }, uniquingKeysWith: { _, latest in latest })
  }

  /// Closes a secret under the current key.
  ///
  /// - Parameters:
  ///   - secret: what nobody else may read.
  ///   - context: whose it is and what for. It is not kept, and opens nothing when it differs.
  ///   - generator: the source of the nonce.
  /// - Returns: what may be kept where others can read it.
  public func closed(
    _ secret: [UInt8], for context: String, using generator: inout some RandomNumberGenerator
  ) -> ClosedSecret {
    let nonce = generator.bytes(ClosedSecret.nonceBytes)
    guard
      let sealed = try? AES.GCM.seal(
        secret, using: current.key, nonce: AES.GCM.Nonce(data: nonce),
        authenticating: authenticated(context, under: current.id))
    else { preconditionFailure("AES-GCM takes any secret under 256 bits and a nonce of 96") }
    return ClosedSecret(
      keyID: current.id, nonce: nonce, ciphertext: Array(sealed.ciphertext), tag: Array(sealed.tag))
  }

  /// The secret again.
  ///
  /// - Throws: `Refusal` when the key is not here, or anything differs from when it was closed.
  public func opened(_ closed: ClosedSecret, for context: String) throws(Refusal) -> [UInt8] {
    guard let key = keys[closed.keyID] else { throw .unknownKey(closed.keyID) }
    guard
      let sealed = try? AES.GCM.SealedBox(
        nonce: AES.GCM.Nonce(data: closed.nonce), ciphertext: closed.ciphertext, tag: closed.tag),
      let secret = try? AES.GCM.open(
        sealed, using: key.key, authenticating: authenticated(context, under: key.id))
    else { throw .notAuthentic }
    return Array(secret)
  }

  /// Whether it is to be closed again, since another key has become current.
  public func needsRenewal(_ closed: ClosedSecret) -> Bool { closed.keyID != current.id }

  /// An identifier of a key holds no colon, so no two pairs share their bytes.
  private func authenticated(_ context: String, under id: Key.ID) -> Data {
    Data("\(id):\(context)".utf8)
  }
}

extension SecretBox {
  /// Why a secret stays closed.
  public enum Refusal: Error, Hashable, Sendable {
    /// It was closed under a key that is not among those given.
    case unknownKey(Key.ID)
    /// It was closed for another context or under other bytes, or was changed since.
    case notAuthentic
  }

  /// A key of 256 bits, and what it is called.
  public struct Key: Sendable {
    /// The size of the key.
    public static let byteCount = 32

    public let id: ID
    fileprivate let key: SymmetricKey

    /// Nil unless there are 32 bytes.
    public init?(id: ID, bytes: [UInt8]) {
      guard bytes.count == Self.byteCount else { return nil }
      self.id = id
      key = SymmetricKey(data: bytes)
    }
  }
}

extension SecretBox.Key {
  /// What a key is called, such as `2026-11`: it is written beside all that the key closed.
  public struct ID: Hashable, Sendable, LosslessStringConvertible {
    public static let lengthMax = 32

    public let description: String

    /// Takes 1 to 32 lower-case letters, digits and hyphens; nil otherwise.
    public init?(_ description: String) {
      guard (1...Self.lengthMax).contains(description.utf8.count),
        description.utf8.allSatisfy(Self.isAllowed)
      else { return nil }
      self.description = description
    }

    private static func isAllowed(_ byte: UInt8) -> Bool {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
        UInt8(ascii: "-"):
        true
      case _: false
      }
    }
  }
}
