public import EventSourcing

/// Who someone is to the system, such as `noor`: a name to sign in with, not a name to show.
public struct PersonID: Hashable, Comparable, Sendable, LosslessStringConvertible {
  public static let lengthMax = 64

  public let description: String

  /// Takes 1 to 64 lower-case letters, digits, dots, hyphens, underscores and at signs; nil otherwise.
  public init?(_ description: String) {
    guard (1...Self.lengthMax).contains(description.utf8.count),
      description.utf8.allSatisfy(Self.isAllowed)
    else { return nil }
    self.description = description
  }

  public static func < (lhs: PersonID, rhs: PersonID) -> Bool { lhs.description < rhs.description }

  private static func isAllowed(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
      UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "@"):
      true
    case _: false
    }
  }
}

extension PersonID: TextCoded {
  public init?(utf8: UTF8Span) {
    let text = utf8.span
    guard (1...Self.lengthMax).contains(text.count) else { return nil }
    for place in text.indices where !Self.isAllowed(text[place]) { return nil }
    description = String(copying: utf8)
  }
}
