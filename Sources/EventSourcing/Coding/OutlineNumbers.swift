import Foundation

/// The numbers in a JSON text, as exact as the type asked for is.
extension Outline {
  /// The number at `index`; nil when `Whole` cannot hold it.
  @inline(__always)
  func whole<Whole: FixedWidthInteger>(_: Whole.Type, at index: Int) -> Whole? {
    let mark = marks[index]
    if mark.kind == .whole, mark.range.count <= 18, let small = Whole(exactly: small(mark)) {
      return small
    }
    return wholeInFull(mark)
  }

  /// A number of at most 18 characters, all of them digits but perhaps the sign.
  private func small(_ mark: Mark) -> Int {
    var range = mark.range
    let isNegative = bytes[range.lowerBound] == UInt8(ascii: "-")
    if isNegative { range = range.dropFirst() }
    let magnitude = range.reduce(0) { $0 &* 10 &+ Int(bytes[$1] &- UInt8(ascii: "0")) }
    return isNegative ? -magnitude : magnitude
  }

  /// Large numbers, and those that someone else wrote as `1e3` or `12.0`.
  private func wholeInFull<Whole: FixedWidthInteger>(_ mark: Mark) -> Whole? {
    let text = description(of: mark)
    if mark.kind == .whole { return Whole(text) }
    let (digits, exponent) = decimal(text)
    guard !digits.isEmpty else { return 0 }
    guard (0...40).contains(exponent) else { return nil }
    let sign = text.utf8.first == UInt8(ascii: "-") ? "-" : ""
    return Whole(sign + digits + String(repeating: "0", count: exponent))
  }

  /// The digits of a number without zeros at either end, and the power of ten that comes after them.
  private func decimal(_ text: String) -> (digits: String, exponent: Int) {
    var digits: [UInt8] = []
    var exponent = 0
    var isFraction = false
    var rest = text.utf8[...]
    scan: while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        digits.append(byte)
        if isFraction { exponent -= 1 }
      case UInt8(ascii: "."): isFraction = true
      case UInt8(ascii: "e"), UInt8(ascii: "E"):
        exponent = exponent.saturatingSum(Int(String(Substring(rest))) ?? .max / 2)
        break scan
      case _: continue
      }
    }
    while digits.last == UInt8(ascii: "0") {
      digits.removeLast()
      exponent = exponent.saturatingSum(1)
    }
    let first = digits.firstIndex { $0 != UInt8(ascii: "0") } ?? digits.endIndex
    return (String(decoding: digits[first...], as: UTF8.self), exponent)
  }

  /// The number at `index`; nil when it is too large, or too small to be told from zero.
  func fraction<Fraction: BinaryFloatingPoint & LosslessStringConvertible>(
    _: Fraction.Type, at index: Int
  ) -> Fraction? {
    let text = description(of: marks[index])
    guard let fraction = Fraction(text), fraction.isFinite else { return nil }
    if fraction == 0, !decimal(text).digits.isEmpty { return nil }
    return fraction
  }

  private func description(of mark: Mark) -> String {
    String(decoding: bytes[mark.range], as: UTF8.self)
  }
}

extension Int {
  fileprivate func saturatingSum(_ other: Int) -> Int {
    let (sum, isOverflow) = addingReportingOverflow(other)
    return isOverflow ? (other < 0 ? .min : .max) : sum
  }
}
