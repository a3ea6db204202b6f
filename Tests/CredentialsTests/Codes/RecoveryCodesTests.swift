import Testing

@testable import Credentials

struct RecoveryCodesTests {
  private func made(seed: UInt64 = 1) -> (written: [RecoveryCode], kept: RecoveryCodes) {
    var generator = SeededGenerator(seed: seed)
    return RecoveryCodes.made(using: &generator)
  }

  @Test func `ten are made, and what is kept holds none of them`() {
    let (written, kept) = made()
    #expect(Set(written.map(\.written)).count == 10)
    #expect(kept.unused.count == 10)
    #expect(Set(kept.unused.map(\.description)).isDisjoint(with: written.map(\.written)))
  }

  @Test func `a code is 24 signs that nobody mistakes for another`() {
    for code in made().written {
      let groups = code.written.split(separator: "-")
      #expect(groups.map(\.count) == [4, 4, 4, 4, 4, 4])
      #expect(code.written.allSatisfy { "0123456789abcdefghjkmnpqrstvwxyz-".contains($0) })
    }
  }

  @Test func `each can be used once, in any order`() throws {
    var (written, kept) = made()
    for code in written.reversed() {
      let left = try #require(kept.using(code))
      #expect(left.unused.count == kept.unused.count - 1)
      #expect(left.using(code) == nil)
      kept = left
    }
    #expect(kept.unused.isEmpty)
  }

  @Test func `the code of another is no use`() {
    #expect(made(seed: 1).kept.using(made(seed: 2).written[0]) == nil)
  }

  @Test func `it is read however it was copied`() throws {
    let code = try #require(RecoveryCode("0123-4567-89ab-cdef-ghjk-mnp0"))
    for typed in [
      "0123456789abcdefghjkmnp0", "0123 4567 89AB CDEF GHJK MNP0", "ol23-4567-89ab-cdef-ghjk-mnpO",
      "OI23 4567 89ab cdef ghjk mnpo",
    ] {
      #expect(RecoveryCode(typed) == code, "\(typed)")
    }
    #expect(code.written == "0123-4567-89ab-cdef-ghjk-mnp0")
  }

  @Test(arguments: [
    "", "0123-4567-89ab-cdef-ghjk-mnp", "0123-4567-89ab-cdef-ghjk-mnp01",
    "u123-4567-89ab-cdef-ghjk-mnp0", "0123_4567_89ab_cdef_ghjk_mnp0",
    "0123-4567-89ab-cdef-ghjk-mnp\u{660}",
  ])
  func `what cannot be one is not read`(typed: String) {
    #expect(RecoveryCode(typed) == nil)
  }

  @Test func `a digest is kept as text`() throws {
    let digest = made().written[0].digest
    #expect(SecretDigest(digest.description) == digest)
    #expect(digest.description.utf8.count == 43)
    #expect(SecretDigest(digest.description + "=") == nil)
    #expect(SecretDigest("") == nil)
  }
}
