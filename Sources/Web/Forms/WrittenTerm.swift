import Domain

/// How long somebody has, as one types it: a day, or so many days, business days, weeks, months or years.
enum WrittenTerm: Hashable {
  case day(Day)
  case businessDays(Int)
  /// So many days, weeks, months or years.
  case term(LegalTerm)

  /// Reads `6 weken`, `10 werkdagen`, `2 months` and `1 jaar`, or a day; nil for anything else.
  init?(written text: String) {
    if let day = Day(written: text) {
      self = .day(day)
      return
    }
    let words = text.lowercased().unicodeScalars.split { $0.properties.isWhitespace }
      .map { String($0) }
    guard words.count >= 2, (1...3).contains(words[0].utf8.count),
      words[0].utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }),
      let count = Int(words[0]), count > 0
    else { return nil }
    switch words[1...].joined(separator: " ") {
    case "dag", "dagen", "day", "days": self = .term(.days(count))
    case "werkdag", "werkdagen", "business day", "business days": self = .businessDays(count)
    case "week", "weken", "weeks": self = .term(.weeks(count))
    case "maand", "maanden", "month", "months": self = .term(.months(count))
    case "jaar", "jaren", "year", "years": self = .term(.years(count))
    case _: return nil
    }
  }

  /// Who sets a term, and so whether the Algemene termijnenwet extends it.
  enum Setter: Hashable {
    /// Unless it is long, it never ends on a day on which nobody works.
    case law
    /// It ends on the day that a letter or a decision says.
    case decision
  }

  /// The last day of it, when it runs from `start`.
  func end(after start: Day, setBy setter: Setter = .law) -> Day {
    switch (self, setter) {
    case (.day(let day), _): day
    case (.businessDays(let count), _): start.adding(businessDays: count)
    case (.term(let term), .law): term.end(after: start)
    case (.term(let term), .decision): term.plainEnd(after: start)
    }
  }
}

extension Form {
  /// The day by which something is due, which may be written as a term from `start` on.
  mutating func term(
    _ field: String, from start: Day, setBy setter: WrittenTerm.Setter = .law
  ) -> Day? {
    guard isFilled(field) else {
      note(.empty, at: field)
      return nil
    }
    guard let term = WrittenTerm(written: value(field)) else {
      note(.said("field.not-a-term"), at: field)
      return nil
    }
    let day = term.end(after: start, setBy: setter)
    guard PlanYear.range.contains(day.year) else {
      note(.said("field.day-out-of-range"), at: field)
      return nil
    }
    return day
  }
}
