import Domain

extension Day {
  /// Reads a day as people say it: `gisteren`, `maandag`, `vorige week dinsdag`, `ma 22 nov`, `22112026`, and
  /// the same in English, in lower case and seen from `today`.
  ///
  /// Without a year it is the last such day, today included, for what is written down has been. A weekday
  /// before a date must be the weekday of that date. With a time behind it, `2211` is a day too.
  init?(loose words: ArraySlice<String>, today: Day, isTimeBehind: Bool) {
    if let day = Self.spoken(words, today: today) {
      self = day
      return
    }
    let weekday = words.count > 1 ? words.first.flatMap(Weekday.init(spoken:)) : nil
    let dated = weekday == nil ? words : words.dropFirst()
    guard let day = Self.dated(dated, today: today, isTimeBehind: isTimeBehind),
      weekday == nil || weekday == day.weekday
    else { return nil }
    self = day
  }

  private static func dated(
    _ words: ArraySlice<String>, today: Day, isTimeBehind: Bool
  ) -> Day? {
    let text = words.joined(separator: " ")
    if let day = Day(written: text) ?? Day(writtenWithoutYear: text, upTo: today) { return day }
    // `22112026`, and `2211 2026`, but not `2 2112026`.
    if words.allSatisfy({ $0.utf8.count >= 4 }) {
      if let day = Day(digits: words.joined()) { return day }
    }
    return isTimeBehind ? Day(digitsWithoutYear: text, upTo: today) : nil
  }

  private static func spoken(_ words: ArraySlice<String>, today: Day) -> Day? {
    if words.count == 1, let days = words.first.flatMap({ nearness[$0] }) {
      return today.adding(days: days)
    }
    let weekdays = words.compactMap(Weekday.init(spoken:))
    guard weekdays.count == 1, let weekday = weekdays.first else { return nil }
    switch words.filter({ Weekday(spoken: $0) == nil }).joined(separator: " ") {
    case "": return today.weekday == weekday ? today : today.previous(weekday)
    case "vorige", "afgelopen", "last": return today.previous(weekday)
    case "vorige week", "last week": return today.inWeekBefore(weekday)
    case _: return nil
    }
  }

  private static let nearness = [
    "eergisteren": -2, "gisteren": -1, "yesterday": -1, "vandaag": 0, "today": 0, "morgen": 1,
    "tomorrow": 1,
  ]

  /// The weekday of the week before, in which Monday comes first.
  private func inWeekBefore(_ weekday: Weekday) -> Day {
    adding(days: weekday.rawValue - self.weekday.rawValue - 7)
  }
}

extension Weekday {
  /// Reads a weekday by its name, by three or more of its first letters, and by the two letters of a Dutch
  /// calendar; in lower case.
  fileprivate init?(spoken name: String) {
    let found = Self.allCases.first { weekday in
      weekday.names.contains { full in
        full.utf8.starts(with: name.utf8) && name.utf8.count >= 3
      } || name == weekday.twoLetters
    }
    guard let found else { return nil }
    self = found
  }

  private var names: [String] {
    switch self {
    case .monday: ["maandag", "monday"]
    case .tuesday: ["dinsdag", "tuesday"]
    case .wednesday: ["woensdag", "wednesday"]
    case .thursday: ["donderdag", "thursday"]
    case .friday: ["vrijdag", "friday"]
    case .saturday: ["zaterdag", "saturday"]
    case .sunday: ["zondag", "sunday"]
    }
  }

  private var twoLetters: String {
    switch self {
    case .monday: "ma"
    case .tuesday: "di"
    case .wednesday: "wo"
    case .thursday: "do"
    case .friday: "vr"
    case .saturday: "za"
    case .sunday: "zo"
    }
  }
}
