extension Day {
  /// Whether it is no Saturday, Sunday or public holiday (Algemene termijnenwet, articles 1 and 3).
  public var isBusinessDay: Bool {
    switch weekday {
    case .saturday, .sunday: false
    case .monday, .tuesday, .wednesday, .thursday, .friday: dutchHoliday == nil
    }
  }

  /// The day itself when it is a business day, or else the next that is.
  public var orNextBusinessDay: Day {
    var day = self
    while !day.isBusinessDay, day < .last { day = day.adding(days: 1) }
    return day
  }

  /// The day so many business days later, or earlier when negative; with none the day itself.
  ///
  /// One business day after a Friday is the Monday, and so is one after the Saturday. It stops at the ends of
  /// the calendar.
  public func adding(businessDays: Int) -> Day {
    let (step, end) = businessDays < 0 ? (-1, Day.first) : (1, Day.last)
    var left = businessDays.magnitude
    var day = self
    while left > 0, day != end {
      day = day.adding(days: step)
      if day.isBusinessDay { left -= 1 }
    }
    return day
  }

  /// How many business days come after this day, up to and including `other`; negative when it lies before.
  public func businessDays(until other: Day) -> Int {
    guard other >= self else { return -other.businessDays(until: self) }
    return (0..<days(until: other)).count { adding(days: $0 + 1).isBusinessDay }
  }
}
