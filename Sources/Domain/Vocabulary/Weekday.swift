/// A day of the week, numbered as ISO 8601 does: Monday is 1 and Sunday is 7.
public enum Weekday: Int, CaseIterable, Codable, Sendable {
  case monday = 1
  case tuesday
  case wednesday
  case thursday
  case friday
  case saturday
  case sunday
}

extension Day {
  /// The day of the week that it is.
  public var weekday: Weekday {
    // 1970-01-01 was a Thursday, three days after a Monday; before it the remainder is negative.
    let sinceMonday = ((ordinal + 3) % 7 + 7) % 7
    return Weekday.allCases[sinceMonday]
  }

  /// The last such day of the week before this one.
  public func previous(_ weekday: Weekday) -> Day {
    let back = (self.weekday.rawValue - weekday.rawValue + 6) % 7 + 1
    return adding(days: -back)
  }
}
