/// Whether what passes is text: UTF-8 without a NUL, wherever it is cut.
struct TextCheck {
  private var isSoFar = true
  /// The beginning of a character whose end has not come yet.
  private var rest: [UInt8] = []

  /// Whether everything that passed is text, to its end.
  var isText: Bool { isSoFar && rest.isEmpty }

  mutating func pass(_ bytes: [UInt8]) {
    guard isSoFar, !bytes.isEmpty else { return }
    var text = rest + bytes
    rest = Array(text.suffix(Self.openCount(in: text)))
    text.removeLast(rest.count)
    isSoFar = !text.contains(0) && Self.isValid(text)
  }

  private static func isValid(_ text: [UInt8]) -> Bool {
    do {
      _ = try UTF8Span(validating: text.span)
      return true
    } catch {
      return false
    }
  }

  /// How many bytes at the end of `text` begin a character that takes more than there are.
  private static func openCount(in text: [UInt8]) -> Int {
    for (count, byte) in text.reversed().prefix(3).enumerated() where byte & 0xC0 != 0x80 {
      return byteCount(beginning: byte) > count + 1 ? count + 1 : 0
    }
    return 0
  }

  /// How many bytes a character has that begins with `byte` (RFC 3629).
  private static func byteCount(beginning byte: UInt8) -> Int {
    switch byte {
    case 0xC0...0xDF: 2
    case 0xE0...0xEF: 3
    case 0xF0...0xFF: 4
    case _: 1
    }
  }
}
