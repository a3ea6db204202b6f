public import EventSourcing

/// A day of the calendar, without a time or a zone; what people mean by a date.
///
/// Proleptic Gregorian, from 0001-01-01 to 9999-12-31.
public struct Day: Hashable, Comparable, Sendable {
  public static let first = Day(unchecked: -719_162)
  public static let last = Day(unchecked: 2_932_896)

  /// How many days after 1970-01-01, which itself is 0.
  public let ordinal: Int

  /// Nil when the day lies outside the years 1 to 9999.
  public init?(ordinal: Int) {
    guard (Self.first.ordinal...Self.last.ordinal).contains(ordinal) else { return nil }
    self.ordinal = ordinal
  }

  /// Nil for a day that no calendar has, such as 30 February.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month),
      (1...Self.length(ofMonth: month, in: year)).contains(day)
    else { return nil }
    ordinal = Self.ordinal(year: year, month: month, day: day)
  }

  private init(unchecked ordinal: Int) { self.ordinal = ordinal }

  public static func < (lhs: Day, rhs: Day) -> Bool { lhs.ordinal < rhs.ordinal }

  public var year: Int { civil.year }
  public var month: Int { civil.month }
  public var day: Int { civil.day }

  /// The day so many days later, or earlier when negative; it stops at the ends of the calendar.
  public func adding(days: Int) -> Day {
    let (sum, isOverflow) = ordinal.addingReportingOverflow(days)
    if isOverflow { return days < 0 ? .first : .last }
    return Day(unchecked: min(max(sum, Self.first.ordinal), Self.last.ordinal))
  }

  /// How many days from this one to `other`; negative when it lies before.
  public func days(until other: Day) -> Int { other.ordinal - ordinal }
}

extension Day: LosslessStringConvertible {
  /// Reads `2026-03-02` and nothing else.
  public init?(_ description: String) { self.init(utf8: description.utf8Span) }

  /// The day as ISO 8601 writes it: `2026-03-02`.
  public var description: String {
    let (year, month, day) = civil
    return String(unsafeUninitializedCapacity: 10) { text in
      func write(_ number: Int, upTo end: Int, digits: Int) {
        var rest = number
        for place in 1...digits {
          text[end - place] = UInt8(ascii: "0") + UInt8(rest % 10)
          rest /= 10
        }
      }
      write(year, upTo: 4, digits: 4)
      text[4] = UInt8(ascii: "-")
      write(month, upTo: 7, digits: 2)
      text[7] = UInt8(ascii: "-")
      write(day, upTo: 10, digits: 2)
      return 10
    }
  }
}

extension Day: TextCoded {
  public init?(utf8: UTF8Span) {
    let text = utf8.span
    guard text.count == 10, text[4] == UInt8(ascii: "-"), text[7] == UInt8(ascii: "-"),
      let year = Self.number(text, 0..<4), let month = Self.number(text, 5..<7),
      let day = Self.number(text, 8..<10)
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  private static func number(_ text: Span<UInt8>, _ digits: Range<Int>) -> Int? {
    var number = 0
    for place in digits {
      let digit = text[place]
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
      number = number * 10 + Int(digit - UInt8(ascii: "0"))
    }
    return number
  }
}

/// The arithmetic counts in years that begin in March, so that the leap day comes last, and in eras of
/// 400 years, which all have the same 146,097 days.
extension Day {
  private static func length(ofMonth month: Int, in year: Int) -> Int {
    if month == 2 { return isLeap(year) ? 29 : 28 }
    return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31
  }

  private static func isLeap(_ year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }

  private static func ordinal(year: Int, month: Int, day: Int) -> Int {
    let marchYear = month <= 2 ? year - 1 : year
    let era = marchYear / 400
    let yearOfEra = marchYear - era * 400
    let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  private var civil: (year: Int, month: Int, day: Int) {
    let shifted = ordinal + 719_468
    let era = shifted / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let marchMonth = (5 * dayOfYear + 2) / 153
    let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
    return (
      year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month,
      day: dayOfYear - (153 * marchMonth + 2) / 5 + 1
    )
  }
}
