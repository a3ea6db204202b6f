import Domain
import Foundation
import TestCast
import Testing

struct DayTests {
  @Test(arguments: [
    ("1970-01-01", 0), ("1969-12-31", -1), ("2000-02-29", 11_016), ("2026-03-02", 20_514),
    ("1900-03-01", -25_508), ("0001-01-01", -719_162), ("9999-12-31", 2_932_896),
  ])
  func `a day lies where the calendar puts it`(text: String, ordinal: Int) throws {
    let day = try #require(Day(text))
    #expect(day.ordinal == ordinal)
    #expect(day.description == text)
    #expect(Day(ordinal: ordinal) == day)
  }

  @Test(arguments: [
    "2026-02-29", "1900-02-29", "2026-13-01", "2026-00-10", "2026-04-31", "2026-01-00",
    "0000-01-01", "2026-3-02", "02-03-2026", "2026-03-02 ", " 2026-03-02", "2026-03-02T00:00",
    "2026/03/02", "٢٠٢٦-٠٣-٠٢", "", "2026-03-0\u{661}", "+026-03-02", "2026-03-02\u{0}",
  ])
  func `what no calendar has is no day`(text: String) {
    #expect(Day(text) == nil)
  }

  @Test func `every day of four hundred years follows the one before`() throws {
    var day: Day = "1899-12-31"
    for ordinal in day.ordinal...(day.ordinal + 146_097) {
      #expect(day.ordinal == ordinal)
      let rebuilt = try #require(Day(year: day.year, month: day.month, day: day.day))
      #expect(rebuilt == day)
      let next = day.adding(days: 1)
      let isNextDay = next.month == day.month && next.day == day.day + 1
      #expect(isNextDay || next.day == 1)
      day = next
    }
    #expect(day == "2300-01-01")
  }

  @Test func `days are counted and ordered`() {
    #expect(monday.adding(days: 7) == nextMonday)
    #expect(monday.days(until: nextMonday) == 7)
    #expect(nextMonday.days(until: monday) == -7)
    #expect(Day("2024-02-28").adding(days: 2) == "2024-03-01")
    #expect(monday < tuesday)
    #expect(!(monday < monday))
  }

  @Test func `the calendar ends and does not overflow`() {
    #expect(Day.last.adding(days: 1) == .last)
    #expect(Day.first.adding(days: -1) == .first)
    #expect(monday.adding(days: .max) == .last)
    #expect(Day.first.adding(days: .min) == .first)
    #expect(Day(ordinal: .max) == nil)
  }

  @Test func `a day is kept as its text`() throws {
    let json = try JSONEncoder().encode([monday])
    #expect(String(decoding: json, as: UTF8.self) == #"["2026-03-02"]"#)
    #expect(try JSONDecoder().decode([Day].self, from: json) == [monday])
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode([Day].self, from: Data(#"["2026-02-30"]"#.utf8))
    }
  }

  @Test func `a period runs forward and holds both its ends`() throws {
    let period = try #require(Period(from: monday, to: wednesday))
    #expect(period.contains(monday))
    #expect(period.contains(wednesday))
    #expect(!period.contains(sunday))
    #expect(Period(from: tuesday, to: monday) == nil)
  }
}
