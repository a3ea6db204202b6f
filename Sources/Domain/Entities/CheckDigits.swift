/// The tests by which a slip of the pen in a number shows.
enum CheckDigits {
  /// Whether nine digits pass the eleven-test (elfproef) of RSIN and citizen service number: nine times the first, eight
  /// times the second and so on to twice the eighth, less the ninth, makes a multiple of eleven.
  static func passElevenTest(_ digits: some Collection<UInt8>) -> Bool {
    guard digits.count == 9 else { return false }
    let weights = [9, 8, 7, 6, 5, 4, 3, 2, -1]
    return zip(weights, digits).reduce(0) { $0 + $1.0 * value($1.1) }.isMultiple(of: 11)
  }

  /// The last digit that the first six of an IMO ship number ask for: the last of seven times the first, six times the
  /// second and so on to twice the sixth (IMO resolution A.1117(30)).
  static func ofShip(_ digits: some Collection<UInt8>) -> Int {
    zip([7, 6, 5, 4, 3, 2], digits).reduce(0) { $0 + $1.0 * value($1.1) } % 10
  }

  static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  static func value(_ digit: UInt8) -> Int { Int(digit) - Int(UInt8(ascii: "0")) }
}
