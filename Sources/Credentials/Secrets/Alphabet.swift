/// Bytes as letters and digits that each carry the same number of bits (RFC 4648), without padding.
///
/// Reading is strict: one text for the same bytes, so what is left over at the end must be nought.
struct Alphabet: Sendable {
  /// RFC 4648, section 4.
  static let base64 = Alphabet(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/", bits: 6)
  /// RFC 4648, section 5.
  static let base64URL = Alphabet(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_", bits: 6)
  /// RFC 4648, section 6.
  static let base32 = Alphabet("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", bits: 5)
  /// To be copied by hand: neither `i`, `l`, `o` nor `u`.
  static let handwritten = Alphabet("0123456789abcdefghjkmnpqrstvwxyz", bits: 5)

  private let symbols: [UInt8]
  private let bits: Int
  private let values: [UInt8: UInt32]

  private init(_ symbols: String, bits: Int) {
    self.symbols = Array(symbols.utf8)
    self.bits = bits
    values = Dictionary(
      uniqueKeysWithValues: self.symbols.enumerated().map { ($0.element, UInt32($0.offset)) })
  }

  func text(_ bytes: some Sequence<UInt8>) -> String {
    var text: [UInt8] = []
    var buffer: UInt32 = 0
    var held = 0
    for byte in bytes {
      buffer = buffer << 8 | UInt32(byte)
      held += 8
      while held >= bits {
        held -= bits
        text.append(symbol(buffer >> held))
      }
    }
    if held > 0 { text.append(symbol(buffer << (bits - held))) }
    return String(decoding: text, as: UTF8.self)
  }

  /// Nil when another symbol stands in it, or when it is not how `text` writes these bytes.
  func bytes(_ text: some Sequence<UInt8>) -> [UInt8]? {
    var bytes: [UInt8] = []
    var buffer: UInt32 = 0
    var held = 0
    for symbol in text {
      guard let value = values[symbol] else { return nil }
      buffer = buffer << bits | value
      held += bits
      if held >= 8 {
        held -= 8
        bytes.append(UInt8(truncatingIfNeeded: buffer >> held))
      }
    }
    let rest = buffer & (1 << held - 1)
    return held < bits && rest == 0 ? bytes : nil
  }

  func bytes(_ text: String) -> [UInt8]? { bytes(text.utf8) }

  private func symbol(_ value: UInt32) -> UInt8 { symbols[Int(value) & (symbols.count - 1)] }
}
