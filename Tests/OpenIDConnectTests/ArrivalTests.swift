import Foundation
import Testing

@testable import OpenIDConnect

/// Coming back from the provider, when all is well.
struct ArrivalTests {
  @Test(arguments: SigningAlgorithm.allCases)
  func `somebody who signed in is known by what the provider says`(
    _ algorithm: SigningAlgorithm
  ) async throws {
    try await Visit.run(
      signing: algorithm, registered: { $0.algorithms = Set(SigningAlgorithm.allCases) }
    ) { visit in
      let arrival = try await visit.signIn()
      let claims = arrival.claims
      #expect(claims.issuer.description == visit.provider.issuer)
      #expect(claims.person == Script.subject)
      #expect(claims.subject == Script.subject)
      #expect(claims.name == "Noor van Dijk")
      #expect(claims.email == "noor@example.org")
      #expect(claims.groups == ["koers-programme-managers"])
      #expect(claims.sessionID == "session-1")
      #expect(arrival.returnTo == "/programmes")
    }
  }

  @Test func `the code is exchanged with the verifier and a signature that holds once`()
    async throws
  {
    try await Visit.run { visit in
      _ = try await visit.signIn()
      _ = try await visit.signIn()
      let exchanges = visit.provider.exchanges
      #expect(exchanges.count == 2)
      #expect(exchanges[0]["redirect_uri"] == ["https://koers.example/callback"])
      #expect(exchanges[0]["client_assertion"] != exchanges[1]["client_assertion"])
    }
  }

  @Test func `a signature for the provider itself is taken as well`() async throws {
    try await Visit.run(
      registered: { registration in
        guard case .privateKey(let key, _) = registration.authentication else { return }
        registration = Registration(
          at: registration.issuer, as: registration.clientID,
          authenticating: .privateKey(key, for: .issuer),
          redirectAddress: registration.redirectAddress)
      }
    ) { visit in
      let person = try await visit.signIn().claims.person
      #expect(person == Script.subject)
    }
  }

  @Test func `a shared secret is sent as the standard spells it`() async throws {
    try await Visit.run(secretly: true) { visit in
      let person = try await visit.signIn().claims.person
      #expect(person == Script.subject)
      #expect(visit.provider.exchanges[0]["client_assertion"].isEmpty)
    }
  }

  @Test func `what the ID token leaves out is asked for`() async throws {
    try await Visit.run { visit in
      visit.provider.follow { script in
        script.idToken = ["name": nil, "groups": nil]
        script.userInfo["name"] = "Noor"
        script.userInfo["groups"] = ["koers-leadership"]
        script.userInfo["email"] = "other@example.org"
      }
      let claims = try await visit.signIn().claims
      #expect(claims.name == "Noor")
      #expect(claims.groups == ["koers-leadership"])
      #expect(claims.email == "noor@example.org", "what is in the ID token goes first")
      #expect(visit.provider.reads(of: "/userinfo") == 1)
    }
  }

  @Test func `nothing is asked for when the ID token has it all`() async throws {
    try await Visit.run { visit in
      _ = try await visit.signIn()
      #expect(visit.provider.reads(of: "/userinfo") == 0)
    }
  }

  @Test func `who is in no group at all has none`() async throws {
    try await Visit.run { visit in
      visit.provider.follow { $0.idToken = ["groups": nil] }
      let groups = try await visit.signIn().claims.groups
      #expect(groups == [])
    }
  }

  @Test func `one group may come as a text of its own`() async throws {
    try await Visit.run { visit in
      visit.provider.follow { $0.idToken = ["groups": "koers-leadership"] }
      let groups = try await visit.signIn().claims.groups
      #expect(groups == ["koers-leadership"])
    }
  }

  @Test func `a person can be known by another claim than the subject`() async throws {
    try await Visit.run(registered: { $0.claimNames.person = "oid" }) { visit in
      visit.provider.follow { $0.idToken = ["oid": "object-7"] }
      let claims = try await visit.signIn().claims
      #expect(claims.person == "object-7")
      #expect(claims.subject == Script.subject)
    }
  }

  @Test func `we may be one of several for whom a token is, when it was given to us`() async throws
  {
    try await Visit.run { visit in
      visit.provider.follow { $0.idToken = ["aud": ["koers", "other"], "azp": "koers"] }
      let person = try await visit.signIn().claims.person
      #expect(person == Script.subject)
    }
  }

  @Test func `a moment may have a fraction`() async throws {
    try await Visit.run { visit in
      visit.provider.follow { script in
        let seconds = Visit.noon.timeIntervalSince1970
        script.idToken = ["iat": .number(seconds - 0.25), "exp": .number(seconds + 0.75)]
      }
      let person = try await visit.signIn().claims.person
      #expect(person == Script.subject)
    }
  }

  @Test func `clocks may differ by a minute`() async throws {
    try await Visit.run { visit in
      visit.provider.follow { script in
        script.idToken = [
          "exp": .seconds(Visit.noon - 59), "iat": .seconds(Visit.noon + 60),
          "nbf": .seconds(Visit.noon + 60),
        ]
      }
      let person = try await visit.signIn().claims.person
      #expect(person == Script.subject)
    }
  }

  @Test func `who signed in anew, in a way that was asked for, is let in`() async throws {
    try await Visit.run { visit in
      visit.provider.follow { $0.idToken = ["acr": "urn:card"] }
      let claims = try await visit.signIn(.anew("urn:two-factors", "urn:card")).claims
      #expect(claims.contextClass == "urn:card")
      #expect(claims.authenticatedAt == Visit.noon - 0.5)
    }
  }

  @Test(arguments: [(-7200.0, -7200.0), (20, 0)])
  func
    `who was signed in at the provider proved it when the provider says, and never later than now`(
      _ said: Double, _ proven: Double
    ) async throws
  {
    try await Visit.run { visit in
      visit.provider.follow { $0.idToken = ["auth_time": .seconds(Visit.noon + said)] }
      let claims = try await visit.signIn().claims
      #expect(claims.proven(comingBackAt: Visit.noon) == Visit.noon + proven)
    }
  }

  @Test(arguments: [nil, 0])
  func `a provider that says nothing of when, or 1970 of everybody, leaves it at the coming back`(
    _ said: Double?
  ) async throws {
    try await Visit.run { visit in
      visit.provider.follow { $0.idToken = ["auth_time": said.map { .number($0) }] }
      let claims = try await visit.signIn().claims
      #expect(claims.proven(comingBackAt: Visit.noon) == Visit.noon)
    }
  }

  @Test func `signing in anew may take as long as a departure lasts`() async throws {
    try await Visit.run { visit in
      let departure = try await visit.leave(.anew())
      let answer = try visit.provider.authorize(departure)
      let later = Visit.noon + 599
      visit.provider.setClock(to: later)
      let arrival = try await visit.party.finish(
        answer.encoded, remembered: departure.remembered, at: later)
      #expect(arrival.claims.person == Script.subject)
    }
  }

  @Test func `what is remembered survives being written down`() async throws {
    try await Visit.run { visit in
      let departure = try await visit.leave(.anew("urn:card"))
      let written = try JSONEncoder().encode(departure.remembered)
      #expect(try JSONDecoder().decode(Remembered.self, from: written) == departure.remembered)
    }
  }
}
