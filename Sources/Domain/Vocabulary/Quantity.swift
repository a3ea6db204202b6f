/// An exact decimal number of at most 18 digits, of which at most 9 behind the mark.
///
/// Equal numbers are equal values: 12.50 is kept as 12.5.
public struct Quantity: Hashable, Sendable {
  public static let digitsMax = 18
  public static let scaleMax = 9

  /// The number without its decimal mark.
  public let mantissa: Int64
  /// How many digits stand behind the mark.
  public let scale: Int

  /// Nil when it has too many digits.
  public init?(mantissa: Int64, scale: Int = 0) {
    guard (0...Self.digitsMax).contains(scale), mantissa.magnitude < 1_000_000_000_000_000_000
    else { return nil }
    var (mantissa, scale) = (mantissa, scale)
    while scale > 0, mantissa % 10 == 0 { (mantissa, scale) = (mantissa / 10, scale - 1) }
    guard scale <= Self.scaleMax else { return nil }
    self.mantissa = mantissa
    self.scale = scale
  }
}

extension Quantity: Comparable {
  public static func < (lhs: Quantity, rhs: Quantity) -> Bool {
    let scale = max(lhs.scale, rhs.scale)
    return lhs.mantissa(at: scale) < rhs.mantissa(at: scale)
  }

  private func mantissa(at scale: Int) -> Int128 {
    (self.scale..<scale).reduce(Int128(mantissa)) { mantissa, _ in mantissa * 10 }
  }
}

extension Quantity: LosslessStringConvertible {
  /// Reads `-1234.56`: digits and at most one point, as the log keeps it.
  public init?(_ description: String) {
    var body = Array(description.utf8)[...]
    let isNegative = body.first == UInt8(ascii: "-")
    if isNegative { body = body.dropFirst() }
    let parts = body.split(
      separator: UInt8(ascii: "."), maxSplits: 1, omittingEmptySubsequences: false)
    guard let whole = parts.first, !whole.isEmpty else { return nil }
    let fraction = parts.count == 2 ? parts[1] : []
    guard parts.count == 1 || !fraction.isEmpty else { return nil }
    self.init(whole: whole, fraction: fraction, isNegative: isNegative)
  }

  public var description: String {
    let digits = String(mantissa.magnitude)
    let sign = mantissa < 0 ? "-" : ""
    guard scale > 0 else { return sign + digits }
    let padded = String(repeating: "0", count: max(0, scale + 1 - digits.utf8.count)) + digits
    return "\(sign)\(padded.dropLast(scale)).\(padded.suffix(scale))"
  }

  private init?(
    whole: some Sequence<UInt8>, fraction: some Collection<UInt8>, isNegative: Bool
  ) {
    var mantissa: Int64 = 0
    for digit in Array(whole) + Array(fraction) {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit),
        mantissa < 100_000_000_000_000_000
      else { return nil }
      mantissa = mantissa * 10 + Int64(digit - UInt8(ascii: "0"))
    }
    self.init(mantissa: isNegative ? -mantissa : mantissa, scale: fraction.count)
  }
}

extension Quantity {
  /// The mark that a writer of numbers puts before the fraction.
  public enum DecimalMark: Sendable {
    case comma
    case point
  }

  /// Reads what a person wrote: `1.234,56`, `1,234.56`, `1234.56` or `0,5`.
  ///
  /// Only `1.234` and `1,234` can mean two things; there `decimalMark`, the custom of the page's
  /// language, decides.
  public init?(written text: String, decimalMark: DecimalMark = .comma) {
    var body = Array(text.utf8)[...]
    while body.first == UInt8(ascii: " ") { body = body.dropFirst() }
    while body.last == UInt8(ascii: " ") { body = body.dropLast() }
    let isNegative = body.first == UInt8(ascii: "-")
    if isNegative { body = body.dropFirst() }
    let mark = Self.mark(in: body, custom: decimalMark)
    let parts = mark.map { body.split(separator: $0, omittingEmptySubsequences: false) } ?? [body]
    guard parts.count <= 2, let whole = parts.first, let digits = Self.ungrouped(whole) else {
      return nil
    }
    let fraction = parts.count == 2 ? parts[1] : []
    guard parts.count == 1 || !fraction.isEmpty else { return nil }
    self.init(whole: digits, fraction: fraction, isNegative: isNegative)
  }

  /// The byte before the fraction, or nil when there is none.
  private static func mark(in body: ArraySlice<UInt8>, custom: DecimalMark) -> UInt8? {
    let (comma, point) = (UInt8(ascii: ","), UInt8(ascii: "."))
    let marks = body.filter { $0 == comma || $0 == point }
    guard let last = marks.last else { return nil }
    if marks.count > 1 { return marks.contains { $0 != last } ? last : nil }
    let isCustomary = last == (custom == .comma ? comma : point)
    return isCustomary || ungrouped(body) == nil ? last : nil
  }

  /// The digits of a whole number, whose groups of three may be set apart; nil when they are not.
  private static func ungrouped(_ whole: ArraySlice<UInt8>) -> [UInt8]? {
    let groups = whole.split(
      omittingEmptySubsequences: false,
      whereSeparator: { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ",") })
    guard let first = groups.first, !first.isEmpty else { return nil }
    if groups.count == 1 { return Array(first) }
    guard first.count <= 3, first.first != UInt8(ascii: "0"),
      groups.dropFirst().allSatisfy({ $0.count == 3 })
    else { return nil }
    return groups.flatMap { $0 }
  }
}

extension Quantity: Codable {
  /// Reads the text form, and a JSON number too, since others may write those.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    do {
      guard let quantity = Quantity(try container.decode(String.self)) else {
        throw DecodingError.dataCorruptedError(
          in: container, debugDescription: "not a Quantity")
      }
      self = quantity
    } catch DecodingError.typeMismatch {
      let whole = (try? container.decode(Int64.self)).flatMap { Quantity(mantissa: $0) }
      guard
        let quantity = try whole ?? Quantity(container.decode(Double.self).description)
      else {
        throw DecodingError.dataCorruptedError(
          in: container, debugDescription: "not a Quantity")
      }
      self = quantity
    }
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
