import Domain
import Foundation
import TestCast
import Testing

struct NumberTests {
  @Test(arguments: [
    ("1.234,56", "1234.56"), ("1234.56", "1234.56"), ("1,234.56", "1234.56"), ("0,5", "0.5"),
    ("12,50", "12.5"), ("1.234", "1234"), ("1.234.567", "1234567"), ("0.123", "0.123"),
    ("1.5", "1.5"), ("-3", "-3"), (" 65 ", "65"), ("1,234,567", "1234567"), ("007", "7"),
    ("1,234", "1.234"), ("-0", "0"), ("1.234,5", "1234.5"), ("0,000", "0"),
  ])
  func `a number is read as a Dutch writer means it`(written: String, meant: String) {
    #expect(Quantity(written: written)?.description == meant)
  }

  @Test func `only one form depends on the language`() {
    #expect(Quantity(written: "1,234", decimalMark: .point) == "1234")
    #expect(Quantity(written: "1.234", decimalMark: .point) == "1.234")
    #expect(Quantity(written: "1.234,5", decimalMark: .point) == "1234.5")
  }

  @Test(arguments: [
    "", "-", ",", ".", "1,", ",5", "1..2", "1,2,3", "12.34,56", "1.2345,6", "1e3", "0x1", "1 000",
    "--1", "1-", "½", "٣", "1\u{0}", "1,234,5.6", "NaN", "1234567890123456789", "0,0000000001",
    "1.234,567,890",
  ])
  func `what is no number is refused`(written: String) {
    #expect(Quantity(written: written) == nil)
  }

  @Test(arguments: ["", "-", "1.", ".5", "1,5", "1.2.3", "+1", " 1"])
  func `the log's form is strict`(text: String) {
    #expect(Quantity(text) == nil)
  }

  @Test func `numbers compare by what they are worth`() {
    #expect(Quantity("12.50") == "12.5")
    #expect(Quantity("2") < "10")
    #expect(Quantity("0.000000001") < "999999999999999999")
    #expect(Quantity("-1") < "-0.5")
    #expect(Quantity(mantissa: 999_999_999_999_999_999) != nil)
    #expect(Quantity(mantissa: 1_000_000_000_000_000_000) == nil)
    #expect(Quantity(mantissa: .min) == nil)
    #expect(Quantity("-0.05").description == "-0.05")
  }

  @Test func `a number is kept as text and read from a number too`() throws {
    let json = try JSONEncoder().encode([Quantity("12.5")])
    #expect(String(decoding: json, as: UTF8.self) == #"["12.5"]"#)
    let read = try JSONDecoder().decode([Quantity].self, from: Data(#"["12.5",65,0.1]"#.utf8))
    #expect(read == ["12.5", "65", "0.1"])
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode([Quantity].self, from: Data(#"["1,5"]"#.utf8))
    }
  }

  @Test func `money is whole cents`() throws {
    #expect(Euro(Quantity("1234.5"))?.cents == 123_450)
    #expect(Euro(Quantity("1234.56"))?.cents == 123_456)
    #expect(Euro(Quantity("7"))?.cents == 700)
    #expect(Euro(Quantity("0.001")) == nil)
    #expect(Euro(Quantity("999999999999999999")) == nil)
    #expect(Euro(cents: .max) == nil)
    #expect(
      String(decoding: try JSONEncoder().encode([Euro(integerLiteral: 22)]), as: UTF8.self)
        == "[2200]")
  }

  @Test func `a margin has its low end below its high end`() throws {
    #expect(Margin(low: 5, high: 4) == nil)
    #expect(try #require(Margin(low: 4, high: 4)).isSingle)
    #expect(!(try #require(Margin(low: 4, high: 5)).isSingle))
  }

  @Test(arguments: [(1899, false), (1900, true), (2200, true), (2201, false)])
  func `a year has bounds`(year: Int, isYear: Bool) {
    #expect((Year(rawValue: year) != nil) == isYear)
  }

  @Test(arguments: [(-1, false), (0, true), (1_000_000, true), (1_000_001, false)])
  func `hours have bounds`(hours: Int, areHours: Bool) {
    #expect((Programme.Hours(rawValue: hours) != nil) == areHours)
  }
}
