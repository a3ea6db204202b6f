import CryptoExtras
import Foundation
import JWTKit
import Testing

@testable import OpenIDConnect

/// A pair of keys of a provider, or of somebody who would like to be one.
struct PlayedKey: Sendable {
  let id: String
  let algorithm: SigningAlgorithm
  /// The public half as a provider publishes it.
  let published: [String: JSON]
  private let keys: JWTKeyCollection

  static func new(_ id: String, _ algorithm: SigningAlgorithm = .es256) async throws -> PlayedKey {
    let keys = JWTKeyCollection()
    var published: [String: JSON] = [
      "kid": .text(id), "alg": .text(algorithm.rawValue), "use": "sig",
      "kty": .text(algorithm.keyType),
    ]
    if let curve = algorithm.curve { published["crv"] = .text(curve) }
    switch algorithm {
    case .es256: try await addEC(ES256PrivateKey(), to: keys, &published)
    case .es384: try await addEC(ES384PrivateKey(), to: keys, &published)
    case .es512: try await addEC(ES512PrivateKey(), to: keys, &published)
    case .rs256, .rs384, .rs512:
      try addRSA(&published)
      await keys.add(rsa: try rsa.get(), digestAlgorithm: digest(algorithm))
    case .ps256, .ps384, .ps512:
      try addRSA(&published)
      await keys.add(pss: try rsa.get(), digestAlgorithm: digest(algorithm))
    case .edDSA:
      let key = try EdDSA.PrivateKey()
      published["x"] = .text(Base64URL.encoded(key.publicKey.rawRepresentation))
      await keys.add(eddsa: key)
    }
    return PlayedKey(id: id, algorithm: algorithm, published: published, keys: keys)
  }

  /// One for the whole run: making it takes long, and no test minds.
  private static let rsa = Result {
    try Insecure.RSA.PrivateKey(backing: _RSA.Signing.PrivateKey(keySize: .bits2048))
  }

  private static func digest(_ algorithm: SigningAlgorithm) -> DigestAlgorithm {
    switch algorithm {
    case .rs384, .ps384: .sha384
    case .rs512, .ps512: .sha512
    case .rs256, .ps256, .es256, .es384, .es512, .edDSA: .sha256
    }
  }

  private static func addEC(
    _ key: some ECDSAKey, to keys: JWTKeyCollection, _ published: inout [String: JSON]
  ) async throws {
    let (x, y) = try #require(key.parameters)
    published["x"] = .text(Base64URL.encoded(try #require(Data(base64Encoded: x))))
    published["y"] = .text(Base64URL.encoded(try #require(Data(base64Encoded: y))))
    await keys.add(ecdsa: key)
  }

  private static func addRSA(_ published: inout [String: JSON]) throws {
    let (modulus, exponent) = try rsa.get().publicKey.getKeyPrimitives()
    published["n"] = .text(Base64URL.encoded(modulus))
    published["e"] = .text(Base64URL.encoded(exponent))
  }

  /// A signed token; `changes` are made to the header before it is signed.
  func token(_ claims: [String: JSON], header changes: Changes = [:]) async throws -> String {
    let header: [String: JSON] = [
      "alg": .text(algorithm.rawValue), "kid": .text(id), "typ": "JWT",
    ]
    let text = try Self.signedText(header.changed(changes), claims)
    let signature = try await keys.getKey().sign(Data(text.utf8))
    return "\(text).\(Base64URL.encoded(signature))"
  }

  static func signedText(_ header: [String: JSON], _ claims: [String: JSON]) throws -> String {
    let parts = try [JSON.object(header), .object(claims)].map { Base64URL.encoded(try $0.bytes) }
    return parts.joined(separator: ".")
  }
}
