import Foundation

/// What a provider says about itself, as far as a relying party needs it.
struct Metadata: Sendable {
  let authorizationEndpoint: Address
  let tokenEndpoint: Address
  let keysAddress: Address
  let userInfoEndpoint: Address?
  let endSessionEndpoint: Address?
  /// Whether it promises to name itself in every authorization response (RFC 9207).
  let namesItselfInResponses: Bool

  /// Reads the provider's document and holds it to the issuer that was asked.
  init(_ document: [UInt8], of issuer: Issuer) throws(ProviderFault) {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    guard let said = try? decoder.decode(Document.self, from: Data(document)) else {
      throw .malformed
    }
    guard said.issuer.isExactly(issuer.address.text) else { throw .issuerDiffers }
    if let methods = said.codeChallengeMethodsSupported, !methods.contains(ProofKey.method) {
      throw .proofKeyNotTaken
    }
    authorizationEndpoint = try Self.address(said.authorizationEndpoint, of: issuer)
    tokenEndpoint = try Self.address(said.tokenEndpoint, of: issuer)
    keysAddress = try Self.address(said.jwksUri, of: issuer)
    userInfoEndpoint = try said.userinfoEndpoint.map { text throws(ProviderFault) in
      try Self.address(text, of: issuer)
    }
    endSessionEndpoint = try said.endSessionEndpoint.map { text throws(ProviderFault) in
      try Self.address(text, of: issuer)
    }
    namesItselfInResponses = said.authorizationResponseIssParameterSupported ?? false
  }

  /// A provider elsewhere may not point at this machine without TLS.
  private static func address(
    _ text: String, of issuer: Issuer
  ) throws(ProviderFault) -> Address {
    guard let address = Address(text), !address.isLoopback || issuer.address.isLoopback else {
      throw .insecureAddress
    }
    return address
  }

  /// The members of Discovery 1.0 (section 3), RP-Initiated Logout 1.0 and RFC 9207.
  private struct Document: Decodable {
    let issuer: String
    let authorizationEndpoint: String
    let tokenEndpoint: String
    let jwksUri: String
    let userinfoEndpoint: String?
    let endSessionEndpoint: String?
    let codeChallengeMethodsSupported: [String]?
    let authorizationResponseIssParameterSupported: Bool?
  }
}
