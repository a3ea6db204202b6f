import Testing

@testable import Credentials

struct CBORTests {
  /// RFC 8949, appendix A, but for what authenticators do not speak.
  @Test(arguments: [
    ("00", CBOR.unsigned(0)), ("17", .unsigned(23)), ("1818", .unsigned(24)),
    ("1864", .unsigned(100)), ("1903e8", .unsigned(1000)), ("1a000f4240", .unsigned(1_000_000)),
    ("1b000000e8d4a51000", .unsigned(1_000_000_000_000)),
    ("1bffffffffffffffff", .unsigned(.max)), ("20", .negative(0)), ("3863", .negative(99)),
    ("3903e7", .negative(999)), ("3bffffffffffffffff", .negative(.max)), ("40", .bytes([])),
    ("4401020304", .bytes([1, 2, 3, 4])), ("60", .text("")), ("6161", .text("a")),
    ("6449455446", .text("IETF")), ("62225c", .text("\"\\")), ("62c3bc", .text("ü")),
    ("63e6b0b4", .text("水")), ("64f0908591", .text("𐅑")), ("80", .array([])),
    ("83010203", .array([.unsigned(1), .unsigned(2), .unsigned(3)])),
    ("8201820203", .array([.unsigned(1), .array([.unsigned(2), .unsigned(3)])])),
    ("a0", .map([:])),
    ("a201020304", .map([.number(1): .unsigned(2), .number(3): .unsigned(4)])),
    (
      "a26161016162820203",
      .map([.text("a"): .unsigned(1), .text("b"): .array([.unsigned(2), .unsigned(3)])])
    ),
    ("f4", .boolean(false)), ("f5", .boolean(true)), ("f6", .null),
  ])
  func `the examples of the RFC`(hexadecimal: String, item: CBOR) throws {
    #expect(try CBOR(bytes(hexadecimal)) == item)
  }

  @Test(arguments: [
    ("", CBOR.Refusal.truncated), ("18", .truncated), ("1901", .truncated), ("440102", .truncated),
    ("6161" + "00", .trailingBytes), ("0000", .trailingBytes), ("8201", .truncated),
    ("a101", .truncated), ("a201020304" + "f6", .trailingBytes),
    ("1817", .notShortest), ("190017", .notShortest), ("1900ff", .notShortest),
    ("1a0000ffff", .notShortest), ("1b00000000ffffffff", .notShortest), ("3817", .notShortest),
    ("580100", .notShortest), ("780161", .notShortest), ("980100", .notShortest),
    ("b8010000", .notShortest), ("61ff", .notText), ("62c328", .notText), ("63eda080", .notText),
    ("a201020103", .duplicateKey), ("a2616101616102", .duplicateKey), ("a14000", .strangeKey),
    ("a1f500", .strangeKey), ("a1a00000", .strangeKey), ("a11bffffffffffffffff00", .strangeKey),
    ("f7", .unsupported), ("f0", .unsupported), ("f818", .unsupported), ("f93c00", .unsupported),
    ("fa47c35000", .unsupported), ("fb3ff199999999999a", .unsupported), ("ff", .unsupported),
    ("c000", .unsupported), ("c11a514b67b0", .unsupported), ("5f42010243030405ff", .unsupported),
    ("7f657374726561ff", .unsupported), ("9fff", .unsupported), ("bf01ff", .unsupported),
    ("1c", .unsupported), ("1f", .unsupported),
  ])
  func `what strays from the rules is refused`(hexadecimal: String, refusal: CBOR.Refusal) {
    #expect(throws: refusal) { try CBOR(bytes(hexadecimal)) }
  }

  @Test(arguments: [
    "5bffffffffffffffff", "7b7fffffffffffffff", "9bffffffffffffffff", "bbffffffffffffffff",
    "9affffffff", "baffffffff00", "5affffffff00",
  ])
  func `a length that claims more than there is takes no memory`(hexadecimal: String) {
    #expect(throws: CBOR.Refusal.truncated) { try CBOR(bytes(hexadecimal)) }
  }

  @Test func `four deep is deep enough`() throws {
    #expect(throws: Never.self) { try CBOR(bytes("8181818100")) }
    #expect(throws: CBOR.Refusal.tooDeep) { try CBOR(bytes("818181818100")) }
    #expect(throws: CBOR.Refusal.tooDeep) { try CBOR(bytes("a100a100a100a100a100a0")) }
    #expect(throws: CBOR.Refusal.tooDeep) { try CBOR(Array(repeating: 0x81, count: 100_000)) }
  }

  @Test(arguments: 0..<300 as Range<UInt64>)
  func `what was written is read again, and nothing shorter`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let item = CBOR.made(by: &generator, within: CBORReader.depthMax)
    #expect(try CBOR(item.written) == item)
    for length in item.written.indices {
      #expect(throws: CBOR.Refusal.truncated) { try CBOR(Array(item.written.prefix(length))) }
    }
  }

  /// Whatever is read is written as the same bytes again, but for the order of keys.
  @Test(arguments: 0..<3000 as Range<UInt64>)
  func `any bytes at all are read or refused`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    var bytes = CBOR.made(by: &generator, within: CBORReader.depthMax).written
    for _ in 0..<Int.random(in: 1...4, using: &generator) { bytes.spoil(using: &generator) }
    guard let item = try? CBOR(bytes) else { return }
    #expect(item.written.count == bytes.count)
    #expect(try CBOR(item.written) == item)
  }
}
