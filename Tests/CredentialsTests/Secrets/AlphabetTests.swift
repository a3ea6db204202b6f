import Testing

@testable import Credentials

struct AlphabetTests {
  /// RFC 4648, section 10, without the padding.
  @Test(arguments: [
    ("", "", ""), ("f", "Zg", "MY"), ("fo", "Zm8", "MZXQ"), ("foo", "Zm9v", "MZXW6"),
    ("foob", "Zm9vYg", "MZXW6YQ"), ("fooba", "Zm9vYmE", "MZXW6YTB"),
    ("foobar", "Zm9vYmFy", "MZXW6YTBOI"),
  ])
  func `the vectors of the RFC`(text: String, base64: String, base32: String) {
    #expect(Alphabet.base64.text(text.utf8) == base64)
    #expect(Alphabet.base64.bytes(base64) == Array(text.utf8))
    #expect(Alphabet.base32.text(text.utf8) == base32)
    #expect(Alphabet.base32.bytes(base32) == Array(text.utf8))
  }

  @Test func `the last two symbols differ in an address`() {
    #expect(Alphabet.base64.text([0xFB, 0xFF]) == "+/8")
    #expect(Alphabet.base64URL.text([0xFB, 0xFF]) == "-_8")
    #expect(Alphabet.base64URL.bytes("+/8") == nil)
    #expect(Alphabet.base64.bytes("-_8") == nil)
  }

  @Test(arguments: ["Z", "Zh", "Zm9", "Zg==", "Zg=", " Zg", "Zg\n", "Zm9vY", "Zg\u{301}", "Ｚg"])
  func `only one text stands for the same bytes`(text: String) {
    #expect(Alphabet.base64.bytes(text) == nil)
  }

  @Test(arguments: ["M", "MZ", "MZX", "MZXW6Y", "my", "M1", "MY======"])
  func `only one text stands for the same bytes in 32 symbols`(text: String) {
    #expect(Alphabet.base32.bytes(text) == nil)
  }

  @Test(arguments: 0..<100 as Range<UInt64>)
  func `what was written is read again`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let bytes = generator.bytes(Int(seed))
    for alphabet in [Alphabet.base64, .base64URL, .base32, .handwritten] {
      #expect(alphabet.bytes(alphabet.text(bytes)) == bytes)
    }
  }
}
