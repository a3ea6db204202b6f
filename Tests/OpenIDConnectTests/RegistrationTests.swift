import CryptoExtras
import Foundation
import JWTKit
import Testing

@testable import OpenIDConnect

/// How we are known to a provider.
struct RegistrationTests {
  @Test func `a key on P-256 is registered by its public half`() async throws {
    let pem = ES256PrivateKey().pemRepresentation
    let key = try await ClientKey(pem: pem)
    let set = try JSONDecoder().decode(
      [String: [[String: String]]].self, from: Data(key.publicKeySet.utf8))
    let members = try #require(set["keys"]?.first)
    #expect(Set(members.keys) == ["alg", "crv", "kid", "kty", "use", "x", "y"])
    #expect(members["alg"] == "ES256")
    #expect(members["kid"] == key.id)
  }

  @Test(arguments: [SigningAlgorithm.rs256, .ps256])
  func `an RSA key signs an assertion that its public half checks`(
    _ algorithm: SigningAlgorithm
  ) async throws {
    let pem = try _RSA.Signing.PrivateKey(keySize: .bits2048).pemRepresentation
    let key = try await ClientKey(pem: pem, algorithm: algorithm, id: "koers-2026")
    let assertion = try await ClientAssertion(
      clientID: "koers", audience: "https://provider.example/token", at: PlayedProvider.noon
    ).signed(with: key)
    let token = try SignedToken(assertion)
    #expect(token.header.kid == "koers-2026")
    let keys = try KeySet(Array(key.publicKeySet.utf8)).keys(named: "koers-2026", for: algorithm)
    try await token.verify(keys, algorithm)
    #expect(try token.claims.text("iss") == "koers")
    #expect(try token.claims.text("sub") == "koers")
    #expect(try token.claims.texts("aud") == ["https://provider.example/token"])
    #expect(try token.claims.moment("iat") == PlayedProvider.noon)
    #expect(try token.claims.moment("exp") == PlayedProvider.noon + 60)
  }

  @Test(arguments: ["", "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----"])
  func `what is no key is refused`(_ pem: String) async throws {
    await #expect(throws: ClientKey.Fault.unfit) { try await ClientKey(pem: pem) }
    await #expect(throws: ClientKey.Fault.unfit) {
      try await ClientKey(pem: pem, algorithm: .ps256)
    }
  }

  @Test func `a key of another kind than the algorithm's is refused`() async throws {
    let pem = ES256PrivateKey().pemRepresentation
    await #expect(throws: ClientKey.Fault.unfit) {
      try await ClientKey(pem: pem, algorithm: .rs256)
    }
    await #expect(throws: ClientKey.Fault.algorithmNotOffered) {
      try await ClientKey(pem: pem, algorithm: .es384)
    }
  }

  @Test(arguments: ["", "a\"b", "a b", "naïve"])
  func `a name that would have to be escaped is refused`(_ name: String) async throws {
    let pem = ES256PrivateKey().pemRepresentation
    await #expect(throws: ClientKey.Fault.nameUnfit) { try await ClientKey(pem: pem, id: name) }
  }
}
