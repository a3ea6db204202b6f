/// The sixteen digits of hexadecimal numbers.
enum HexDigits {
  /// What `digit` stands for in either case; nil when it is none.
  @inline(__always)
  static func value(of digit: UInt8) -> UInt8? {
    switch digit {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): digit - UInt8(ascii: "A") + 10
    case _: nil
    }
  }

  /// The lower-case digit of the lowest four bits of `value`.
  @inline(__always)
  static func digit(of value: UInt8) -> UInt8 {
    let nibble = value & 0xF
    return nibble < 10 ? nibble + UInt8(ascii: "0") : nibble - 10 + UInt8(ascii: "a")
  }
}
