import Domain
import Testing

@testable import Web

/// Friday 27 November 2026, a quarter past four.
private let today = Day("2026-11-27") ?? .first
private let now = TimeOfDay(hour: 16, minute: 15) ?? .midnight

private func read(_ text: String, on day: Day = today) -> String? {
  LooseMoment(written: text, today: day, now: now).map { moment in
    moment.time.map { "\(moment.day) \($0)" } ?? moment.day.description
  }
}

struct LooseMomentTests {
  @Test(arguments: [
    ("22112026 0830", "2026-11-22 08:30"), ("22112026", "2026-11-22"),
    ("20261122 0830", "2026-11-22 08:30"), ("2211 0830", "2026-11-22 08:30"),
    ("2211 2026", "2026-11-22"), ("2211 8u30", "2026-11-22 08:30"),
    ("22-11 8.30", "2026-11-22 08:30"), ("22-11-2026 8:30", "2026-11-22 08:30"),
    ("22/11", "2026-11-22"), ("22.11 8", nil), ("22-11-2026, 8 uur", "2026-11-22 08:00"),
    ("2026-11-22T08:30", "2026-11-22 08:30"), ("2026-11-22", "2026-11-22"),
    ("22-11 2025", "2025-11-22"), ("22 11 0830", "2026-11-22 08:30"),
  ])
  func `days and times are read from numbers`(text: String, moment: String?) {
    #expect(read(text) == moment)
  }

  @Test(arguments: [
    ("22 nov", "2026-11-22"), ("22 nov.", "2026-11-22"), ("22 november 2025", "2025-11-22"),
    ("22 nov 8u30", "2026-11-22 08:30"), ("22 nov 8:30 uur", "2026-11-22 08:30"),
    ("22 nov 2025 1430", "2025-11-22 14:30"), ("22nov", "2026-11-22"),
    ("22-nov 10 uur", "2026-11-22 10:00"),
    ("Nov 22", "2026-11-22"), ("22 Nov at 8.30 am", "2026-11-22 08:30"),
    ("22 nov om 8u", "2026-11-22 08:00"), ("ZO 22 NOV 0830", "2026-11-22 08:30"),
    ("sunday 22 november", "2026-11-22"), ("maandag 22 november", nil),
    ("op zondag 22-11-2026 om 8.30", "2026-11-22 08:30"), ("22 mei 10 uur", "2026-05-22 10:00"),
  ])
  func `months are read by their names`(text: String, moment: String?) {
    #expect(read(text) == moment)
  }

  @Test(arguments: [
    ("nu", "2026-11-27 16:15"), ("Now", "2026-11-27 16:15"), ("nu 8:30", nil),
    ("vandaag", "2026-11-27"), ("vandaag 14:00", "2026-11-27 14:00"),
    ("today 2 pm", "2026-11-27 14:00"), ("gisteren", "2026-11-26"),
    ("gisteren 2015", "2026-11-26 20:15"), ("yesterday 9h15", "2026-11-26 09:15"),
    ("eergisteren 0830", "2026-11-25 08:30"), ("morgen 9 uur", "2026-11-28 09:00"),
    ("tomorrow", "2026-11-28"), ("14:00", "2026-11-27 14:00"), ("8 uur", "2026-11-27 08:00"),
  ])
  func `days are read by how near they are`(text: String, moment: String?) {
    #expect(read(text) == moment)
  }

  @Test(arguments: [
    ("vrijdag", "2026-11-27"), ("maandag", "2026-11-23"), ("za", "2026-11-21"),
    ("Monday 8.30", "2026-11-23 08:30"), ("don 0830", "2026-11-26 08:30"),
    ("vorige vrijdag", "2026-11-20"), ("afgelopen maandag", "2026-11-23"),
    ("last friday", "2026-11-20"), ("vorige week dinsdag", "2026-11-17"),
    ("vorige week dinsdag 8u30", "2026-11-17 08:30"), ("tuesday last week", "2026-11-17"),
    ("last week sunday", "2026-11-22"), ("dinsdag vorige week", "2026-11-17"),
    ("vorige week", nil), ("m", nil), ("mo", nil), ("maandag dinsdag", nil),
  ])
  func `weekdays are the last ones, today included`(text: String, moment: String?) {
    #expect(read(text) == moment)
  }

  @Test(arguments: [
    ("28-11", "2026-11-27", "2025-11-28"), ("27-11", "2026-11-27", "2026-11-27"),
    ("31 dec", "2027-01-01", "2026-12-31"), ("29-2", "2026-11-27", "2024-02-29"),
    ("29 feb", "1903-06-01", "1896-02-29"), ("1-1", "2026-01-01", "2026-01-01"),
    ("1 jan", "0001-01-01", "0001-01-01"),
  ])
  func `without a year it is the last such day`(
    text: String, today: String, moment: String
  ) throws {
    let today = try #require(Day(today))
    #expect(read(text, on: today) == moment)
  }

  @Test func `four digits behind a day are a year when it is a likely one`() {
    #expect(read("22 nov 2015") == "2015-11-22")
    #expect(read("22 nov 2001") == "2001-11-22")
    #expect(read("22 nov 2000") == "2026-11-22 20:00")
    #expect(read("22 nov 2027") == "2027-11-22")
    #expect(read("22 nov 2028") == "2026-11-22 20:28")
    #expect(read("22 nov 1945") == "2026-11-22 19:45")
    #expect(read("22 nov 1430") == "2026-11-22 14:30")
    #expect(read("22 nov 2045") == "2026-11-22 20:45")
    #expect(read("22 nov 1965") == "1965-11-22")
    #expect(read("22-11-1930") == "1930-11-22")
  }

  @Test(arguments: [
    ("0:00", "00:00"), ("23.59", "23:59"), ("830", "08:30"), ("0830u", "08:30"),
    ("12 am", "00:00"), ("12 pm", "12:00"), ("12:30 AM", "00:30"), ("8 u 30", "08:30"),
    ("8h", "08:00"), ("11.05pm", "23:05"),
  ])
  func `a time is read however it is written`(text: String, time: String) {
    #expect(read("gisteren " + text) == "2026-11-26 " + time)
  }

  @Test(arguments: [
    "24:00", "8:60", "8:3", "8:300", "13 pm", "0 am", "8", "1 8:30", "8:30:00", "8..30", "8u 3",
    "25 uur", "-8:30", "8:30 uur am", "am", "uur", ":30", "99999", "8:30 8:30",
  ])
  func `what no clock shows is no time`(text: String) {
    #expect(read("gisteren " + text) == nil)
  }

  @Test(arguments: [
    "", " ", ",", "x", "22", "2211", "0830", "221126", "22-11-26", "22 nov 26", "31-11", "32-1",
    "30 feb", "0-0", "22-13", "22 n", "22 2 2 2026", "00000000", "99999999", "22111026",
    "٢٢-١١-٢٠٢٦", "22-1\u{301}1", "22\u{200B}11\u{200B}2026 0830", "gisteren\u{0}",
    "gistere\u{301}n",
    "22-11\u{202E}2026", "💥", "om", "om om om", "22 nov -0830", "+22-11-2026", "2e1-11-2026",
    "999999999999999999999999", "22-11-99999999999999999999", "maandag maandag 22-11",
    String(repeating: "22 ", count: 100_000), String(repeating: "\u{301}", count: 61),
  ])
  func `nonsense is no moment`(text: String) {
    #expect(read(text) == nil)
  }

  @Test func `space of any kind may stand between`() {
    #expect(read("  22\u{A0}nov \t 8u30\r\n") == "2026-11-22 08:30")
  }
}
