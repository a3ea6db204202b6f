import Foundation
import Testing

@testable import OpenIDConnect

/// What a provider tells about itself.
struct ProviderTests {
  private static let discovery = "/.well-known/openid-configuration"

  private func expect(
    _ fault: ProviderFault, limits: Limits = .patient,
    when lie: @escaping @Sendable (inout Script) -> Void
  ) async throws {
    try await Visit.run(limits: limits) { visit in
      visit.provider.follow(lie)
      await #expect(throws: Refusal.provider(fault)) { try await visit.leave() }
    }
  }

  @Test func `a provider that calls itself otherwise is refused`() async throws {
    try await expect(.issuerDiffers) { $0.metadata = ["issuer": "https://other.example"] }
  }

  @Test func `a provider that puts a slash behind its name is another provider`() async throws {
    try await Visit.run { visit in
      let issuer = visit.provider.issuer
      visit.provider.follow { $0.metadata = ["issuer": .text("\(issuer)/")] }
      await #expect(throws: Refusal.provider(.issuerDiffers)) { try await visit.leave() }
    }
  }

  @Test(arguments: ["issuer", "authorization_endpoint", "token_endpoint", "jwks_uri"])
  func `a provider that leaves out what we need is refused`(_ name: String) async throws {
    try await expect(.malformed) { $0.metadata = [name: nil] }
  }

  @Test(
    arguments: [
      "authorization_endpoint", "token_endpoint", "jwks_uri", "userinfo_endpoint",
      "end_session_endpoint",
    ],
    [
      "http://other.example/x", "ftp://127.0.0.1/x", "javascript:alert(1)", "//other.example/x",
      "https://user:password@other.example/x", "https://other.example/x#y", "",
    ])
  func `an address that is not safe is refused`(_ name: String, _ text: String) async throws {
    try await expect(.insecureAddress) { $0.metadata = [name: .text(text)] }
  }

  @Test func `a provider elsewhere may not point at this machine`() throws {
    let issuer = try #require(Issuer("https://provider.example"))
    let document = try JSON.object([
      "issuer": "https://provider.example", "authorization_endpoint": "https://provider.example/a",
      "token_endpoint": "http://127.0.0.1:5432/", "jwks_uri": "https://provider.example/k",
    ]).bytes
    #expect(throws: ProviderFault.insecureAddress) { try Metadata(document, of: issuer) }
  }

  @Test func `a provider that takes only plain proof keys is refused`() async throws {
    try await expect(.proofKeyNotTaken) {
      $0.metadata = ["code_challenge_methods_supported": ["plain"]]
    }
  }

  @Test func `a provider that is silent about proof keys is asked with one`() async throws {
    try await Visit.run { visit in
      visit.provider.follow { $0.metadata = ["code_challenge_methods_supported": nil] }
      let person = try await visit.signIn().claims.person
      #expect(person == Script.subject)
    }
  }

  @Test(arguments: ["", "<html>", "[]", "7"])
  func `a description that cannot be read is refused`(_ body: String) async throws {
    try await expect(.malformed) { $0.answers[Self.discovery] = .status(200, body) }
  }

  @Test(arguments: [204, 404, 500])
  func `a provider without a description is refused`(_ status: Int) async throws {
    try await expect(.failed) { $0.answers[Self.discovery] = .status(status, "") }
  }

  @Test func `we do not follow where a description is said to be`() async throws {
    try await expect(.redirected) {
      $0.answers[Self.discovery] = .redirect("http://169.254.169.254/")
    }
  }

  @Test func `a huge description is not taken in`() async throws {
    try await expect(.tooLarge) { $0.answers[Self.discovery] = .endless }
  }

  @Test func `a description that does not end is not waited for`() async throws {
    var limits = Limits()
    limits.answerDurationMax = .milliseconds(200)
    try await expect(.tooSlow, limits: limits) { $0.answers[Self.discovery] = .neverEnding }
  }

  @Test func `a provider that is not there is unreachable`() async throws {
    try await Visit.run { visit in
      let party = RelyingParty(
        Registration(
          // Port 1 of this machine: nothing listens there.
          at: try #require(Issuer("http://127.0.0.1:1")), as: "koers",
          authenticating: .sharedSecret(ClientSecret("secret")),
          redirectAddress: visit.party.registration.redirectAddress),
        asking: visit.party.provider.exchange.client, remembering: UsesInMemory(),
        limits: .patient, logger: visit.log.logger)
      await #expect(throws: Refusal.provider(.unreachable)) {
        try await party.begin(returnTo: "/", at: Visit.noon)
      }
    }
  }

  @Test func `a description is read once for a crowd, and again after an hour`() async throws {
    try await Visit.run { visit in
      try await withThrowingTaskGroup(of: Void.self) { group in
        for _ in 0..<50 { group.addTask { _ = try await visit.leave() } }
        try await group.waitForAll()
      }
      #expect(visit.provider.reads(of: Self.discovery) == 1)
      _ = try await visit.leave(at: Visit.noon + 3_599)
      #expect(visit.provider.reads(of: Self.discovery) == 1)
      _ = try await visit.leave(at: Visit.noon + 3_600)
      #expect(visit.provider.reads(of: Self.discovery) == 2)
    }
  }

  @Test func `a provider that fails is left alone for a while, and asked again`() async throws {
    try await Visit.run { visit in
      visit.provider.follow { $0.answers[Self.discovery] = .status(503, "") }
      for _ in 0..<20 {
        await #expect(throws: Refusal.provider(.failed)) { try await visit.leave() }
      }
      #expect(visit.provider.reads(of: Self.discovery) == 1)
      visit.provider.follow { $0.answers = [:] }
      _ = try await visit.leave(at: Visit.noon + 5)
      #expect(visit.provider.reads(of: Self.discovery) == 2)
    }
  }
}
