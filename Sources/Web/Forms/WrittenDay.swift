public import Domain

extension Day {
  /// Reads what a person writes for a day: `31-3-2026`, `31/03/2026`, `31.3.2026`, `31 maart 2026`,
  /// `31 mrt 2026`, `31 March 2026` and `2026-03-31`; day before month unless the year comes first.
  public init?(written text: String) {
    let separators = Set(" -/.,\u{00A0}".unicodeScalars)
    let parts = text.unicodeScalars.split { separators.contains($0) }.map { String($0) }
    guard parts.count == 3, let month = Self.month(parts[1]) else { return nil }
    let isYearFirst = parts[0].utf8.count == 4
    guard let year = Self.digits(isYearFirst ? parts[0] : parts[2], upTo: 4),
      let day = Self.digits(isYearFirst ? parts[2] : parts[0], upTo: 2), year >= 1000
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  private static func digits(_ text: String, upTo length: Int) -> Int? {
    guard (1...length).contains(text.utf8.count),
      text.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
    else { return nil }
    return Int(text)
  }

  /// Months by number, by name and by three or more of its first letters, in Dutch and English.
  private static func month(_ text: String) -> Int? {
    if let number = digits(text, upTo: 2) { return number }
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
