import Foundation
import Testing

@testable import OpenIDConnect

/// Coming back with an answer that is not the provider's to this departure.
struct RefusedAnswerTests {
  private func expect(
    _ refusal: Refusal, bringing change: @Sendable @escaping (Form) -> String
  ) async throws {
    try await Visit.run { visit in
      await #expect(throws: refusal) { try await visit.signIn(bringing: change) }
      #expect(visit.provider.exchanges.isEmpty, "nothing was exchanged")
    }
  }

  /// The answer with a field said otherwise; nil leaves it out.
  private func with(_ name: String, _ value: String?) -> @Sendable (Form) -> String {
    { answer in
      let rest = answer.fields.filter { $0.name != name }
      return Form(rest + (value.map { [(name, $0)] } ?? [])).encoded
    }
  }

  @Test func `a wrong state is refused`() async throws {
    try await expect(.stateDiffers, bringing: with("state", "x"))
  }

  @Test func `a state of the right length is refused when it is another's`() async throws {
    try await expect(.stateDiffers, bringing: with("state", Secret.fresh()))
  }

  @Test func `an answer without state is refused`() async throws {
    try await expect(.stateDiffers, bringing: with("state", nil))
  }

  @Test func `a wrong issuer is refused`() async throws {
    try await expect(.issuerDiffers, bringing: with("iss", "https://other.example"))
  }

  @Test func `a missing issuer is refused when it was promised`() async throws {
    try await expect(.issuerMissing, bringing: with("iss", nil))
  }

  @Test func `a missing issuer is nothing when none was promised`() async throws {
    try await Visit.run { visit in
      visit.provider.follow {
        $0.metadata = ["authorization_response_iss_parameter_supported": nil]
      }
      let arrival = try await visit.signIn(bringing: with("iss", nil))
      #expect(arrival.claims.person == Script.subject)
    }
  }

  @Test func `a wrong issuer is refused even when none was promised`() async throws {
    try await Visit.run { visit in
      visit.provider.follow {
        $0.metadata = ["authorization_response_iss_parameter_supported": false]
      }
      await #expect(throws: Refusal.issuerDiffers) {
        try await visit.signIn(bringing: with("iss", "https://other.example"))
      }
    }
  }

  @Test func `an answer without code is refused`() async throws {
    try await expect(.codeMissing, bringing: with("code", nil))
  }

  @Test(arguments: ["state", "iss", "code", "error"])
  func `an answer that says something twice is refused`(_ name: String) async throws {
    try await expect(.malformed) { "\($0.encoded)&\(name)=a&\(name)=b" }
  }

  @Test(arguments: ["state=%", "state=%4", "state=%zz", "state=%FF"])
  func `an answer that cannot be read is refused`(_ query: String) async throws {
    try await expect(.malformed) { _ in query }
  }

  @Test(arguments: [
    ("access_denied", Decline.accessDenied), ("login_required", .loginRequired),
    ("temporarily_unavailable", .temporarilyUnavailable), ("<script>", .other),
  ])
  func `the provider's no is a no`(_ error: String, _ decline: Decline) async throws {
    try await expect(.declined(decline)) { "\($0.encoded)&error=\(Form.encoded(error))" }
  }

  @Test func `an error that somebody made up, without the state, is not the provider's no`()
    async throws
  {
    try await expect(.stateDiffers) { _ in "error=access_denied" }
  }

  @Test func `a browser that did not leave from here is refused`() async throws {
    try await Visit.run { visit in
      let answer = try visit.provider.authorize(try await visit.leave())
      await #expect(throws: Refusal.nothingRemembered) {
        try await visit.party.finish(answer.encoded, remembered: nil, at: Visit.noon)
      }
    }
  }

  @Test func `an answer to another departure is refused`() async throws {
    try await Visit.run { visit in
      let answer = try visit.provider.authorize(try await visit.leave())
      let other = try await visit.leave().remembered
      await #expect(throws: Refusal.stateDiffers) {
        try await visit.party.finish(answer.encoded, remembered: other, at: Visit.noon)
      }
    }
  }

  @Test func `a departure to another provider is refused`() async throws {
    try await Visit.run { visit in
      try await Visit.run { other in
        let departure = try await visit.leave()
        let answer = try visit.provider.authorize(departure)
        await #expect(throws: Refusal.issuerDiffers) {
          try await other.party.finish(
            answer.encoded, remembered: departure.remembered, at: Visit.noon)
        }
      }
    }
  }

  @Test(arguments: [600, 86_400, -61])
  func `a departure too long ago, or yet to come, is refused`(_ seconds: Int) async throws {
    try await Visit.run { visit in
      let departure = try await visit.leave()
      let answer = try visit.provider.authorize(departure)
      await #expect(throws: Refusal.departureOver) {
        try await visit.party.finish(
          answer.encoded, remembered: departure.remembered,
          at: Visit.noon + TimeInterval(seconds))
      }
    }
  }

  @Test func `an answer that comes twice is refused the second time`() async throws {
    try await Visit.run { visit in
      let departure = try await visit.leave()
      let answer = try visit.provider.authorize(departure)
      _ = try await visit.party.finish(
        answer.encoded, remembered: departure.remembered, at: Visit.noon)
      await #expect(throws: Refusal.usedBefore) {
        try await visit.party.finish(
          answer.encoded, remembered: departure.remembered, at: Visit.noon + 1)
      }
      #expect(visit.provider.exchanges.count == 1, "the code went out once")
    }
  }

  @Test func `of an answer that comes many times at once one is let in`() async throws {
    try await Visit.run { visit in
      let departure = try await visit.leave()
      let answer = try visit.provider.authorize(departure).encoded
      let outcomes = await withTaskGroup(of: Refusal?.self) { group in
        for _ in 0..<20 {
          group.addTask {
            do throws(Refusal) {
              _ = try await visit.party.finish(
                answer, remembered: departure.remembered, at: Visit.noon)
              return nil
            } catch { return error }
          }
        }
        return await group.reduce(into: []) { $0.append($1) }
      }
      #expect(outcomes.count { $0 == nil } == 1)
      #expect(outcomes.count { $0 == .usedBefore } == 19)
    }
  }

  @Test func `a departure that the provider declined cannot be finished afterwards`() async throws {
    try await Visit.run { visit in
      let departure = try await visit.leave()
      let answer = try visit.provider.authorize(departure)
      let state = departure.remembered.state
      await #expect(throws: Refusal.declined(.accessDenied)) {
        try await visit.party.finish(
          "error=access_denied&state=\(state)&iss=\(Form.encoded(visit.provider.issuer))",
          remembered: departure.remembered, at: Visit.noon)
      }
      await #expect(throws: Refusal.usedBefore) {
        try await visit.party.finish(
          answer.encoded, remembered: departure.remembered, at: Visit.noon)
      }
    }
  }

  @Test func `a code of another departure does not go with this verifier`() async throws {
    try await Visit.run { visit in
      let stolen = try #require(
        try visit.provider.authorize(try await visit.leave())["code"].first)
      await #expect(throws: Refusal.exchangeRefused(.invalidGrant)) {
        try await visit.signIn(bringing: with("code", stolen))
      }
    }
  }

  @Test func `a code that was made up is refused by the provider`() async throws {
    try await Visit.run { visit in
      await #expect(throws: Refusal.exchangeRefused(.invalidGrant)) {
        try await visit.signIn(bringing: with("code", "made-up"))
      }
    }
  }
}
