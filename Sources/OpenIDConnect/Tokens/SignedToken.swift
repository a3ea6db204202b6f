import Foundation

/// A signed token in compact form (RFC 7515), taken apart and not yet believed.
struct SignedToken: Sendable {
  /// What the token says about its signature.
  ///
  /// Where it says that keys are to be found (`jku`, `x5u`, `jwk`) is not read: keys come from the provider.
  struct Header: Decodable, Sendable {
    let alg: String
    let kid: String?
    let typ: String?
  }

  static let bytesMax = 65_536

  let header: Header
  let claims: ClaimSet
  private let signedText: [UInt8]
  private let signature: [UInt8]

  init(_ text: String) throws(TokenFault) {
    let parts = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard text.utf8.count <= Self.bytesMax, parts.count == 3,
      let headerBytes = Base64URL.decoded(parts[0]), let payload = Base64URL.decoded(parts[1]),
      let signature = Base64URL.decoded(parts[2]),
      let members = ClaimSet(headerBytes), let claims = ClaimSet(payload),
      let header = try? JSONDecoder().decode(Header.self, from: Data(headerBytes))
    else { throw .malformed }
    // RFC 7515, section 4.1.11: what is critical and not understood makes the token invalid.
    guard !members.has("crit") else { throw .extensionUnknown }
    self.header = header
    self.claims = claims
    self.signature = signature
    signedText = Array(parts[0]) + [UInt8(ascii: ".")] + Array(parts[1])
  }

  /// How it is signed, when that is one of the ways allowed.
  func algorithm(among allowed: Set<SigningAlgorithm>) throws(TokenFault) -> SigningAlgorithm {
    guard let algorithm = SigningAlgorithm(rawValue: header.alg), allowed.contains(algorithm) else {
      throw .algorithmNotAllowed
    }
    return algorithm
  }

  /// Holds it to the keys it may have been signed with.
  func verify(_ keys: [VerificationKey], _ algorithm: SigningAlgorithm) async throws(TokenFault) {
    guard !keys.isEmpty else { throw .keyUnknown }
    for key in keys where await key.hasMade(signature, of: signedText, by: algorithm) { return }
    throw .signatureWrong
  }

  /// The `typ` in small letters and without `application/`, which may be left out (RFC 7515, 4.1.9).
  var type: String? {
    guard let typ = header.typ?.lowercased() else { return nil }
    let prefix = "application/"
    return typ.utf8.starts(with: prefix.utf8)
      ? String(Substring(typ.utf8.dropFirst(prefix.utf8.count))) : typ
  }
}
