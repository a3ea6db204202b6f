import Foundation
import JWTKit
import Testing

@testable import OpenIDConnect

/// What must stay secret does not show itself.
struct SecrecyTests {
  @Test func `a refusal is logged without tokens, secrets or persons`() async throws {
    try await Visit.run(secretly: true) { visit in
      let departure = try await visit.leave()
      let answer = try visit.provider.authorize(departure)
      visit.provider.follow { $0.idToken = ["nonce": "other"] }
      await #expect(throws: Refusal.idToken(.nonceDiffers)) {
        try await visit.party.finish(
          answer.encoded, remembered: departure.remembered, at: Visit.noon)
      }
      #expect(
        visit.log.text
          == "sign-in refused issuer=\(visit.provider.issuer) refusal=idToken: nonceDiffers\n")
    }
  }

  @Test func `nothing is logged when all is well`() async throws {
    try await Visit.run { visit in
      _ = try await visit.signIn()
      #expect(visit.log.text.isEmpty)
    }
  }

  @Test func `values that hold secrets say nothing of them`() async throws {
    try await Visit.run(secretly: true) { visit in
      let departure = try await visit.leave()
      let arrival = try await visit.signIn()
      let pem = ES256PrivateKey().pemRepresentation
      let key = try await ClientKey(pem: pem)
      var shown = ""
      dump(departure.remembered, to: &shown)
      dump(arrival.receipt, to: &shown)
      dump(key, to: &shown)
      dump(visit.party.registration.authentication, to: &shown)
      shown += "\(departure.remembered) \(arrival.receipt) \(key)"
      shown += " \(visit.party.registration.authentication)"
      let remembered = departure.remembered
      for secret in [
        remembered.state, remembered.nonce, remembered.verifier, arrival.receipt.idToken,
        PlayedProvider.secret, String(pem.split(separator: "\n")[1]),
      ] {
        #expect(!shown.contains(secret))
      }
    }
  }
}
