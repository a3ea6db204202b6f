import Foundation
import Testing

@testable import OpenIDConnect

/// Coming back to a provider whose ID token cannot be believed.
struct RefusedIDTokenTests {
  private func expect(
    _ fault: TokenFault, demanding demand: Demand = .none,
    when lie: @escaping @Sendable (inout Script) -> Void
  ) async throws {
    try await Visit.run { visit in
      visit.provider.follow(lie)
      await #expect(throws: Refusal.idToken(fault)) { try await visit.signIn(demand) }
    }
  }

  private func expect(
    _ fault: TokenFault, demanding demand: Demand = .none, saying claims: Changes
  ) async throws {
    try await expect(fault, demanding: demand) { $0.idToken = claims }
  }

  @Test func `alg none is refused`() async throws {
    try await expect(.algorithmNotAllowed) { $0.forgery = .unsigned }
  }

  @Test func `the public key as a shared secret is refused`() async throws {
    try await expect(.algorithmNotAllowed) { $0.forgery = .publicKeyAsSecret }
  }

  @Test(arguments: ["None", "nOnE", "", "HS256", "HS512", "RS1", "es256", "ES256K"])
  func `an algorithm that is not on the list is refused`(_ name: String) async throws {
    try await expect(.algorithmNotAllowed) { $0.header = ["alg": .text(name)] }
  }

  @Test func `an algorithm that this registration does not allow is refused`() async throws {
    try await Visit.run(registered: { $0.algorithms = [.rs256] }) { visit in
      await #expect(throws: Refusal.idToken(.algorithmNotAllowed)) { try await visit.signIn() }
    }
  }

  @Test func `a key of one kind does not check a signature of another`() async throws {
    try await expect(.keyUnknown) { $0.header = ["alg": "RS256"] }
  }

  @Test func `a token that was changed after signing is refused`() async throws {
    try await expect(.signatureWrong) { $0.forgery = .changedAfterSigning }
  }

  @Test func `another key under the same name is refused`() async throws {
    let key = try await PlayedKey.new("other")
    try await expect(.signatureWrong) { $0.forgery = .otherKey(key) }
  }

  @Test func `a key that the token brings along is not used`() async throws {
    let key = try await PlayedKey.new("brought")
    try await expect(.keyUnknown) { script in
      script.signing = key
      script.header = [
        "jwk": .object(key.published), "jku": "https://attacker.example/keys",
      ]
    }
  }

  @Test func `a key for encryption does not check signatures`() async throws {
    try await expect(.keyUnknown) { $0.published[0]["use"] = "enc" }
  }

  @Test func `a key for another algorithm is not used`() async throws {
    try await expect(.keyUnknown) { $0.published[0]["alg"] = "ES384" }
  }

  @Test func `a token without a key's name is refused when there are several keys`() async throws {
    let other = try await PlayedKey.new("second")
    try await expect(.keyUnknown) { script in
      script.published.append(other.published)
      script.header = ["kid": nil]
    }
  }

  @Test func `an extension that must be understood is refused`() async throws {
    try await expect(.extensionUnknown) { $0.header = ["crit": ["b64"], "b64": true] }
  }

  @Test(arguments: ["at+jwt", "logout+jwt", "application/logout+jwt", "dpop+jwt"])
  func `a token for another purpose is refused`(_ type: String) async throws {
    try await expect(.typeDiffers) { $0.header = ["typ": .text(type)] }
  }

  @Test(arguments: ["", "a.b", "a.b.c.d", "e30.e30.", "e30.e30.AA=", "🦭.e30.AA"])
  func `what is no token is refused`(_ text: String) async throws {
    try await expect(.malformed) { $0.tokens = ["id_token": .text(text)] }
  }

  @Test func `a wrong issuer is refused`() async throws {
    try await expect(.issuerDiffers, saying: ["iss": "https://other.example"])
  }

  @Test func `an issuer with a slash more is another issuer`() async throws {
    try await Visit.run { visit in
      let issuer = visit.provider.issuer
      visit.provider.follow { $0.idToken = ["iss": .text("\(issuer)/")] }
      await #expect(throws: Refusal.idToken(.issuerDiffers)) { try await visit.signIn() }
    }
  }

