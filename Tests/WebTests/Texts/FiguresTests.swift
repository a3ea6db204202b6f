import Domain
import Foundation
import HTTPTypes
import Testing

@testable import Web

private func euro(_ whole: Int) throws -> Euro { try #require(Euro(cents: whole * 100)) }

private func margin(_ low: Int, _ high: Int) throws -> Margin {
  try #require(Margin(low: try euro(low), high: try euro(high)))
}

@Test func `a day is written in full in the reader's language`() throws {
  let day = try #require(Day("2026-03-31"))
  #expect(try Reader.example().day(day) == "31 maart 2026")
  #expect(try Reader.example(.english).day(day) == "31 March 2026")
  #expect(
    try Reader.example().time(day).text == "<time datetime=\"2026-03-31\">31 maart 2026</time>")
}

@Test func `a moment is written by the clock of the Netherlands, in summer and in winter`() throws {
  let reader = try Reader.example()
  #expect(reader.moment(Date(timeIntervalSince1970: 1_774_958_700)) == "31 maart 2026 om 14:05")
  #expect(reader.moment(Date(timeIntervalSince1970: 1_767_225_600)) == "1 januari 2026 om 01:00")
}

@Test func `the day changes at midnight in the Netherlands`() throws {
  let zone = Reader.netherlands
  #expect(Day(Date(timeIntervalSince1970: 1_767_221_999), in: zone) == Day("2025-12-31"))
  #expect(Day(Date(timeIntervalSince1970: 1_767_222_000), in: zone) == Day("2026-01-01"))
  #expect(Day(Date(timeIntervalSince1970: -1), in: .gmt) == Day("1969-12-31"))
}

@Test func `a number has the marks of its language`() throws {
  let number = try #require(Quantity("1234.50"))
  #expect(try Reader.example().number(number) == "1.234,5")
  #expect(try Reader.example(.english).number(number) == "1,234.5")
  #expect(try Reader.example().number(1_234_567) == "1.234.567")
  #expect(try Reader.example().percent(0.256) == "25,6%")
}

@Test(arguments: Language.allCases)
func `days and numbers are written as the system writes them`(_ language: Language) throws {
  let reader = try Reader.example(language)
  let style = Date.FormatStyle(
    locale: language.locale, calendar: Calendar(identifier: .gregorian), timeZone: .gmt
  ).day().year()
  for ordinal in stride(from: -7_000, to: 40_000, by: 17) {
    let day = try #require(Day(ordinal: ordinal))
    let date = Date(timeIntervalSince1970: Double(ordinal) * 86_400)
    #expect(reader.day(day) == date.formatted(style.month(.wide)))
    #expect(reader.shortDay(day) == date.formatted(style.month(.abbreviated)))
  }
  for value in [0, 7, 999, 1000, -1, -999, -1234, 1_234_567, Int.max, Int.min] {
    #expect(reader.number(value) == value.formatted(.number.locale(language.locale)))
  }
  for text in ["0", "0.5", "-0.05", "12.25", "999.999", "-1234.5", "123456789012345678"] {
    let quantity = try #require(Quantity(text))
    let decimal = try #require(Decimal(string: text))
    let style = Decimal.FormatStyle(locale: language.locale)
      .precision(.fractionLength(quantity.scale...quantity.scale))
    #expect(reader.number(quantity) == decimal.formatted(style))
  }
}

@Test func `an amount is rounded from a million up, with its word`() throws {
  let reader = try Reader.example()
  #expect(reader.euros(try euro(1234)) == "1.234 euro")
  #expect(reader.euros(try #require(Euro(cents: 1250))) == "12,50 euro")
  #expect(reader.euros(try euro(2_512_345)) == "2,51 miljoen euro")
  #expect(reader.euros(try euro(2_500_000_000)) == "2,5 miljard euro")
  #expect(reader.euros(try euro(999_999_999)) == "1 miljard euro")
  #expect(try Reader.example(.english).euros(try euro(2_500_000)) == "2.5 million euros")
}

@Test func `a margin names its unit once when it can`() throws {
  let reader = try Reader.example()
  #expect(reader.euros(try margin(2_000_000_000, 2_500_000_000)) == "2 tot 2,5 miljard euro")
  #expect(
    reader.euros(try margin(500_000_000, 1_200_000_000))
      == "500 miljoen euro tot 1,2 miljard euro")
  #expect(reader.euros(try margin(0, 3_000_000)) == "0 tot 3 miljoen euro")
  #expect(reader.euros(try margin(2_000_000, 2_000_000)) == "2 miljoen euro")
}
