import Domain
import Testing

/// Where something is.
struct PlaceTests {
  @Test(arguments: [
    ("52.0705, 4.3007", "52.0705,4.3007"), ("52.0705 4.3007", "52.0705,4.3007"),
    ("52,0705 4,3007", "52.0705,4.3007"), ("52.0705;4.3007", "52.0705,4.3007"),
    ("52.0705,4.3007", "52.0705,4.3007"), ("-12.5, -68", "-12.5,-68"), ("90 180", "90,180"),
    ("52.07049812345678, 4.30069999999999", "52.070498,4.300699"), ("0,0", "0,0"),
  ])
  func `a point on earth is read as people write and paste it`(written: String, kept: String) throws
  {
    #expect(try Coordinates(written: written).description == kept)
  }

  @Test(arguments: [
    ("", Coordinates.Problem.notTwoNumbers), ("52.07", .notTwoNumbers),
    ("52.07, 4.3, 1", .notTwoNumbers), ("N52 E4", .notTwoNumbers), ("52..7 4", .notTwoNumbers),
    ("٥٢ ٤", .notTwoNumbers), ("9999 4", .notTwoNumbers), ("90.000001 0", .latitudeOutOfRange),
    ("-91 0", .latitudeOutOfRange), ("0 180.1", .longitudeOutOfRange),
  ])
  func `what is none is refused with what is wrong`(written: String, why: Coordinates.Problem) {
    #expect(throws: why) { try Coordinates(written: written) }
  }

  @Test func `a postcode has four digits and two letters`() {
    #expect(Postcode("1234ab")?.description == "1234 AB")
    #expect(Postcode(" 1234  AB ")?.description == "1234 AB")
    for none in [
      "0123 AB", "1234 SS", "1234 SA", "1234 SD", "1234 A", "123 ABC", "1234 ÄB", "12345 AB", "",
    ] {
      #expect(Postcode(none) == nil, "\(none)")
    }
  }
}
