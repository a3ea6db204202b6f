import Domain
import Testing

/// What registers call parties and places, and the slips that show.
struct RegistrationNumberTests {
  private static let right: [(RegistrationNumber.Register, written: String, kept: String)] = [
    (.kvk, "12345678", "12345678"), (.kvk, "1234 5678", "12345678"),
    (.rsin, "123456782", "123456782"), (.rsin, "1234.56.782", "123456782"),
    (.vat, "nl 1234.56.782.b90", "NL123456782B90"), (.vat, "123456782B01", "NL123456782B01"),
    (.vat, "NL000099998B57", "NL000099998B57"), (.vat, "NL123456789B13", "NL123456789B13"),
    (.establishment, "000012345678", "000012345678"),
    (.imo, "9074729", "9074729"), (.imo, "imo 9074729", "9074729"),
    (.eni, "02312345", "02312345"), (.mmsi, "244123456", "244123456"),
    (.plate, "ab-12-cd", "AB12CD"), (.plate, "12abc3", "12ABC3"), (.plate, "X-999-XX", "X999XX"),
  ]

  @Test(arguments: right)
  func `a number is kept without what people write between its digits`(
    register: RegistrationNumber.Register, written: String, kept: String
  ) throws {
    let number = try RegistrationNumber(register, written: written)
    #expect(number.register == register && number.number == kept)
  }

  private static let wrong:
    [(RegistrationNumber.Register, written: String, why: RegistrationNumber.Problem)] = [
      (.kvk, "1234567", .length(8)), (.kvk, "1234567a", .notDigits), (.kvk, "00000000", .zeros),
      (.kvk, "１２３４５６７８", .notDigits),
      (.rsin, "123456783", .elevenTest), (.rsin, "123456728", .elevenTest),
      (.rsin, "12345678", .length(9)), (.rsin, "000000000", .zeros),
      (.vat, "NL123456783B90", .vatTest), (.vat, "NL000099998B58", .vatTest),
      (.vat, "NL000000000B01", .zeros),
      (.vat, "NL123456782B00", .vatShape), (.vat, "NL123456782", .vatShape),
      (.vat, "BE0123456789", .vatShape), (.vat, "NL12345678２B90", .vatShape), (.vat, "", .vatShape),
      (.establishment, "12345678", .length(12)),
      (.imo, "9074728", .checkDigit(expected: 9)), (.imo, "9704729", .checkDigit(expected: 6)),
      (.imo, "907472", .length(7)), (.imo, "0000000", .zeros),
      (.eni, "023123456", .length(8)), (.mmsi, "144123456", .shipStation),
      (.mmsi, "24412345", .length(9)),
      (.plate, "A1B2C3", .plate), (.plate, "123456", .plate), (.plate, "AB-12-CDE", .plate),
      (.plate, "ÄB-12-CD", .plate), (.plate, "", .plate),
    ]

  @Test(arguments: wrong)
  func `a slip of the pen is refused with the test that it failed`(
    register: RegistrationNumber.Register, written: String, why: RegistrationNumber.Problem
  ) {
    #expect(throws: why) { try RegistrationNumber(register, written: written) }
  }

  @Test func `one wrong digit of an RSIN always shows`() {
    let number = Array("123456782".utf8)
    for place in number.indices {
      for digit in UInt8(ascii: "0")...UInt8(ascii: "9") where digit != number[place] {
        var wrong = number
        wrong[place] = digit
        let written = String(decoding: wrong, as: UTF8.self)
        #expect(throws: RegistrationNumber.Problem.elevenTest, "\(written)") {
          try RegistrationNumber(.rsin, written: written)
        }
      }
    }
  }

  @Test func `a plate is written in its parts`() throws {
    for (kept, written) in [
      ("AB1234", "AB-12-34"), ("1234AB", "12-34-AB"), ("12AB34", "12-AB-34"),
      ("AB12CD", "AB-12-CD"), ("ABCD12", "AB-CD-12"), ("12ABCD", "12-AB-CD"),
      ("12ABC3", "12-ABC-3"), ("1ABC23", "1-ABC-23"), ("AB123C", "AB-123-C"),
      ("A123BC", "A-123-BC"), ("ABC12D", "ABC-12-D"), ("A12BCD", "A-12-BCD"),
      ("1AB234", "1-AB-234"), ("123AB4", "123-AB-4"),
    ] {
      #expect(try RegistrationNumber(.plate, written: kept).written == written)
      #expect(try RegistrationNumber(.plate, written: written).number == kept)
    }
  }
}
