import Testing

@testable import Credentials

struct TOTPTests {
  private func secret() throws -> TOTPSecret {
    try #require(TOTPSecret(bytes: Array("12345678901234567890".utf8)))
  }

  private func step(
    of typed: String, at now: Int, after last: TOTP.Step? = nil
  ) throws -> TOTP.Step {
    try TOTP.step(of: #require(TOTP.Code(typed)), secret: secret(), at: now, after: last)
  }

  /// RFC 6238, appendix B: the last six of its eight digits.
  @Test(arguments: [
    (59, "287082"), (1_111_111_109, "081804"), (1_111_111_111, "050471"),
    (1_234_567_890, "005924"), (2_000_000_000, "279037"), (20_000_000_000, "353130"),
  ])
  func `the vectors of the RFC`(now: Int, code: String) throws {
    #expect(try step(of: code, at: now) == TOTP.Step(now / 30))
  }

  @Test(arguments: [-30, 0, 30])
  func `a clock may be half a minute off`(seconds: Int) throws {
    #expect(try step(of: "081804", at: 1_111_111_109 + seconds) == TOTP.Step(37_037_036))
  }

  @Test(arguments: [-60, 60, 3600])
  func `but no more`(seconds: Int) {
    #expect(throws: TOTP.Refusal.wrong) {
      try step(of: "081804", at: 1_111_111_109 + seconds)
    }
  }

  @Test func `a code is used once`() throws {
    let used = try step(of: "081804", at: 1_111_111_109)
    #expect(throws: TOTP.Refusal.usedBefore) {
      try step(of: "081804", at: 1_111_111_109, after: used)
    }
    #expect(throws: TOTP.Refusal.usedBefore) {
      try step(of: "081804", at: 1_111_111_120, after: used)
    }
  }

  @Test func `after a code no earlier one is taken, but the next is`() throws {
    let next = try step(of: "050471", at: 1_111_111_111)
    #expect(throws: TOTP.Refusal.usedBefore) {
      try step(of: "081804", at: 1_111_111_111, after: next)
    }
    let first = try step(of: "081804", at: 1_111_111_109)
    #expect(try step(of: "050471", at: 1_111_111_111, after: first) == next)
  }

  @Test func `another code is wrong`() {
    #expect(throws: TOTP.Refusal.wrong) { try step(of: "081805", at: 1_111_111_109) }
  }

  @Test(arguments: ["081 804", " 081804", "08 18 04"])
  func `apps show blanks, so people type them`(typed: String) throws {
    #expect(try step(of: typed, at: 1_111_111_109) == TOTP.Step(37_037_036))
  }

  @Test(arguments: [
    "", "81804", "0081804", "08180x", "０８１８０４", "+81804", "-81804", "081804\u{301}",
  ])
  func `what is not six digits is no code`(typed: String) {
    #expect(TOTP.Code(typed) == nil)
  }

  @Test func `an app reads the secret from an address`() throws {
    #expect(try secret().base32 == "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ")
    #expect(
      try secret().address(issuer: "Inspectie & Co", account: "zoë@koers.example")
        == "otpauth://totp/Inspectie%20%26%20Co:zo%C3%AB%40koers.example"
        + "?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Inspectie%20%26%20Co"
        + "&algorithm=SHA1&digits=6&period=30")
  }

  @Test func `no two secrets are alike, and none shows`() throws {
    var generator = SeededGenerator(seed: 7)
    let secrets = (1...5).map { _ in TOTPSecret(using: &generator) }
    #expect(Set(secrets).count == 5)
    #expect(secrets.allSatisfy { $0.bytes.count == 20 })
    var dumped = ""
    dump(try secret(), to: &dumped)
    #expect(!dumped.contains("49"))
    #expect(TOTPSecret(bytes: [1, 2, 3]) == nil)
  }
}
