/// The shape and the tests of Dutch VAT identification numbers (btw-identificatienummer): `NL`, nine digits, `B`, two digits.
enum VATIdentification {
  static let prefix = Array("NL".utf8)

  /// Whether `bytes`, capitals and digits alone, have that shape.
  static func isShaped(_ bytes: [UInt8]) -> Bool {
    guard bytes.count == 14, bytes.starts(with: prefix), bytes[11] == UInt8(ascii: "B") else {
      return false
    }
    return (bytes[2..<11] + bytes[12...]).allSatisfy(CheckDigits.isDigit)
      && !bytes[12...].elementsEqual("00".utf8)
  }

  /// Whether one with that shape passes the test of its kind: what was given to legal entities holds their RSIN and passes
  /// the eleven-test; what sole traders have since 2020 passes that of remainder 1 after division by 97 (ISO 7064), with
  /// each letter as its number, A being 10.
  static func passesTest(_ bytes: [UInt8]) -> Bool {
    CheckDigits.passElevenTest(bytes[2..<11]) || remainder(of: bytes) == 1
  }

  private static func remainder(of bytes: [UInt8]) -> Int {
    bytes.reduce(0) { rest, byte in
      guard !CheckDigits.isDigit(byte) else { return (rest * 10 + CheckDigits.value(byte)) % 97 }
      return (rest * 100 + Int(byte) - Int(UInt8(ascii: "A")) + 10) % 97
    }
  }
}
