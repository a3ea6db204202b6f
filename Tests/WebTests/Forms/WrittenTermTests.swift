import Domain
import Testing

@testable import Web

struct WrittenTermTests {
  @Test(arguments: [
    ("2 weken", "2026-02-16"), ("10 werkdagen", "2026-02-16"), ("1 maand", "2026-03-02"),
    ("3 business days", "2026-02-05"), ("2 months", "2026-04-02"), ("1 jaar", "2027-02-02"),
    ("31-3-2026", "2026-03-31"), ("5 dagen", "2026-02-09"),
  ])
  func `a term is written as a day or in words`(text: String, end: String) throws {
    let monday = try #require(Day(year: 2026, month: 2, day: 2))
    #expect(WrittenTerm(written: text)?.end(after: monday).description == end)
  }

  @Test func `a term that a letter or a decision sets is not extended`() throws {
    // Saturday 7 February and a week is Saturday 14 February; Monday 16 February follows.
    let saturday = try #require(Day(year: 2026, month: 2, day: 7))
    let week = try #require(WrittenTerm(written: "1 week"))
    #expect(week.end(after: saturday, setBy: .decision).description == "2026-02-14")
    #expect(week.end(after: saturday, setBy: .law).description == "2026-02-16")
  }

  @Test(arguments: ["", "weken", "0 weken", "-2 weken", "2", "1000 dagen", "2 eeuwen", "2 weken 3"])
  func `what is no term is none`(text: String) {
    #expect(WrittenTerm(written: text) == nil)
  }
}
