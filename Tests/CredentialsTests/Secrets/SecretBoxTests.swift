import Testing

@testable import Credentials

struct SecretBoxTests {
  private let secret: [UInt8] = Array(1...20)
  private let box = SecretBox(current: key("2026", of: 1))

  private static func key(_ id: String, of byte: UInt8) -> SecretBox.Key {
    guard let id = SecretBox.Key.ID(id),
      let key = SecretBox.Key(id: id, bytes: Array(repeating: byte, count: 32))
    else { preconditionFailure("a name and 32 bytes make a key") }
    return key
  }

  private func closed(for context: String = "totp:noor", seed: UInt64 = 1) -> ClosedSecret {
    var generator = SeededGenerator(seed: seed)
    return box.closed(secret, for: context, using: &generator)
  }

  @Test func `what was closed opens again`() throws {
    #expect(try box.opened(closed(), for: "totp:noor") == secret)
    #expect(!box.needsRenewal(closed()))
  }

  /// Made with `AESGCM` of the Python package `cryptography` 50.0.2: key 32 times 1, nonce 0 to 11, secret
  /// 1 to 20, and the associated data `2026:totp:noor`.
  @Test func `another implementation closed it`() throws {
    let text =
      "$aes256gcm$k=2026$AAECAwQFBgcICQoL$uqSWIiX4AXH3YOzILWfHs7/UeB4$QxQMV9aXt/SMEOtjcWOsqw"
    #expect(try box.opened(#require(ClosedSecret(text)), for: "totp:noor") == secret)
  }

  @Test func `the text of what was closed is read again and names its key`() throws {
    let text = closed().description
    #expect(text.hasPrefix("$aes256gcm$k=2026$"))
    #expect(ClosedSecret(text) == closed())
  }

  @Test func `no two times are alike`() {
    #expect(closed(seed: 1) != closed(seed: 2))
  }

  @Test func `what is closed for one opens for no other`() {
    #expect(throws: SecretBox.Refusal.notAuthentic) {
      try box.opened(closed(), for: "totp:sam")
    }
  }

  @Test func `a new key closes while the old one still opens`() throws {
    let renewed = SecretBox(current: Self.key("2027", of: 2), former: [Self.key("2026", of: 1)])
    #expect(try renewed.opened(closed(), for: "totp:noor") == secret)
    #expect(renewed.needsRenewal(closed()))
    var generator = SeededGenerator(seed: 3)
    let again = renewed.closed(secret, for: "totp:noor", using: &generator)
    #expect(try renewed.opened(again, for: "totp:noor") == secret)
    #expect(throws: SecretBox.Refusal.unknownKey(again.keyID)) {
      try box.opened(again, for: "totp:noor")
    }
  }

  @Test func `another key of the same name opens nothing`() {
    let other = SecretBox(current: Self.key("2026", of: 9))
    #expect(throws: SecretBox.Refusal.notAuthentic) {
      try other.opened(closed(), for: "totp:noor")
    }
  }

  @Test func `a changed byte anywhere is noticed`() throws {
    let text = Array(closed().description.utf8)
    for place in text.indices {
      var changed = text
      changed[place] = changed[place] == UInt8(ascii: "A") ? UInt8(ascii: "B") : UInt8(ascii: "A")
      guard let closed = ClosedSecret(String(decoding: changed, as: UTF8.self)) else { continue }
      #expect(throws: SecretBox.Refusal.notAuthentic, "at \(place)") {
        try box.opened(closed, for: "totp:noor")
      }
    }
  }

  @Test(arguments: [
    "", "$aes256gcm$k=2026$AAAA$AAAA$AAAA",
    "aes256gcm$k=2026$AAAAAAAAAAAAAAAA$$AAAAAAAAAAAAAAAAAAAAAA",
    "$aes128gcm$k=2026$AAAAAAAAAAAAAAAA$$AAAAAAAAAAAAAAAAAAAAAA",
    "$aes256gcm$k=$AAAAAAAAAAAAAAAA$$AAAAAAAAAAAAAAAAAAAAAA",
    "$aes256gcm$k=A$AAAAAAAAAAAAAAAA$$AAAAAAAAAAAAAAAAAAAAAA",
    "$aes256gcm$2026$AAAAAAAAAAAAAAAA$$AAAAAAAAAAAAAAAAAAAAAA",
    "$aes256gcm$k=2026$AAAAAAAAAAAAAAAA$$AAAAAAAAAAAAAAAAAAAAAA$",
    "$aes256gcm$k=2026$AAAAAAAAAAAAAAAA$$AAAAAAAAAAAAAAAAAAAAAA\u{301}",
  ])
  func `what was not closed here is not read`(text: String) {
    #expect(ClosedSecret(text) == nil)
  }

  @Test(arguments: [0, 16, 31, 33, 64])
  func `a key has 256 bits`(count: Int) throws {
    let id = try #require(SecretBox.Key.ID("k"))
    #expect(SecretBox.Key(id: id, bytes: Array(repeating: 1, count: count)) == nil)
  }
}
