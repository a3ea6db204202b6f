import Testing

@testable import OpenIDConnect

/// Leaving for the provider.
struct DepartureTests {
  @Test func `somebody is sent to the provider with all it needs, and nothing else`() async throws {
    try await Visit.run { visit in
      let departure = try await visit.leave()
      let halves = departure.address.split(separator: "?")
      #expect(halves[0] == "\(visit.provider.issuer)/authorize")
      let sent = try #require(Form(encoded: String(halves[1])))
      let remembered = departure.remembered
      #expect(
        sent.fields.map { "\($0.name)=\($0.value)" } == [
          "response_type=code", "client_id=koers", "redirect_uri=https://koers.example/callback",
          "scope=openid profile email groups", "state=\(remembered.state)",
          "nonce=\(remembered.nonce)", "code_challenge=\(remembered.proofKey.challenge)",
          "code_challenge_method=S256",
        ])
    }
  }

  @Test func `no two departures share a secret, and each secret has 256 bits`() async throws {
    try await Visit.run { visit in
      var secrets: Set<String> = []
      for _ in 0..<100 {
        let remembered = try await visit.leave().remembered
        secrets.formUnion([remembered.state, remembered.nonce, remembered.verifier])
      }
      #expect(secrets.count == 300)
      #expect(secrets.allSatisfy { Base64URL.decoded($0.utf8)?.count == 32 })
    }
  }

  @Test func `who must sign in anew is sent with that demand`() async throws {
    try await Visit.run { visit in
      let departure = try await visit.leave(.anew("urn:two-factors", "urn:card"))
      let sent = try #require(Form(encoded: String(departure.address.split(separator: "?")[1])))
      #expect(sent["max_age"] == ["900"])
      #expect(sent["prompt"] == ["login"])
      #expect(sent["acr_values"] == ["urn:two-factors urn:card"])
    }
  }

  @Test func `what the provider's address has in its query stays there`() async throws {
    try await Visit.run { visit in
      visit.provider.follow {
        $0.metadata = ["authorization_endpoint": "http://127.0.0.1/authorize?tenant=ilt"]
      }
      let departure = try await visit.leave()
      #expect(departure.address.hasPrefix("http://127.0.0.1/authorize?tenant=ilt&response_type="))
    }
  }
}
