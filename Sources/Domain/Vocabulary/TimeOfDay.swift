public import EventSourcing

/// A time on the clock in hours and minutes, from 00:00 to 23:59; of which day and zone it does not say.
public struct TimeOfDay: Hashable, Comparable, Sendable {
  public static let midnight = TimeOfDay(unchecked: 0)

  /// How many minutes after midnight.
  public let minutes: Int

  /// Nil for a time that no clock shows, such as 24:00.
  public init?(hour: Int, minute: Int) {
    guard (0..<24).contains(hour), (0..<60).contains(minute) else { return nil }
    minutes = hour * 60 + minute
  }

  private init(unchecked minutes: Int) { self.minutes = minutes }

  public var hour: Int { minutes / 60 }
  public var minute: Int { minutes % 60 }

  public static func < (lhs: TimeOfDay, rhs: TimeOfDay) -> Bool { lhs.minutes < rhs.minutes }
}

extension TimeOfDay: LosslessStringConvertible {
  /// Reads `08:30` and nothing else.
  public init?(_ description: String) { self.init(utf8: description.utf8Span) }

  /// The time as ISO 8601 writes it: `08:30`.
  public var description: String { Self.twoDigits(hour) + ":" + Self.twoDigits(minute) }

  private static func twoDigits(_ number: Int) -> String {
    number < 10 ? "0\(number)" : "\(number)"
  }
}

extension TimeOfDay: TextCoded {
  public init?(utf8: UTF8Span) {
    let text = utf8.span
    guard text.count == 5, text[2] == UInt8(ascii: ":"), let hour = Self.number(text, at: 0),
      let minute = Self.number(text, at: 3)
    else { return nil }
    self.init(hour: hour, minute: minute)
  }

  private static func number(_ text: Span<UInt8>, at place: Int) -> Int? {
    let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
    guard digits.contains(text[place]), digits.contains(text[place + 1]) else { return nil }
    return Int(text[place] - digits.lowerBound) * 10 + Int(text[place + 1] - digits.lowerBound)
  }
}
