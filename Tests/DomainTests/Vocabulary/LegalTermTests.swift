import Domain
import TestCast
import Testing

struct HolidayTests {
  @Test(arguments: [
    (1961, "1961-04-02"), (2008, "2008-03-23"), (2011, "2011-04-24"), (2024, "2024-03-31"),
    (2025, "2025-04-20"), (2026, "2026-04-05"), (2027, "2027-03-28"), (2028, "2028-04-16"),
    (2029, "2029-04-01"), (2030, "2030-04-21"), (2038, "2038-04-25"), (2285, "2285-03-22"),
  ])
  func `Easter follows the moon`(year: Int, day: String) {
    #expect(Day.easter(in: year)?.description == day)
  }

  @Test func `Easter is a Sunday from 22 March to 25 April in every year of the calendar`() throws {
    for year in 1...9999 {
      let easter = try #require(Day.easter(in: year))
      #expect(easter.weekday == .sunday)
      #expect((322...425).contains(easter.month * 100 + easter.day), "\(easter)")
    }
    #expect(Day.easter(in: 0) == nil)
    #expect(Day.easter(in: 10_000) == nil)
  }

  @Test func `the holidays of a year are those that the law names`() {
    let days = DutchHoliday.allCases.map { $0.day(in: 2026)?.description }
    #expect(
      days == [
        "2026-01-01", "2026-04-03", "2026-04-06", "2026-04-27", "2026-05-05", "2026-05-14",
        "2026-05-25", "2026-12-25", "2026-12-26",
      ])
  }

  @Test(arguments: [
    (2013, "2013-04-30"), (2006, "2006-04-29"), (2000, "2000-04-29"), (2014, "2014-04-26"),
    (2025, "2025-04-26"), (2026, "2026-04-27"), (2031, "2031-04-26"),
  ])
  func `the birthday of the monarch is not celebrated on a Sunday`(year: Int, day: String) {
    #expect(DutchHoliday.kingsDay.day(in: year)?.description == day)
  }

  @Test func `a day knows its weekday, before 1970 too`() {
    #expect(monday.weekday == .monday)
    #expect(sunday.weekday == .sunday)
    #expect(Day("1970-01-01").weekday == .thursday)
    #expect(Day("1969-12-31").weekday == .wednesday)
    #expect(Day("0001-01-01").weekday == .monday)
    #expect(monday.previous(.monday) == Day("2026-02-23"))
    #expect(monday.previous(.sunday) == sunday)
    #expect(monday.previous(.tuesday) == Day("2026-02-24"))
  }
}

struct BusinessDayTests {
  @Test(arguments: [
    ("2026-03-02", true), ("2026-02-28", false), ("2026-03-01", false), ("2026-04-03", false),
    ("2026-04-06", false), ("2026-04-07", true), ("2026-12-31", true), ("2027-01-01", false),
    ("2024-02-29", true), ("2026-05-15", true),
  ])
  func `nobody works in the weekend and on holidays`(day: Day, isBusinessDay: Bool) {
    #expect(day.isBusinessDay == isBusinessDay)
  }

  @Test(arguments: [
    ("2026-03-06", 1, "2026-03-09"), ("2026-03-07", 1, "2026-03-09"),
    ("2026-03-09", -1, "2026-03-06"), ("2026-03-08", -1, "2026-03-06"),
    ("2026-03-07", 0, "2026-03-07"), ("2026-04-02", 1, "2026-04-07"),
    ("2026-12-24", 3, "2026-12-30"), ("2026-12-31", 1, "2027-01-04"),
    ("2026-03-02", 20, "2026-03-30"), ("9999-12-30", 400, "9999-12-31"),
    ("0001-01-02", -400, "0001-01-01"),
  ])
  func `business days are counted over weekends and holidays`(from: Day, count: Int, to: Day) {
    #expect(from.adding(businessDays: count) == to)
  }
}

struct LegalTermTests {
  @Test(arguments: [
    // Ends on a business day of its own.
    (LegalTerm.weeks(6), "2026-03-02", "2026-04-13"), (.days(1), "2026-03-02", "2026-03-03"),
    (.months(1), "2026-03-02", "2026-04-02"),
    // On a Saturday, on Easter Monday, on Boxing Day before a weekend: article 1.
    (.weeks(6), "2026-03-07", "2026-04-20"), (.weeks(6), "2026-02-23", "2026-04-07"),
    (.weeks(6), "2025-11-14", "2025-12-29"), (.days(2), "2026-03-05", "2026-03-09"),
    (.days(1), "2026-04-02", "2026-04-07"),
  ])
  func `a term does not end on a day on which nobody works`(term: LegalTerm, from: Day, end: Day) {
    #expect(term.end(after: from) == end)
  }

  @Test(arguments: [
    // Thursday before Easter, three days: the Tuesday and the Wednesday are the two.
    (LegalTerm.days(3), "2026-04-02", "2026-04-08"), (.days(4), "2026-04-02", "2026-04-08"),
    // Friday, three days: Monday is only one.
    (.days(3), "2026-03-06", "2026-03-10"), (.days(3), "2026-03-05", "2026-03-09"),
    // Christmas on Friday and Saturday.
    (.days(3), "2026-12-24", "2026-12-29"), (.days(2), "2026-12-24", "2026-12-28"),
  ])
  func `a term of three days or more has two days on which people work`(
    term: LegalTerm, from: Day, end: Day
  ) {
    #expect(term.end(after: from) == end)
  }

  @Test(arguments: [
    (LegalTerm.weeks(13), "2026-03-07", "2026-06-06"), (.weeks(12), "2026-03-07", "2026-06-01"),
    (.days(91), "2026-03-07", "2026-06-06"), (.days(90), "2026-03-08", "2026-06-08"),
    (.months(4), "2026-03-07", "2026-07-07"), (.months(3), "2026-03-06", "2026-06-08"),
    (.months(4), "2026-03-05", "2026-07-05"), (.years(1), "2026-02-28", "2027-02-28"),
    (.years(5), "2026-03-01", "2031-03-01"), (.days(-1), "2026-03-02", "2026-03-01"),
    (.days(0), "2026-03-01", "2026-03-01"),
  ])
  func `long terms and terms counted back end where they end`(
    term: LegalTerm, from: Day, end: Day
  ) {
    #expect(term.end(after: from) == end)
  }

  @Test(arguments: [
    ("2026-01-31", 1, "2026-02-28"), ("2024-01-31", 1, "2024-02-29"),
    ("2024-02-29", 12, "2025-02-28"), ("2026-08-31", 1, "2026-09-30"),
    ("2026-12-15", 1, "2027-01-15"), ("2026-01-15", -1, "2025-12-15"),
    ("2026-03-31", -1, "2026-02-28"), ("2026-03-15", .max, "9999-12-31"),
    ("2026-03-15", .min, "0001-01-01"), ("2026-03-15", 120_000, "9999-12-31"),
  ])
  func `a month later is the same day of the month, or its last`(day: Day, months: Int, end: Day) {
    #expect(day.adding(months: months) == end)
  }

  @Test func `a term without end ends with the calendar`() {
    for term in [LegalTerm.days(.max), .weeks(.max), .months(.max), .years(.max)] {
      #expect(term.end(after: monday) == .last)
    }
  }
}
