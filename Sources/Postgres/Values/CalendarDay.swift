extension Cell {
  /// The day of a `date`, counted from 2000-01-01; the days infinitely far away are the ends of the range.
  public func daysSince2000() throws -> Int32 {
    if isBinary, type == .date { return try bigEndian(as: Int32.self) }
    guard let days = CalendarDay.daysSince2000(try String(from: self)) else {
      throw mismatch("not a day")
    }
    return days
  }
}

/// The text of a `date` and its binary form, days since 2000-01-01, in the Gregorian calendar.
enum CalendarDay {
  /// Reads `2026-03-02`, `0044-03-15 BC`, `infinity` or `-infinity`; nil for a day that is none.
  static func daysSince2000(_ text: String) -> Int32? {
    if text == "infinity" { return .max }
    if text == "-infinity" { return .min }
    let isBeforeChrist = text.hasSuffix(" BC")
    let parts = (isBeforeChrist ? text.dropLast(3) : text[...]).split(separator: "-")
    guard parts.count == 3, parts.allSatisfy(isDigits), let year = Int(parts[0]),
      let month = Int(parts[1]), let day = Int(parts[2]), year > 0,
      (1...12).contains(month)
    else { return nil }
    let days = daysSince2000(year: isBeforeChrist ? 1 - year : year, month: month, day: day)
    // A day past the end of its month comes back as another one.
    guard let days, components(daysSince2000: Int(days)).day == day,
      components(daysSince2000: Int(days)).month == month
    else { return nil }
    return days
  }

  static func text(daysSince2000 days: Int32) -> String {
    if days == .max { return "infinity" }
    if days == .min { return "-infinity" }
    let (year, month, day) = components(daysSince2000: Int(days))
    let shown = year > 0 ? year : 1 - year
    return "\(padded(shown, to: 4))-\(padded(month, to: 2))-\(padded(day, to: 2))"
      + (year > 0 ? "" : " BC")
  }

  private static func isDigits(_ text: Substring) -> Bool {
    text.utf8.count <= 7 && text.utf8.allSatisfy { (48...57).contains($0) }
  }

  private static func padded(_ number: Int, to width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }

  /// The calendar repeats every 400 years of 146,097 days; a year begins in March here, so that the
  /// leap day comes last.
  private static func daysSince2000(year: Int, month: Int, day: Int) -> Int32? {
    let shifted = month > 2 ? year : year - 1
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return Int32(exactly: era * 146_097 + dayOfEra - daysFromEraTo2000)
  }

  private static func components(daysSince2000 days: Int) -> (year: Int, month: Int, day: Int) {
    let shifted = days + daysFromEraTo2000
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    return (
      yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month,
      dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    )
  }

  /// Days from 1 March of the year 0 to 1 January 2000.
  private static let daysFromEraTo2000 = 730_425
}
