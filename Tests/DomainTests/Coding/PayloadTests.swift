import EventSourcing
import Foundation
import TestCast
import Testing

/// Our coding beside Foundation's, on values and texts that chance makes.
struct PayloadTests {
  @Test(arguments: Dice.seeds)
  func `a value is written byte for byte as Foundation writes it, and read as it reads it`(
    seed: UInt64
  ) throws {
    var dice = Dice(seed)
    for _ in 0..<20 {
      let value = dice.everything(depth: 3)
      let bytes = try Payload.encode(value)
      #expect(text(bytes) == text(try foundations(value)))
      #expect(try Payload.decode(Everything.self, from: bytes) == value)
      #expect(try JSONDecoder().decode(Everything.self, from: Data(bytes)) == value)
    }
  }

  @Test(arguments: Dice.seeds)
  func `any JSON text is read as Foundation reads it, however it is spaced, escaped and ordered`(
    seed: UInt64
  ) throws {
    var dice = Dice(seed)
    for _ in 0..<20 {
      let bytes = Array(dice.json(depth: 4).utf8)
      let read = try Payload.decode(JSON.self, from: bytes)
      #expect(read == (try JSONDecoder().decode(JSON.self, from: Data(bytes))), "\(text(bytes))")
      #expect(text(try Payload.encode(read)) == text(try foundations(read)))
    }
  }

  @Test(
    arguments: [
      "", " ", "{", "[", "\"", "{\"a\"", "{\"a\":", "{\"a\":1", "[1", "[1,", "[1,]", "{\"a\":1,}",
      "{a:1}", "{'a':1}", "[1 2]", "{\"a\" 1}", "01", "1.", ".1", "+1", "-", "1e", "1e+", "0x1",
      "NaN", "tru", "nul", "truefalse", "1 2", "]", "{]", "[}", "\"\n\"", "\"\\x\"", "\"\\u12\"",
      "\"\\ud800\"", "\"\\udc00\"", "\"\\ud800\\u0041\"", "\"\\", "1e999", "//\n1",
    ])
  func `what is not JSON is refused`(broken: String) {
    #expect(throws: DecodingError.self) { try Payload.decode(JSON.self, from: Array(broken.utf8)) }
  }

  @Test(
    arguments: [
      [0x80], [0xC0, 0xAF], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80],
      [0xF5, 0x80, 0x80, 0x80], [0xC3], [0xE2, 0x82], [0xFF],
    ] as [[UInt8]])
  func `bytes that are not UTF-8 are refused`(broken: [UInt8]) {
    let quote = UInt8(ascii: "\"")
    #expect(throws: DecodingError.self) {
      try Payload.decode(String.self, from: [quote] + broken + [quote])
    }
  }

  @Test func `nesting is bounded, and its bound is that of Foundation`() throws {
    func nested(_ depth: Int) -> [UInt8] {
      Array((String(repeating: "[", count: depth) + String(repeating: "]", count: depth)).utf8)
    }
    #expect(try Payload.encode(try Payload.decode(JSON.self, from: nested(512))) == nested(512))
    #expect(throws: DecodingError.self) { try Payload.decode(JSON.self, from: nested(513)) }
    #expect(throws: DecodingError.self) {
      try Payload.decode(JSON.self, from: Array(String(repeating: "{\"a\":", count: 200_000).utf8))
    }
  }

  @Test func `of a name that stands twice the first counts, in a small object and in a large one`()
    throws
  {
    let many = (0..<100).map { "\"n\($0)\":\($0)" }.joined(separator: ",")
    for members in ["\"a\":1,\"a\":2", "\"a\":1,\(many),\"\\u0061\":2,\"n7\":0"] {
      let bytes = Array("{\(members)}".utf8)
      let read = try Payload.decode([String: Int].self, from: bytes)
      #expect(read == (try JSONDecoder().decode([String: Int].self, from: Data(bytes))))
      #expect(read["a"] == 1)
    }
  }

  @Test func `a number is taken only by a type that holds it`() throws {
    func read<Value: Decodable>(_: Value.Type, _ text: String) -> Value? {
      try? Payload.decode(Value.self, from: Array(text.utf8))
    }
    #expect(read(Int8.self, "-128") == -128)
    #expect(read(Int8.self, "128") == nil)
    #expect(read(UInt.self, "-1") == nil)
    #expect(read(Int.self, "9223372036854775807") == .max)
    #expect(read(Int.self, "-9223372036854775808") == .min)
    #expect(read(Int.self, "9223372036854775808") == nil)
    #expect(read(UInt64.self, "18446744073709551615") == .max)
    #expect(read(Int.self, "12.0") == 12)
    #expect(read(Int.self, "1.2e1") == 12)
    #expect(read(Int.self, "12.5") == nil)
    #expect(read(Int.self, "1e999999999999999999999") == nil)
    #expect(read(Double.self, "1e-999") == nil)
    #expect(read(Double.self, "0e-999") == 0)
    #expect(throws: EncodingError.self) { try Payload.encode([Double.nan]) }
  }

  @Test(arguments: [
    #"{"b": 1, "a":[ "x\u0041"]}"#, "[ ]", "{}", #""tekst""#, "12.50", "true", "null",
  ])
  func `a value that is passed on unread means what it meant`(written: String) throws {
    struct Around: Decodable {
      let kept: WrittenJSON
    }
    let text = Array(#"{"before":[{}],"kept":\#(written),"after":{}}"#.utf8)
    let kept = try Payload.decode(Around.self, from: text).kept.bytes
    let meant = try Payload.decode(JSON.self, from: Array(written.utf8))
    #expect(try Payload.decode(JSON.self, from: kept) == meant)
    let foundations = try JSONDecoder().decode(Around.self, from: Data(text)).kept.bytes
    #expect(try Payload.decode(JSON.self, from: foundations) == meant)
    if written.hasPrefix("{") { #expect(self.text(kept) == written) }
  }

  private func foundations(_ value: some Encodable) throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return Array(try encoder.encode(value))
  }

  private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
