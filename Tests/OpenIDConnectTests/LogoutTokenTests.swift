import Foundation
import Testing

@testable import OpenIDConnect

/// The provider tells that somebody signed out there.
struct LogoutTokenTests {
  private static let event: JSON = [
    "http://schemas.openid.net/event/backchannel-logout": [:]
  ]

  /// Signs a logout token with the provider's key, but for the changes made to it.
  private func token(
    of visit: Visit, _ changes: Changes = [:], header: Changes = [:]
  ) async throws -> String {
    let claims: [String: JSON] = [
      "iss": .text(visit.provider.issuer), "aud": "koers", "iat": .seconds(Visit.noon),
      "exp": .seconds(Visit.noon + 120), "jti": .text(UUID().uuidString), "events": Self.event,
      "sub": .text(Script.subject), "sid": "session-1",
    ]
    return try await visit.provider.signing.token(
      claims.changed(changes), header: ["typ": "logout+jwt"].merging(header) { $1 })
  }

  private func expect(
    _ fault: TokenFault, saying changes: Changes = [:], header: Changes = [:]
  ) async throws {
    try await Visit.run { visit in
      let token = try await token(of: visit, changes, header: header)
      await #expect(throws: Refusal.logoutToken(fault)) {
        try await visit.party.signedOut("logout_token=\(token)", at: Visit.noon)
      }
    }
  }

  @Test(
    arguments: [
      ([:], SignedOut.Sessions.sessionOf(subject: Script.subject, session: "session-1")),
      (["sid": nil], .all(subject: Script.subject)),
      (["sub": nil], .session("session-1")),
    ] as [(Changes, SignedOut.Sessions)])
  func `a logout token says whose sessions are over`(
    _ changes: Changes, _ sessions: SignedOut.Sessions
  ) async throws {
    try await Visit.run { visit in
      let form = "logout_token=\(try await token(of: visit, changes))"
      let signedOut = try await visit.party.signedOut(form, at: Visit.noon)
      #expect(
        signedOut == SignedOut(issuer: visit.party.registration.issuer, sessions: sessions))
    }
  }

  @Test func `a logout token ends the sessions it names and no other`() async throws {
    try await Visit.run { visit in
      let claims = try await visit.signIn().claims
      let here = visit.party.registration.issuer
      let elsewhere = try #require(Issuer("https://other.example"))
      func ends(_ sessions: SignedOut.Sessions, _ issuer: Issuer) -> Bool {
        SignedOut(issuer: issuer, sessions: sessions).ends(claims)
      }
      let same: [SignedOut.Sessions] = [
        .session("session-1"), .all(subject: Script.subject),
        .sessionOf(subject: Script.subject, session: "session-1"),
      ]
      let others: [SignedOut.Sessions] = [
        .session("session-2"), .session(""), .all(subject: "other"),
        .sessionOf(subject: Script.subject, session: "session-2"),
        .sessionOf(subject: "other", session: "session-1"),
      ]
      #expect(same.allSatisfy { ends($0, here) })
      #expect(!same.contains { ends($0, elsewhere) })
      #expect(!others.contains { ends($0, here) })
    }
  }

  @Test func `a logout token that comes twice is refused the second time`() async throws {
    try await Visit.run { visit in
      let form = "logout_token=\(try await token(of: visit))"
      _ = try await visit.party.signedOut(form, at: Visit.noon)
      await #expect(throws: Refusal.logoutToken(.usedBefore)) {
        try await visit.party.signedOut(form, at: Visit.noon + 179)
      }
      await #expect(throws: Refusal.logoutToken(.expired)) {
        try await visit.party.signedOut(form, at: Visit.noon + 180)
      }
    }
  }

  @Test func `an ID token signs nobody out`() async throws {
    try await Visit.run { visit in
      let receipt = try await visit.signIn().receipt
      await #expect(throws: Refusal.logoutToken(.typeDiffers)) {
        try await visit.party.signedOut("logout_token=\(receipt.idToken)", at: Visit.noon)
      }
    }
  }

  @Test func `an ID token signs nobody out where tokens may go without a type`() async throws {
    try await Visit.run(registered: { $0.logoutTokens = .draft }) { visit in
      let receipt = try await visit.signIn().receipt
      await #expect(throws: Refusal.logoutToken(.eventMissing)) {
        try await visit.party.signedOut("logout_token=\(receipt.idToken)", at: Visit.noon)
      }
    }
  }

  @Test(arguments: [JSON?.none, "JWT", "at+jwt"])
  func `a token without its type is refused`(_ type: JSON?) async throws {
    try await expect(.typeDiffers, header: ["typ": type])
  }

  @Test(arguments: [JSON?.none, "JWT"])
  func `a token without its type is taken by explicit choice`(_ type: JSON?) async throws {
    try await Visit.run(registered: { $0.logoutTokens = .draft }) { visit in
      let token = try await token(of: visit, header: ["typ": type])
      let signedOut = try await visit.party.signedOut("logout_token=\(token)", at: Visit.noon)
      #expect(
        signedOut.sessions == .sessionOf(subject: Script.subject, session: "session-1"))
    }
  }

  @Test func `a token without an end is taken by explicit choice, for two minutes and once`()
    async throws
  {
    try await Visit.run(registered: { $0.logoutTokens = .draft }) { visit in
      let late = "logout_token=\(try await token(of: visit, ["exp": nil]))"
      await #expect(throws: Refusal.logoutToken(.expired)) {
        try await visit.party.signedOut(late, at: Visit.noon + 180)
      }
      let form = "logout_token=\(try await token(of: visit, ["exp": nil]))"
      _ = try await visit.party.signedOut(form, at: Visit.noon + 179)
      await #expect(throws: Refusal.logoutToken(.usedBefore)) {
        try await visit.party.signedOut(form, at: Visit.noon + 179)
      }
      let timeless = "logout_token=\(try await token(of: visit, ["exp": nil, "iat": nil]))"
      await #expect(throws: Refusal.logoutToken(.issueTimeMissing)) {
        try await visit.party.signedOut(timeless, at: Visit.noon)
      }
    }
  }

  @Test func `the type may be spelled in full`() async throws {
    try await Visit.run { visit in
      let token = try await token(of: visit, header: ["typ": "application/Logout+JWT"])
      _ = try await visit.party.signedOut("logout_token=\(token)", at: Visit.noon)
    }
  }

  @Test func `a token with a nonce is refused`() async throws {
    try await expect(.noncePresent, saying: ["nonce": "n"])
  }

  @Test(arguments: [
    JSON?.none, [:], .list([]), "http://schemas.openid.net/event/backchannel-logout",
    ["http://schemas.openid.net/event/backchannel-logout": true],
    ["http://schemas.openid.net/event/other": [:]],
  ])
  func `a token that does not say that somebody signed out is refused`(
    _ events: JSON?
  ) async throws {
    try await expect(.eventMissing, saying: ["events": events])
  }

  @Test func `a token that names nobody is refused`() async throws {
    try await expect(.nobodyNamed, saying: ["sub": nil, "sid": nil])
  }

  @Test(arguments: [JSON?.none, ""])
  func `a token that could not be known again is refused`(_ identifier: JSON?) async throws {
    try await expect(.identifierMissing, saying: ["jti": identifier])
  }

  @Test func `a token of another provider, for another party or out of its time is refused`()
    async throws
  {
    try await expect(.issuerDiffers, saying: ["iss": "https://other.example"])
    try await expect(.audienceDiffers, saying: ["aud": "other"])
    try await expect(.expired, saying: ["exp": .seconds(Visit.noon - 60)])
    try await expect(.expiryMissing, saying: ["exp": nil])
    try await expect(.issuedInFuture, saying: ["iat": .seconds(Visit.noon + 61)])
    try await expect(.issueTimeMissing, saying: ["iat": nil])
  }

  @Test(arguments: ["none", "HS256"])
  func `a token that is not signed by a key is refused`(_ algorithm: String) async throws {
    try await expect(.algorithmNotAllowed, header: ["alg": .text(algorithm)])
  }

  @Test func `a token that somebody else signed is refused`() async throws {
    try await expect(.keyUnknown, header: ["kid": "other"])
    let other = try await PlayedKey.new("first")
    try await Visit.run { visit in
      let token = try await other.token(
        ["iss": .text(visit.provider.issuer)], header: ["typ": "logout+jwt"])
      await #expect(throws: Refusal.logoutToken(.signatureWrong)) {
        try await visit.party.signedOut("logout_token=\(token)", at: Visit.noon)
      }
    }
  }

  @Test(arguments: ["", "token=x", "logout_token=a&logout_token=b", "logout_token=%"])
  func `a form without one token is refused`(_ form: String) async throws {
    try await Visit.run { visit in
      await #expect(throws: Refusal.malformed) {
        try await visit.party.signedOut(form, at: Visit.noon)
      }
    }
  }

  @Test func `an overlong token is not even taken apart`() async throws {
    try await Visit.run { visit in
      let form = "logout_token=\(String(repeating: "a", count: 65_537))"
      await #expect(throws: Refusal.logoutToken(.malformed)) {
        try await visit.party.signedOut(form, at: Visit.noon)
      }
      #expect(visit.provider.reads(of: "/keys") == 0)
    }
  }
}
