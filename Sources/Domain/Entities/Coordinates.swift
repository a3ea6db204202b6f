public import EventSourcing

/// A point on earth in decimal degrees (WGS 84), to the sixth decimal: eleven centimetres.
public struct Coordinates: Hashable, Sendable, CustomStringConvertible {
  /// Degrees north, from -90 to 90.
  public let latitude: Quantity
  /// Degrees east, from -180 to 180.
  public let longitude: Quantity

  /// Why something written is no point on earth.
  public enum Problem: Error, Hashable, Sendable {
    /// It is not two numbers.
    case notTwoNumbers
    case latitudeOutOfRange
    case longitudeOutOfRange
  }

  /// As the log keeps it: `52.0705,4.3007`.
  public var description: String { "\(latitude),\(longitude)" }

  /// Reads what a person wrote or pasted: `52.0705, 4.3007`, `52.0705 4.3007` or `52,0705 4,3007`.
  ///
  /// Decimals after the sixth are left off.
  public init(written text: String) throws(Problem) {
    guard let (north, east) = Self.halves(of: text), let latitude = Self.degrees(north),
      let longitude = Self.degrees(east)
    else { throw .notTwoNumbers }
    guard latitude.isWithin(90) else { throw .latitudeOutOfRange }
    guard longitude.isWithin(180) else { throw .longitudeOutOfRange }
    (self.latitude, self.longitude) = (latitude, longitude)
  }

  private typealias Bytes = ArraySlice<UInt8>

  /// What stands before and after the blanks, the semicolon or, without these, the only comma.
  private static func halves(of text: String) -> (Bytes, Bytes)? {
    let comma = UInt8(ascii: ",")
    let words = Array(text.utf8).split { " ;\t".utf8.contains($0) }
    if words.count == 1, let word = words.first {
      let halves = word.split(separator: comma, omittingEmptySubsequences: false)
      return halves.count == 2 ? (halves[0], halves[1]) : nil
    }
    guard words.count == 2 else { return nil }
    return (words[0].last == comma ? words[0].dropLast() : words[0], words[1])
  }

  private static func degrees(_ written: Bytes) -> Quantity? {
    let isNegative = written.first == UInt8(ascii: "-")
    let parts = written.dropFirst(isNegative ? 1 : 0).split(
      omittingEmptySubsequences: false, whereSeparator: { ".,".utf8.contains($0) })
    guard (1...2).contains(parts.count), parts.allSatisfy({ !$0.isEmpty }),
      parts.allSatisfy({ $0.allSatisfy(CheckDigits.isDigit) }), parts[0].count <= 3
    else { return nil }
    let fraction = parts.count == 2 ? parts[1].prefix(6) : []
    let digits = Array(parts[0]) + fraction
    let mantissa = digits.reduce(Int64(0)) { $0 * 10 + Int64(CheckDigits.value($1)) }
    return Quantity(mantissa: isNegative ? -mantissa : mantissa, scale: fraction.count)
  }
}

extension Coordinates: TextCoded {
  public init?(utf8: UTF8Span) {
    do throws(Problem) { try self.init(written: String(copying: utf8)) } catch { return nil }
  }
}

extension Quantity {
  fileprivate func isWithin(_ degrees: Int64) -> Bool {
    guard let high = Quantity(mantissa: degrees), let low = Quantity(mantissa: -degrees) else {
      return false
    }
    return low <= self && self <= high
  }
}