  @Test func `a missing issuer is refused`() async throws {
    try await expect(.issuerDiffers, saying: ["iss": nil])
  }

  @Test(arguments: [JSON.text("other"), .text("KOERS"), .list([]), .list(["other", "koers2"])])
  func `a wrong audience is refused`(_ audience: JSON) async throws {
    try await expect(.audienceDiffers, saying: ["aud": audience])
  }

  @Test func `a missing audience is refused`() async throws {
    try await expect(.audienceDiffers, saying: ["aud": nil])
  }

  @Test func `several audiences without an authorized party are refused`() async throws {
    try await expect(.authorizedPartyDiffers, saying: ["aud": ["koers", "other"]])
  }

  @Test func `a token that was given to another is refused`() async throws {
    try await expect(.authorizedPartyDiffers, saying: ["azp": "other"])
    try await expect(
      .authorizedPartyDiffers, saying: ["aud": ["koers", "other"], "azp": "other"])
  }

  @Test func `an expired token is refused`() async throws {
    try await expect(.expired, saying: ["exp": .seconds(Visit.noon - 60)])
  }

  @Test func `a token without an end is refused`() async throws {
    try await expect(.expiryMissing, saying: ["exp": nil])
  }

  @Test func `a token of the future is refused`() async throws {
    try await expect(.issuedInFuture, saying: ["iat": .seconds(Visit.noon + 61)])
  }

  @Test func `a token without a beginning is refused`() async throws {
    try await expect(.issueTimeMissing, saying: ["iat": nil])
  }

  @Test func `a token that does not hold yet is refused`() async throws {
    try await expect(.notYetValid, saying: ["nbf": .seconds(Visit.noon + 61)])
  }

  @Test(arguments: ["iss", "sub", "nonce", "exp", "iat", "nbf", "aud", "azp", "at_hash"])
  func `a claim that is not of its kind is refused`(_ name: String) async throws {
    try await expect(.malformed, saying: [name: ["a": 1]])
  }

  @Test func `a wrong nonce is refused`() async throws {
    try await expect(.nonceDiffers, saying: ["nonce": .text(Secret.fresh())])
  }

  @Test func `a missing nonce is refused`() async throws {
    try await expect(.nonceDiffers, saying: ["nonce": nil])
  }

  @Test func `another access token than the one vouched for is refused`() async throws {
    try await expect(.accessTokenDiffers) { $0.tokens = ["access_token": "swapped"] }
  }

  @Test(arguments: [JSON?.none, "", .text(String(repeating: "x", count: 256))])
  func `a missing, an empty or an overlong subject is refused`(_ subject: JSON?) async throws {
    try await expect(.subjectMissing, saying: ["sub": subject])
  }

  @Test func `a missing person is refused though there is a subject`() async throws {
    try await Visit.run(registered: { $0.claimNames.person = "oid" }) { visit in
      visit.provider.follow { $0.metadata = ["userinfo_endpoint": nil] }
      await #expect(throws: Refusal.idToken(.subjectMissing)) { try await visit.signIn() }
    }
  }

  @Test func `groups that are not texts are refused`() async throws {
    try await expect(.malformed, saying: ["groups": ["koers-leadership", 7]])
  }

  @Test func `who did not sign in anew is refused`() async throws {
    try await expect(
      .authenticatedTooLongAgo, demanding: .anew(),
      saying: ["auth_time": .seconds(Visit.noon - 61)])
  }

  @Test func `a provider that does not say when somebody signed in is refused when it matters`()
    async throws
  {
    try await expect(
      .authenticationTimeMissing, demanding: .anew(), saying: ["auth_time": nil])
  }

  @Test(arguments: [JSON?.none, "urn:password"])
  func `who did not sign in in a way that was asked for is refused`(_ used: JSON?) async throws {
    try await expect(
      .contextClassDiffers, demanding: .anew("urn:card"), saying: ["acr": used])
  }
}
