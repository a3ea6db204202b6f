import Domain
import Foundation
import Testing

struct TimeOfDayTests {
  @Test(arguments: [("00:00", 0), ("08:30", 510), ("23:59", 1439)])
  func `a time is kept as a clock shows it`(text: String, minutes: Int) throws {
    let time = try #require(TimeOfDay(text))
    #expect(time.minutes == minutes)
    #expect(time.description == text)
    let json = try JSONEncoder().encode([time])
    #expect(String(decoding: json, as: UTF8.self) == "[\"\(text)\"]")
    #expect(try JSONDecoder().decode([TimeOfDay].self, from: json) == [time])
  }

  @Test(arguments: [
    "24:00", "08:60", "8:30", "08.30", "08:3", "08:300", "", "٠٨:٣٠", "-1:30", " 8:30",
  ])
  func `what no clock shows is no time`(text: String) {
    #expect(TimeOfDay(text) == nil)
  }

  @Test func `times are ordered`() throws {
    let (early, late) = try (
      #require(TimeOfDay(hour: 8, minute: 30)), #require(TimeOfDay(hour: 14, minute: 0))
    )
    #expect(TimeOfDay.midnight < early && early < late)
    #expect(TimeOfDay(hour: -1, minute: 0) == nil)
    #expect(TimeOfDay(hour: 0, minute: -1) == nil)
  }
}
