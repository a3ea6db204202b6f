/// How much of a content a request asks for (RFC 9110, section 14).
enum AskedPart: Hashable {
  case whole
  /// From its first to its last byte, counted from 0.
  case bytes(ClosedRange<Int>)
  /// Nothing that there is.
  case none

  /// What the fields of a request say; of several stretches, or of what cannot be read, the whole is given.
  ///
  /// - Parameters:
  ///   - range: what `Range` says; nil without one.
  ///   - condition: what `If-Range` says; nil without one. Another content than that is given whole.
  ///   - tag: how the content is tagged now.
  ///   - byteCount: how much there is of it.
  init(range: String?, if condition: String?, tag: String, byteCount: Int) {
    guard let range, condition == nil || condition == tag,
      let (first, last) = Self.ends(of: Array(range.utf8))
    else {
      self = .whole
      return
    }
    switch (first, last) {
    case (let first?, let last):
      if let last, last < first {
        self = .whole
      } else if first < byteCount {
        self = .bytes(first...min(last ?? byteCount - 1, byteCount - 1))
      } else {
        self = .none
      }
    case (nil, let count?):
      self = count > 0 && byteCount > 0 ? .bytes(max(0, byteCount - count)...byteCount - 1) : .none
    case (nil, nil): self = .whole
    }
  }

  /// The numbers before and behind the dash of the only stretch; nil when that is not what stands there.
  private static func ends(of field: [UInt8]) -> (first: Int?, last: Int?)? {
    let unit = Array("bytes=".utf8)
    guard field.count > unit.count,
      zip(field, unit).allSatisfy({ $0 | 0x20 == $1 | 0x20 })
    else { return nil }
    let halves = field.dropFirst(unit.count).split(
      separator: UInt8(ascii: "-"), maxSplits: 1, omittingEmptySubsequences: false)
    guard halves.count == 2, halves.allSatisfy({ $0.allSatisfy(isDigit) }) else { return nil }
    return (number(halves[0]), number(halves[1]))
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  /// Nil for no digits; one beyond all bounds is beyond the end of everything.
  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    digits.isEmpty ? nil : Int(String(decoding: digits, as: UTF8.self)) ?? Int.max
  }
}
