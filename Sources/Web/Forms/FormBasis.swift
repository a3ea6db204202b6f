import Crypto

/// What stood in a form's fields when it was drawn, known by a digest.
///
/// When the same would stand in them now, nobody changed what the form replaces, whatever else they changed
/// of the thing it is about.
public struct FormBasis: Hashable, Sendable {
  private let digest: [UInt8]

  init(_ values: [String: String]) {
    var bytes: [UInt8] = []
    for (field, value) in values.sorted(by: { $0.key < $1.key }) {
      // No field brings a zero byte, so these set the parts apart.
      bytes += field.utf8 + [0] + value.utf8 + [0]
    }
    digest = Array(SHA256.hash(data: bytes).prefix(16))
  }

  /// Reads what `description` writes; nil for anything else.
  init?(_ text: String) {
    let digits = text.utf8.compactMap(Self.digit)
    guard digits.count == 32, text.utf8.count == 32 else { return nil }
    digest = stride(from: 0, to: 32, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case _: nil
    }
  }
}

extension FormBasis: CustomStringConvertible {
  /// Thirty-two digits, as the form carries them.
  public var description: String {
    let digits = Array("0123456789abcdef")
    return String(digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
  }
}
