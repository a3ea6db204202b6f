public import EventSourcing

/// Where something is, as mail finds it.
public enum Address: Hashable, Codable, Sendable {
  /// `houseNumber` with what is added to it, such as `12 bis`.
  case dutch(street: Line, houseNumber: Line, postcode: Postcode, town: Line)
  /// Line by line, as it is written there.
  case foreign(lines: [Line], country: Line)
}

extension Address: ClassifiedPart {
  public static let fieldClasses: FieldClasses = [
    "dutch": .fields([
      "street": .text, "houseNumber": .text, "postcode": .text, "town": .text,
    ]),
    "foreign": .fields(["lines": .each(.text), "country": .text]),
  ]
}

/// A Dutch postcode: four digits, of which the first is no zero, and two letters, which are not SA, SD or SS.
///
/// Decoding trusts the log.
public struct Postcode: Hashable, Sendable, CustomStringConvertible {
  /// As the log keeps it and people write it: `1234 AB`.
  public let description: String

  /// Nil when it has another shape; the blank may be missing and the letters may be small.
  public init?(_ written: String) {
    let bytes = written.utf8.filter { !" \t".utf8.contains($0) }.map(\.capital)
    let (digits, letters) = (bytes.prefix(4), bytes.dropFirst(4))
    guard bytes.count == 6, digits.allSatisfy(CheckDigits.isDigit),
      digits.first != UInt8(ascii: "0"),
      letters.allSatisfy({ (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) })
    else { return nil }
    let pair = String(decoding: letters, as: UTF8.self)
    guard !["SA", "SD", "SS"].contains(pair) else { return nil }
    description = "\(String(decoding: digits, as: UTF8.self)) \(pair)"
  }
}

extension Postcode: TextCoded {
  public init(utf8: UTF8Span) { description = String(copying: utf8) }
}
