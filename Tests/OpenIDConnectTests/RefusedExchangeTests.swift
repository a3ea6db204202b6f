import Testing

@testable import OpenIDConnect

/// Coming to the token endpoint and the userinfo endpoint and getting nothing of use.
struct RefusedExchangeTests {
  private func expect(
    _ refusal: Refusal, secretly: Bool = false, limits: Limits = .patient,
    when lie: @escaping @Sendable (inout Script) -> Void
  ) async throws {
    try await Visit.run(secretly: secretly, limits: limits) { visit in
      visit.provider.follow(lie)
      await #expect(throws: refusal) { try await visit.signIn() }
    }
  }

  @Test func `a provider that does not take us for who we are is a refusal`() async throws {
    try await expect(.exchangeRefused(.invalidClient)) {
      $0.answers["/token"] = .status(401, #"{"error":"invalid_client"}"#)
    }
  }

  @Test(arguments: ["", "<html>", #"{"error":"invalid_code"}"#, #"{"error":7}"#])
  func `a refusal in other words is one all the same`(_ body: String) async throws {
    try await expect(.exchangeRefused(.other)) { $0.answers["/token"] = .status(403, body) }
  }

  @Test func `a provider that fails is not a refusal of the code`() async throws {
    try await expect(.provider(.failed)) { $0.answers["/token"] = .status(502, "") }
  }

  @Test(arguments: ["token_type", "id_token", "access_token"])
  func `an answer that lacks something is refused`(_ name: String) async throws {
    try await expect(.tokensMalformed) { $0.tokens = [name: nil] }
  }

  @Test func `a token of another kind than bearer is refused`() async throws {
    try await expect(.tokensMalformed) { $0.tokens = ["token_type": "DPoP"] }
  }

  @Test func `an access token that would break out of its header is refused`() async throws {
    try await expect(.tokensMalformed) { $0.tokens = ["access_token": "a\r\nX-Evil: 1"] }
  }

  @Test(arguments: [false, true])
  func `we do not follow where the token endpoint sends us`(_ secretly: Bool) async throws {
    try await Visit.run(secretly: secretly) { visit in
      visit.provider.follow { $0.answers["/token"] = .redirect("/elsewhere") }
      await #expect(throws: Refusal.provider(.redirected)) { try await visit.signIn() }
      #expect(visit.provider.reads(of: "/elsewhere") == 0, "no secret went there")
    }
  }

  @Test func `userinfo about somebody else is refused`() async throws {
    try await expect(.userInfoDiffers) { script in
      script.idToken = ["name": nil]
      script.userInfo = ["sub": "somebody-else", "name": "Noor"]
    }
  }

  @Test func `userinfo about nobody is refused`() async throws {
    try await expect(.userInfoDiffers) { script in
      script.idToken = ["name": nil]
      script.userInfo = ["name": "Noor"]
    }
  }

  @Test func `userinfo that cannot be read is refused`() async throws {
    try await expect(.userInfoMalformed) { script in
      script.idToken = ["name": nil]
      script.answers["/userinfo"] = .status(200, "eyJhbGciOiJub25lIn0.e30.")
    }
  }

  @Test func `userinfo with groups that are not texts is refused`() async throws {
    try await expect(.userInfoMalformed) { script in
      script.idToken = ["groups": nil]
      script.userInfo["groups"] = [1]
    }
  }

  @Test func `an endless answer is not taken in`() async throws {
    try await expect(.provider(.tooLarge)) { $0.answers["/token"] = .endless }
  }

  @Test func `an answer that does not end is not waited for`() async throws {
    var limits = Limits()
    limits.answerDurationMax = .milliseconds(200)
    try await expect(.provider(.tooSlow), limits: limits) { $0.answers["/token"] = .neverEnding }
  }

  @Test func `when it is not known what was used, nobody is let in`() async throws {
    try await Visit.run { visit in
      let party = RelyingParty(
        visit.party.registration, asking: visit.party.provider.exchange.client,
        remembering: UsesInMemory(countMax: 0), limits: .patient, logger: visit.log.logger)
      let departure = try await party.begin(returnTo: "/", at: Visit.noon)
      let answer = try visit.provider.authorize(departure)
      await #expect(throws: Refusal.usesUnknown) {
        try await party.finish(
          answer.encoded, remembered: departure.remembered, at: Visit.noon)
      }
    }
  }
}
