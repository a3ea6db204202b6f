import Crypto

/// What a read model's tables were made with: its SQL file, and what the program says about it.
///
/// The two are kept apart, so that a runner, which has no SQL files, can still tell whether the tables
/// are its own.
struct Fingerprint: Equatable {
  let text: String

  init(text: String) { self.text = text }

  init(sql: String, definition: String) {
    text = "\(Self.digest(sql)):\(Self.digest(definition))"
  }

  func isOf(_ definition: String) -> Bool { text.hasSuffix(":\(Self.digest(definition))") }

  private static func digest(_ text: String) -> String {
    let digits = Array("0123456789abcdef")
    return String(
      SHA256.hash(data: Array(text.utf8)).prefix(16).flatMap {
        [digits[Int($0 >> 4)], digits[Int($0 & 15)]]
      })
  }
}
