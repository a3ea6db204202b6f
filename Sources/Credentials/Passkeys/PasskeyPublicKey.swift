import Crypto
import CryptoExtras
import Foundation

/// The public half of a passkey, as the authenticator wrote it down (COSE, RFC 9053 and RFC 8230).
public struct PasskeyPublicKey: Sendable {
  private enum Key: Sendable {
    case es256(P256.Signing.PublicKey)
    case edDSA(Curve25519.Signing.PublicKey)
    case rs256(_RSA.Signing.PublicKey)
  }

  /// How the passkey signs.
  public let algorithm: Algorithm
  /// What to keep of it.
  public let cose: [UInt8]
  private let key: Key

  /// Reads a key as it was kept; nil for anything else.
  public init?(cose: [UInt8]) {
    guard let item = try? CBOR(cose) else { return nil }
    self.init(item, cose: cose)
  }

  /// Nil unless it is a whole and valid key of an algorithm we know, with nothing besides.
  init?(_ item: CBOR, cose: [UInt8]) {
    guard let algorithm = item[.algorithm]?.number.flatMap(Algorithm.init),
      let key = Self.key(item, for: algorithm)
    else { return nil }
    self.algorithm = algorithm
    self.cose = cose
    self.key = key
  }

  /// Whether the passkey signed these bytes.
  func isValid(_ signature: [UInt8], for signed: [UInt8]) -> Bool {
    switch key {
    case .es256(let key):
      (try? P256.Signing.ECDSASignature(derRepresentation: signature))
        .map { key.isValidSignature($0, for: signed) } ?? false
    case .edDSA(let key): key.isValidSignature(signature, for: signed)
    case .rs256(let key):
      key.isValidSignature(
        _RSA.Signing.RSASignature(rawRepresentation: signature), for: SHA256.hash(data: signed),
        padding: .insecurePKCS1v1_5)
    }
  }

  private static func key(_ item: CBOR, for algorithm: Algorithm) -> Key? {
    switch algorithm {
    case .es256: p256(item).map(Key.es256)
    case .edDSA: ed25519(item).map(Key.edDSA)
    case .rs256: rsa(item).map(Key.rs256)
    }
  }

  private static func p256(_ item: CBOR) -> P256.Signing.PublicKey? {
    guard item.keys == [.type, .algorithm, .curve, .x, .y],
      item[.type]?.number == 2, item[.curve]?.number == 1,
      let x = item[.x]?.bytes, x.count == 32, let y = item[.y]?.bytes, y.count == 32
    else { return nil }
    return try? P256.Signing.PublicKey(rawRepresentation: x + y)
  }

  private static func ed25519(_ item: CBOR) -> Curve25519.Signing.PublicKey? {
    guard item.keys == [.type, .algorithm, .curve, .x],
      item[.type]?.number == 1, item[.curve]?.number == 6,
      let x = item[.x]?.bytes, x.count == 32
    else { return nil }
    return try? Curve25519.Signing.PublicKey(rawRepresentation: x)
  }

  /// Of 2048 to 4096 bits, with the exponent that every authenticator uses.
  private static func rsa(_ item: CBOR) -> _RSA.Signing.PublicKey? {
    guard item.keys == [.type, .algorithm, .modulus, .exponent],
      item[.type]?.number == 3,
      let modulus = item[.modulus]?.bytes, (256...512).contains(modulus.count), modulus[0] != 0,
      item[.exponent]?.bytes == [1, 0, 1]
    else { return nil }
    return try? _RSA.Signing.PublicKey(n: modulus, e: [1, 0, 1] as [UInt8])
  }
}

extension PasskeyPublicKey {
  /// How passkeys sign, by the number that IANA gave it in COSE; the one we would rather have first.
  public enum Algorithm: Int, CaseIterable, Sendable {
    /// Ed25519.
    case edDSA = -8
    /// ECDSA on P-256 with SHA-256; what nearly all passkeys do.
    case es256 = -7
    /// RSA, PKCS #1 v1.5, with SHA-256; what older Windows does.
    case rs256 = -257
  }
}

extension PasskeyPublicKey: Hashable {
  public static func == (lhs: Self, rhs: Self) -> Bool { lhs.cose == rhs.cose }

  public func hash(into hasher: inout Hasher) { hasher.combine(cose) }
}

/// The labels of a COSE key: RFC 9052, section 7.1; RFC 9053, section 7; RFC 8230, section 4.
extension CBOR.Key {
  fileprivate static let type = CBOR.Key.number(1)
  fileprivate static let algorithm = CBOR.Key.number(3)
  fileprivate static let curve = CBOR.Key.number(-1)
  fileprivate static let x = CBOR.Key.number(-2)
  fileprivate static let y = CBOR.Key.number(-3)
  fileprivate static let modulus = CBOR.Key.number(-1)
  fileprivate static let exponent = CBOR.Key.number(-2)
}
