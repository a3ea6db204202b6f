import Foundation
import Testing

@testable import OpenIDConnect

/// The provider's keys come and go.
struct KeyRenewalTests {
  @Test func `a new key is found as soon as it signs`() async throws {
    let second = try await PlayedKey.new("second")
    try await Visit.run { visit in
      _ = try await visit.signIn()
      visit.provider.follow { script in
        script.signing = second
        script.published.append(second.published)
      }
      let arrival = try await visit.signIn(at: Visit.noon + 31)
      #expect(arrival.claims.person == Script.subject)
      #expect(visit.provider.reads(of: "/keys") == 2)
    }
  }

  @Test func `keys are read once while they stay the same`() async throws {
    try await Visit.run { visit in
      for _ in 0..<3 { _ = try await visit.signIn() }
      #expect(visit.provider.reads(of: "/keys") == 1)
    }
  }

  @Test func `a key that was withdrawn is not believed an hour later`() async throws {
    let second = try await PlayedKey.new("second")
    try await Visit.run { visit in
      _ = try await visit.signIn()
      visit.provider.follow { script in
        script.published = [second.published]
      }
      await #expect(throws: Refusal.idToken(.keyUnknown)) {
        try await visit.signIn(at: Visit.noon + 3_600)
      }
    }
  }

  @Test func `a storm of made-up keys does not reach the provider`() async throws {
    let forged = try await PlayedKey.new("forged")
    try await Visit.run { visit in
      _ = try await visit.signIn()
      let moment = Visit.noon + 40
      let refusals = await withTaskGroup(of: Refusal?.self) { group in
        for number in 0..<200 {
          group.addTask {
            do {
              let token = try await forged.token(
                ["iss": .text(visit.provider.issuer)],
                header: ["kid": .text("made-up-\(number)"), "typ": "logout+jwt"])
              _ = try await visit.party.signedOut("logout_token=\(token)", at: moment)
              return nil
            } catch { return error as? Refusal }
          }
        }
        return await group.reduce(into: []) { $0.append($1) }
      }
      #expect(refusals == Array(repeating: .logoutToken(.keyUnknown), count: 200))
      #expect(visit.provider.reads(of: "/keys") == 2, "once to know them, once for the storm")
    }
  }

  @Test func `keys we can do nothing with do not spoil the others`() async throws {
    try await Visit.run { visit in
      visit.provider.follow { script in
        script.published += [
          ["kty": "oct", "k": "c2VjcmV0", "kid": "shared"],
          ["kty": "EC", "crv": "secp256k1", "kid": "coin", "x": "AA", "y": "AA"],
          ["kty": "RSA", "kid": "enc", "alg": "RSA-OAEP-256", "use": "enc"],
          ["kid": "no-kind"],
        ]
      }
      let person = try await visit.signIn().claims.person
      #expect(person == Script.subject)
    }
  }

  @Test func `a token without a key's name goes with the only key there is`() async throws {
    try await Visit.run { visit in
      visit.provider.follow { script in
        script.header = ["kid": nil]
        script.published[0]["kid"] = nil
      }
      let person = try await visit.signIn().claims.person
      #expect(person == Script.subject)
    }
  }

  @Test(arguments: ["", "{}", #"{"keys":7}"#])
  func `keys that cannot be read are the provider's fault`(_ body: String) async throws {
    try await Visit.run { visit in
      visit.provider.follow { $0.answers["/keys"] = .status(200, body) }
      await #expect(throws: Refusal.provider(.malformed)) { try await visit.signIn() }
    }
  }

  @Test func `endless keys are not taken in`() async throws {
    try await Visit.run { visit in
      visit.provider.follow { $0.answers["/keys"] = .endless }
      await #expect(throws: Refusal.provider(.tooLarge)) { try await visit.signIn() }
    }
  }
}
