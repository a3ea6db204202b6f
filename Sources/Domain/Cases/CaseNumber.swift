public import EventSourcing

/// The number by which people call a case: the year in which it was opened, and how many were opened in it by then.
///
/// Within a year numbers run from 1 upwards without a gap, so that nobody need ask whether a case is missing.
public struct CaseNumber: Hashable, Comparable, Sendable {
  public static let serialMax = 9_999_999

  public let year: Int
  public let serial: Int

  /// Nil outside the years 1000 to 9999, and for a serial below 1 or of more than seven digits.
  public init?(year: Int, serial: Int) {
    guard (1000...9999).contains(year), (1...Self.serialMax).contains(serial) else { return nil }
    self.year = year
    self.serial = serial
  }

  public static func < (lhs: CaseNumber, rhs: CaseNumber) -> Bool {
    (lhs.year, lhs.serial) < (rhs.year, rhs.serial)
  }

  /// The scope of names in which the numbers of `year` are claimed.
  public static func series(of year: Int) -> String { "case-number-\(year)" }

  /// The name that it claims there; of the same length for all, so that the last one is the highest.
  public var key: String { Self.padded(serial) }

  /// Reads what `key` writes; nil for anything else.
  public static func serial(ofKey key: String) -> Int? {
    key.utf8.count == 7 ? Int(key) : nil
  }

  private static func padded(_ serial: Int) -> String {
    let digits = String(serial)
    return String(repeating: "0", count: 7 - digits.utf8.count) + digits
  }
}

extension CaseNumber: LosslessStringConvertible {
  /// Reads `2026-0000123`, and the same without the zeros in front.
  public init?(_ description: String) { self.init(utf8: description.utf8Span) }

  public var description: String { "\(year)-\(key)" }
}

extension CaseNumber: TextCoded {
  public init?(utf8: UTF8Span) {
    let text = String(copying: utf8)
    let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].count == 4, (1...7).contains(parts[1].count),
      parts.joined().allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }),
      let year = Int(Substring(parts[0])), let serial = Int(Substring(parts[1]))
    else { return nil }
    self.init(year: year, serial: serial)
  }
}
