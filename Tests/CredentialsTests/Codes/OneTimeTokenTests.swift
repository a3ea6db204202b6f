import Testing

@testable import Credentials

struct OneTimeTokenTests {
  private let now = 1_800_000_000

  private func token(seed: UInt64 = 1) -> OneTimeToken {
    var generator = SeededGenerator(seed: seed)
    return OneTimeToken(using: &generator)
  }

  @Test func `a link opens what it is for`() throws {
    let link = OneTimeLink(token().digest, for: .invitation, madeAt: now)
    #expect(throws: Never.self) {
      try link.check(#require(OneTimeToken(token().written)), for: .invitation, at: now)
    }
  }

  /// SHA-256 of 32 noughts, by `sha256sum`.
  @Test func `what is kept is the digest of the token's bytes`() throws {
    let token = try #require(OneTimeToken(String(repeating: "A", count: 43)))
    let digest = bytes("66687aadf862bd776c8fc18b8e9f8e20089714856ee233b3902a591d0d5f2925")
    #expect(token.digest.description == Alphabet.base64URL.text(digest))
  }

  @Test func `another token opens nothing`() {
    let link = OneTimeLink(token().digest, for: .reset, madeAt: now)
    #expect(throws: OneTimeLink.Refusal.wrongToken) {
      try link.check(token(seed: 2), for: .reset, at: now)
    }
  }

  @Test func `an invitation resets no password`() {
    let link = OneTimeLink(token().digest, for: .invitation, madeAt: now)
    #expect(throws: OneTimeLink.Refusal.wrongPurpose) {
      try link.check(token(), for: .reset, at: now)
    }
  }

  @Test(arguments: [(OneTimeLink.Purpose.invitation, 259_200), (.reset, 600)])
  func `it is good until its time`(purpose: OneTimeLink.Purpose, seconds: Int) {
    let link = OneTimeLink(token().digest, for: purpose, madeAt: now)
    #expect(throws: Never.self) {
      try link.check(token(), for: purpose, at: now + seconds - 1)
    }
    #expect(throws: OneTimeLink.Refusal.expired) {
      try link.check(token(), for: purpose, at: now + seconds)
    }
  }

  @Test func `no two tokens are alike, and none shows by itself`() {
    #expect(token(seed: 1) != token(seed: 2))
    #expect(!"\(token())".contains(token().written))
    #expect(token().written.utf8.count == 43)
  }

  @Test(arguments: [
    "", "AAAA", String(repeating: "A", count: 44), String(repeating: "B", count: 43),
  ])
  func `what cannot be one is not read`(written: String) {
    #expect(OneTimeToken(written) == nil)
  }
}
