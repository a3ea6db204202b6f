import Foundation
import JWTKit

/// The keys a provider signs with (RFC 7517).
///
/// A key we can do nothing with does not spoil the others: providers publish keys for encryption and of
/// kinds yet to come.
struct KeySet: Sendable {
  private let keys: [VerificationKey]

  init(_ document: [UInt8]) throws(ProviderFault) {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    guard let said = try? decoder.decode(Document.self, from: Data(document)) else {
      throw .malformed
    }
    keys = said.keys.compactMap(\.key)
  }

  /// The keys that may have made a signature: those of that name, or without a name the only one.
  func keys(named name: String?, for algorithm: SigningAlgorithm) -> [VerificationKey] {
    let fit = keys.filter { $0.fits(algorithm) }
    guard let name else { return fit.count == 1 ? fit : [] }
    return fit.filter { $0.kid?.isExactly(name) ?? false }
  }

  private struct Document: Decodable {
    let keys: [Entry]
  }

  /// One key, or something that is none.
  private struct Entry: Decodable {
    let key: VerificationKey?

    init(from decoder: any Decoder) throws { key = try? VerificationKey(from: decoder) }
  }
}

/// A public key of the provider, as written; members for private keys are not even read.
struct VerificationKey: Decodable, Sendable {
  let kty: String
  let use: String?
  let keyOps: [String]?
  let alg: String?
  let kid: String?
  let crv: String?
  let n: String?
  let e: String?
  let x: String?
  let y: String?

  /// Whether it is meant for checking signatures of this kind.
  func fits(_ algorithm: SigningAlgorithm) -> Bool {
    kty == algorithm.keyType && (algorithm.curve == nil || crv == algorithm.curve)
      && (alg == nil || alg == algorithm.rawValue)
      && (use == nil || use == "sig") && (keyOps?.contains("verify") ?? true)
  }

  /// Whether `signature` was made of `text` with the other half of this key.
  ///
  /// A key that cannot be used, such as RSA under 2048 bits, has signed nothing.
  func hasMade(_ signature: [UInt8], of text: [UInt8], by algorithm: SigningAlgorithm) async -> Bool
  {
    let keys = JWTKeyCollection()
    do {
      try await keys.add(jwk: publicKey(for: algorithm))
      return try await keys.getKey(for: Self.name, alg: algorithm.rawValue)
        .verify(signature, signs: text)
    } catch {
      return false
    }
  }

  /// The collection takes no key without a name.
  private static let name: JWKIdentifier = "key"

  private func publicKey(for algorithm: SigningAlgorithm) -> JWK {
    let named = JWK.Algorithm(rawValue: algorithm.rawValue)
    switch algorithm {
    case .rs256, .rs384, .rs512, .ps256, .ps384, .ps512:
      return .rsa(named, identifier: Self.name, modulus: n, exponent: e)
    case .es256, .es384, .es512:
      return .ecdsa(
        named, identifier: Self.name, x: x, y: y, curve: crv.flatMap { ECDSACurve(rawValue: $0) })
    case .edDSA:
      return .octetKeyPair(
        named, identifier: Self.name, x: x, y: nil, curve: crv.flatMap { EdDSACurve(rawValue: $0) })
    }
  }
}
