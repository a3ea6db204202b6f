import Crypto
import Foundation

/// A key that wraps the keys of streams.
///
/// It is kept outside the database, and outside its backups.
public struct KeyEncryptionKey: Sendable {
  /// The first eight bytes of the key's SHA-256, in hexadecimal: it tells keys apart and gives none away.
  public let id: String
  private let key: SymmetricKey

  /// Takes 32 random bytes; nil for another number of them.
  public init?(_ bytes: [UInt8]) {
    guard bytes.count == SymmetricKeySize.bits256.bitCount / 8 else { return nil }
    key = SymmetricKey(data: bytes)
    id = SHA256.hash(data: bytes).prefix(8).map { byte in
      (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }.joined()
  }

  func wrapped(_ inner: SymmetricKey, as name: [UInt8]) throws -> [UInt8] {
    try inner.withUnsafeBytes { bytes in
      try AES.GCM.sealed(Array(bytes), using: key, authenticating: name)
    }
  }

  /// - Throws: `CryptoKitError` when it was wrapped by another key, or for another stream.
  func unwrapped(_ wrapped: [UInt8], as name: [UInt8]) throws -> SymmetricKey {
    SymmetricKey(data: try AES.GCM.opened(Data(wrapped), using: key, authenticating: name))
  }
}

/// The key-encryption keys of a node: the one that wraps, and those that have wrapped before it.
public struct KeyEncryptionKeys: Sendable {
  public let present: KeyEncryptionKey
  private let former: [KeyEncryptionKey]

  /// The key that wraps from now on, and those it took the place of.
  ///
  /// `former` are needed until every key is wrapped anew.
  public init(_ present: KeyEncryptionKey, former: [KeyEncryptionKey] = []) {
    self.present = present
    self.former = former
  }

  /// The identifiers of all of them.
  var ids: [String] { [present.id] + former.map(\.id) }

  subscript(id: String) -> KeyEncryptionKey? {
    present.id == id ? present : former.first { $0.id == id }
  }
}

extension AES.GCM {
  /// Nonce, ciphertext and tag of `text`, in that order; the nonce is random.
  static func sealed(
    _ text: [UInt8], using key: SymmetricKey, authenticating name: [UInt8]
  ) throws -> [UInt8] {
    let box = try seal(text, using: key, authenticating: name)
    return Array(box.nonce) + Array(box.ciphertext) + Array(box.tag)
  }

  /// The text that `sealed` sealed.
  static func opened(
    _ sealed: Data, using key: SymmetricKey, authenticating name: [UInt8]
  ) throws -> Data {
    try open(try SealedBox(combined: sealed), using: key, authenticating: name)
  }
}
