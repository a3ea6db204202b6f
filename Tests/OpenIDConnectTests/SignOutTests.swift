import Foundation
import Testing

@testable import OpenIDConnect

/// Ending a session at the provider, from our side.
struct SignOutTests {
  @Test func `somebody is sent to the provider with what it needs to end their session`()
    async throws
  {
    let back = try #require(Address("https://koers.example/signed-out"))
    try await Visit.run(registered: { $0.signedOutAddress = back }) { visit in
      let receipt = try await visit.signIn().receipt
      let signOut = try #require(try await visit.party.signOut(receipt, at: Visit.noon))
      let halves = signOut.address.split(separator: "?")
      #expect(halves[0] == "\(visit.provider.issuer)/end")
      let sent = try #require(Form(encoded: String(halves[1])))
      #expect(sent["client_id"] == ["koers"])
      #expect(sent["id_token_hint"] == [receipt.idToken])
      #expect(sent["post_logout_redirect_uri"] == ["https://koers.example/signed-out"])
      #expect(sent["state"] == [signOut.state])
    }
  }

  @Test func `without a receipt the provider asks the person itself`() async throws {
    try await Visit.run { visit in
      let signOut = try #require(try await visit.party.signOut(nil, at: Visit.noon))
      #expect(signOut.address == "\(visit.provider.issuer)/end?client_id=koers")
    }
  }

  @Test func `a provider without a place for it is not visited`() async throws {
    try await Visit.run { visit in
      visit.provider.follow { $0.metadata = ["end_session_endpoint": nil] }
      let signOut = try await visit.party.signOut(nil, at: Visit.noon)
      #expect(signOut?.address == nil)
    }
  }

  @Test func `a receipt survives being written down`() async throws {
    try await Visit.run { visit in
      let receipt = try await visit.signIn().receipt
      let written = try JSONEncoder().encode(receipt)
      #expect(try JSONDecoder().decode(Receipt.self, from: written) == receipt)
    }
  }
}
