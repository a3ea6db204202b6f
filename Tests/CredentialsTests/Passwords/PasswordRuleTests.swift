import Testing

@testable import Credentials

struct PasswordRuleTests {
  private static let common = Result {
    CommonPasswords(
      lists: try ["common", "long"].map { try repositoryFile("data/passwords/\($0).txt") })
  }

  private let rule: PasswordRule
  private let noor = ["Noor van der Zée", "noor.vanderzee@inspectie.example"]

  init() throws {
    rule = PasswordRule(
      common: try Self.common.get(), contextWords: ["Koers", "Inspectie Leefomgeving"])
  }

  private func refusal(of text: String) -> PasswordRule.Refusal? {
    do throws(PasswordRule.Refusal) {
      try rule.check(Password(text), of: noor)
      return nil
    } catch {
      return error
    }
  }

  @Test func `the lists hold fifteen thousand`() throws {
    #expect(try Self.common.get().count == 15_000)
  }

  @Test func `every listed password that is long enough is refused`() throws {
    let lines = try repositoryFile("data/passwords/long.txt").split(separator: "\n")
      .filter { !$0.hasPrefix("#") }
    #expect(lines.count == 5000)
    for line in lines {
      #expect([.common, .repetitive].contains(refusal(of: String(line))), "\(line)")
    }
  }

  @Test(arguments: [
    "correct horse battery staple", "zeven fietsen in de regen", "mijn computer is traag vandaag",
    "83520174662915307", "koers houden we al zeven jaar", "日本語の長い合言葉はとても良い",
    "               x x  y", "noor gaat nooit met de bus", "!@#$%^&*()_+-=[]{}|;:",
  ])
  func `a long one may be made of anything`(text: String) {
    #expect(refusal(of: text) == nil)
  }

  @Test func `fifteen to a hundred and twenty-eight, by scalar`() {
    #expect(refusal(of: "zeven fietsen!") == .tooShort(min: 15))
    #expect(refusal(of: "zeven fietsen!!") == nil)
    #expect(refusal(of: "zeven fietsen\u{1F6B2}") == .tooShort(min: 15))
    let verse = "op een mooie dag in mei "
    let long = String((verse + verse + verse + verse + verse + verse).unicodeScalars.prefix(128))
    #expect(refusal(of: long) == nil)
    #expect(refusal(of: long + "x") == .tooLong(max: 128))
  }

  @Test func `what is two scalars to a keyboard counts as the one it becomes`() {
    #expect(refusal(of: "zeve\u{301}n fietse\u{301}n") == .tooShort(min: 15))
  }

  @Test(arguments: [
    "passwordpassword", "Password12345678", "password20262026", "1234567890123456789",
    "PASSWORD!password?", "footballbaseball", "wachtwoord123456", "wachtwoord-wachtwoord",
    "Pássword2026!!!!", "qwertyuiopasdfgh", "123456789password", "sunshine 12345678",
    "amsterdam2026-09", "1q2w3e4r5t6y7u8i",
  ])
  func `what everybody tries first is refused, repeated, joined or padded`(text: String) {
    #expect(refusal(of: text) == .common)
  }

  @Test(arguments: [
    "aaaaaaaaaaaaaaa", "abcabcabcabcabc", "               ", "zzyzzyzzyzzyzzyz", "aB1!aB1!aB1!aB1!",
    "abcdefghijklmnop", "ABCDEFGHIJKLMNOP", "zyxwvutsrqponmlk", "éééééééééééééééé",
  ])
  func `what goes on as it began is refused`(text: String) {
    #expect(refusal(of: text) == .repetitive)
  }

  @Test(arguments: [
    "koerskoerskoers1", "Koers-Inspectie-26", "noorvanderzee2026", "NoorVanDerZee!!!1",
    "inspectieleefomgeving", "noor@inspectie.example", "noor vanderzee koers", "koers-sunshine-26",
    "N\u{F2}\u{F2}r van der Z\u{E9}e",
  ])
  func `names of product, organisation and person are refused`(text: String) {
    #expect(refusal(of: text) == .contextual)
  }

  @Test func `a name of another is no secret of ours`() {
    #expect(throws: Never.self) {
      try rule.check(Password("noorvanderzee2026"), of: ["Sam de Wit"])
    }
  }

  @Test func `remarks and short lines are no passwords`() {
    let few = CommonPasswords(lists: ["# remark about this\nshort\n\neightish", "eightish\n"])
    #expect(few.count == 1)
  }

  @Test(arguments: 0..<200 as Range<UInt64>)
  func `no password made by chance is refused`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let text = Alphabet.base64.text(generator.bytes(12))
    #expect(refusal(of: text) == nil, "seed \(seed)")
  }
}
