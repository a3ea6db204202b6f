import Testing

@testable import Web

/// What of a content is asked for.
struct AskedPartTests {
  @Test(
    arguments: [
      (nil, .whole), ("bytes=0-0", .bytes(0...0)), ("bytes=2-", .bytes(2...9)),
      ("Bytes=2-4", .bytes(2...4)), ("bytes=8-99", .bytes(8...9)), ("bytes=-3", .bytes(7...9)),
      ("bytes=-99", .bytes(0...9)), ("bytes=10-", .none), ("bytes=-0", .none),
      ("bytes=99999999999999999999-", .none), ("bytes=0-99999999999999999999", .bytes(0...9)),
      ("bytes=4-2", .whole), ("bytes=0-1,3-4", .whole), ("bytes=-", .whole), ("bytes=", .whole),
      ("bytes=a-b", .whole), ("bytes=+1-2", .whole), ("lines=0-1", .whole), ("", .whole),
    ] as [(String?, AskedPart)])
  func `of ten bytes the stretch that is asked for is given`(range: String?, part: AskedPart) {
    #expect(AskedPart(range: range, if: nil, tag: "\"a\"", byteCount: 10) == part)
  }

  @Test func `of another content than was asked for all is given`() {
    let asked = "bytes=2-4"
    #expect(AskedPart(range: asked, if: "\"a\"", tag: "\"a\"", byteCount: 10) == .bytes(2...4))
    for condition in ["\"b\"", "W/\"a\"", "a", "Sat, 28 Nov 2026 05:00:00 GMT"] {
      #expect(AskedPart(range: asked, if: condition, tag: "\"a\"", byteCount: 10) == .whole)
    }
  }
}
