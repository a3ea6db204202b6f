import Crypto
import EventSourcing
import Foundation

/// The key under which the personal data of one stream lie.
///
/// What it encrypts is bound to the stream, and to the class of the data or the place of a part of a document: put
/// elsewhere, it does not open.
struct StreamKey: Sendable {
  private let stream: [UInt8]
  private let key: SymmetricKey

  init(_ key: SymmetricKey, of stream: StreamName) {
    self.key = key
    self.stream = Self.name(of: stream)
  }

  /// How keys and what they encrypt are bound to `stream`.
  static func name(of stream: StreamName) -> [UInt8] {
    Array("\(stream.category)/\(stream.identity)".utf8)
  }

  func encrypted(_ text: [UInt8], as kind: PersonalData) throws -> [UInt8] {
    try AES.GCM.sealed(text, using: key, authenticating: name(of: kind))
  }

  /// - Throws: `CryptoKitError` for what this key did not encrypt as `kind`.
  func decrypted(_ sealed: Data, as kind: PersonalData) throws -> Data {
    try AES.GCM.opened(sealed, using: key, authenticating: name(of: kind))
  }

  /// `bytes` closed, and bound to the stream and to `place` in it.
  func encrypted(_ bytes: [UInt8], at place: [UInt8]) throws -> [UInt8] {
    try AES.GCM.sealed(bytes, using: key, authenticating: stream + place)
  }

  /// - Throws: `CryptoKitError` for what this key did not close at `place`.
  func decrypted(_ sealed: [UInt8], at place: [UInt8]) throws -> [UInt8] {
    Array(try AES.GCM.opened(Data(sealed), using: key, authenticating: stream + place))
  }

  /// A key for another purpose, from which this one cannot be found (HKDF, RFC 5869).
  func derived(for purpose: StaticString) -> SymmetricKey {
    HKDF<SHA256>.deriveKey(
      inputKeyMaterial: key, info: purpose.withUTF8Buffer(Array.init),
      outputByteCount: SymmetricKeySize.bits256.bitCount / 8)
  }

  private func name(of kind: PersonalData) -> [UInt8] { stream + [kind.letter] }
}

/// What has become of a stream's key.
enum KeyStanding: Sendable {
  case present(StreamKey)
  /// Gone for ever, and with it what it encrypted.
  case destroyed
}
