public import Domain

extension Day {
  /// Reads what a person writes for a day: `31-3-2026`, `31/03/2026`, `31.3.2026`, `31 maart 2026`,
  /// `31mrt 2026`, `31 March 2026` and `2026-03-31`; day before month unless the year comes first.
  ///
  /// A year has four digits: `31-3-26` could be of 1926, or the 26th of a month.
  public init?(written text: String) {
    let parts = Self.parts(of: text)
    guard parts.count == 3, let month = Self.month(parts[1]) else { return nil }
    let isYearFirst = parts[0].utf8.count == 4
    guard let year = Int(digits: isYearFirst ? parts[0] : parts[2], upTo: 4),
      let day = Int(digits: isYearFirst ? parts[2] : parts[0], upTo: 2), year >= 1000
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// Reads a day without its year, `31-3`, `31 maart` and `March 31`, as the last such day up to `today`.
  init?(writtenWithoutYear text: String, upTo today: Day) {
    var parts = Self.parts(of: text)
    guard parts.count == 2 else { return nil }
    if Int(digits: parts[0], upTo: 2) == nil { parts.swapAt(0, 1) }
    guard let day = Int(digits: parts[0], upTo: 2), let month = Self.month(parts[1]) else {
      return nil
    }
    self.init(month: month, day: day, upTo: today)
  }

  /// Reads `31032026` and `20260331`; the year lies within `Year.range`, so that no text reads as two days.
  init?(digits text: String) {
    guard text.utf8.count == 8, let number = Int(digits: text, upTo: 8) else { return nil }
    let dayFirst = (number % 10_000, number / 10_000 % 100, number / 1_000_000)
    let yearFirst = (number / 10_000, number / 100 % 100, number % 100)
    let (year, month, day) = Year.range.contains(dayFirst.0) ? dayFirst : yearFirst
    guard Year.range.contains(year) else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// Reads `3103` as the last such day up to `today`.
  init?(digitsWithoutYear text: String, upTo today: Day) {
    guard text.utf8.count == 4, let number = Int(digits: text, upTo: 4) else { return nil }
    self.init(month: number % 100, day: number / 100, upTo: today)
  }

  /// A leap day can be eight years back: 1900 had none.
  private init?(month: Int, day: Int, upTo today: Day) {
    let years = (today.year - 8...today.year).reversed()
    let days = years.lazy.compactMap { Day(year: $0, month: month, day: day) }
    guard let last = days.first(where: { $0 <= today }) else { return nil }
    self = last
  }

  private static func parts(of text: String) -> [String] {
    let separators = Set(" -/.,\u{00A0}".unicodeScalars)
    return text.unicodeScalars.split { separators.contains($0) }.flatMap { apart(String($0)) }
  }

  /// `22nov` is two parts, of which the first is the day.
  private static func apart(_ word: String) -> [String] {
    let digits = word.utf8.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    let rest = word.utf8.dropFirst(digits.count)
    guard !digits.isEmpty, !rest.isEmpty, digits.count <= 2 else { return [word] }
    return [String(Substring(digits)), String(Substring(rest))]
  }

  /// Months by number, by name and by three or more of its first letters, in Dutch and English.
  private static func month(_ text: String) -> Int? {
    if let number = Int(digits: text, upTo: 2) { return number }
    let name = text.lowercased()
    let index = monthNames.firstIndex { names in
      names.contains { name.utf8.count >= 3 && $0.utf8.starts(with: name.utf8) }
    }
    return index.map { $0 + 1 }
  }

  private static let monthNames: [[String]] = [
    ["januari", "january"], ["februari", "february"], ["maart", "mrt", "march"], ["april"],
    ["mei", "may"], ["juni", "june"], ["juli", "july"], ["augustus", "august"], ["september"],
    ["oktober", "october"], ["november"], ["december"],
  ]
}

extension Int {
  /// Reads one to `length` digits and nothing else.
  init?(digits text: String, upTo length: Int) {
    guard (1...length).contains(text.utf8.count),
      text.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
    else { return nil }
    self.init(text)
  }
}
