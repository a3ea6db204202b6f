/// The public holidays of the Netherlands, as the Algemene termijnenwet names them in its article 3.
///
/// Days that are made equal to them by royal decree (article 3, third paragraph) are not among them: those
/// are announced a few years at a time, and follow from no rule.
public enum DutchHoliday: CaseIterable, Sendable {
  case newYearsDay
  /// Made equal to a public holiday by article 3, second paragraph; not one by custom.
  case goodFriday
  case easterMonday
  case kingsDay
  /// 5 May, in every year.
  case liberationDay
  case ascensionDay
  case whitMonday
  case christmasDay
  case secondChristmasDay
}

extension DutchHoliday {
  /// On which day of `year` it falls; nil outside the calendar.
  ///
  /// Until 2013 the day on which the birthday of the monarch is celebrated is Koninginnedag, 30 April or the
  /// day before when that is a Sunday (as since 1980); from 2014 on Koningsdag, 27 April or the day before.
  public func day(in year: Int) -> Day? {
    switch self {
    case .newYearsDay: Day(year: year, month: 1, day: 1)
    case .goodFriday: Day.easter(in: year)?.adding(days: -2)
    case .easterMonday: Day.easter(in: year)?.adding(days: 1)
    case .kingsDay: Day(year: year, month: 4, day: year < 2014 ? 30 : 27)?.unlessSunday
    case .liberationDay: Day(year: year, month: 5, day: 5)
    case .ascensionDay: Day.easter(in: year)?.adding(days: 39)
    case .whitMonday: Day.easter(in: year)?.adding(days: 50)
    case .christmasDay: Day(year: year, month: 12, day: 25)
    case .secondChristmasDay: Day(year: year, month: 12, day: 26)
    }
  }
}

extension Day {
  /// The public holiday that it is; nil for every other day.
  public var dutchHoliday: DutchHoliday? {
    DutchHoliday.allCases.first { $0.day(in: year) == self }
  }

  /// Easter Sunday of `year`, by the rule of the Gregorian calendar; nil outside the calendar.
  ///
  /// The computation is the one that Nature published anonymously in 1876, as in Meeus, Astronomical
  /// Algorithms, chapter 8: from the place in the moon's cycle of 19 years to the Sunday after the full moon.
  public static func easter(in year: Int) -> Day? {
    let moonYear = year % 19
    let (century, yearOfCentury) = year.quotientAndRemainder(dividingBy: 100)
    let moonShift = (century - (century + 8) / 25 + 1) / 3
    let epact = (19 * moonYear + century - century / 4 - moonShift + 15) % 30
    let untilSunday =
      (32 + 2 * (century % 4) + 2 * (yearOfCentury / 4) - epact - yearOfCentury % 4) % 7
    let late = (moonYear + 11 * epact + 22 * untilSunday) / 451
    let place = epact + untilSunday - 7 * late + 114
    return Day(year: year, month: place / 31, day: place % 31 + 1)
  }

  fileprivate var unlessSunday: Day { weekday == .sunday ? adding(days: -1) : self }
}
