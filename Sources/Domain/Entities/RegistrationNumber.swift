/// The number under which a register knows a supervised party or place, without blanks, dots or hyphens.
///
/// A citizen service number (BSN) is none of these and is never kept. Decoding trusts the log.
public struct RegistrationNumber: Hashable, Codable, Sendable {
  /// Which register gave it.
  public enum Register: String, CaseIterable, Codable, Sendable {
    /// The trade register (Handelsregister): eight digits, of which none is a public check digit.
    case kvk
    /// Legal entities and partnerships (RSIN): nine digits that pass the eleven-test.
    case rsin
    /// Who pays turnover tax (btw-identificatienummer): `NL`, nine digits, `B` and two digits, which pass a test.
    case vat
    /// An establishment in the trade register (vestigingsnummer): twelve digits without a public check digit.
    case establishment
    /// A sea ship (IMO ship number): seven digits, the last of which checks the others.
    case imo
    /// An inland ship (European vessel identification number): eight digits without a check digit.
    case eni
    /// A ship's radio (maritime mobile service identity): nine digits, the first from 2 to 7 (ITU-R M.585).
    case mmsi
    /// A Dutch number plate: six letters and digits in one of the orders that RDW gives out.
    case plate
  }

  /// Why something written is not a number of that register.
  public enum Problem: Error, Hashable, Sendable {
    /// Something else than digits stands in it.
    case notDigits
    /// The register's numbers have so many digits.
    case length(Int)
    /// It is nothing but zeros.
    case zeros
    /// It fails the eleven-test (elfproef).
    case elevenTest
    /// By the six digits before it, the last digit is to be another.
    case checkDigit(expected: Int)
    /// It does not begin as the identity of a ship does.
    case shipStation
    /// Its letters and digits stand in no order that number plates have.
    case plate
    /// It is not `NL`, nine digits, `B` and two digits.
    case vatShape
    /// It fails both tests that VAT identification numbers have.
    case vatTest
  }

  public let register: Register
  public let number: String

  /// Reads what a person wrote, with blanks, dots and hyphens, or `IMO` before a ship number.
  public init(_ register: Register, written text: String) throws(Problem) {
    let bytes = register.bare(text)
    try register.check(bytes)
    self.register = register
    number = String(decoding: bytes, as: UTF8.self)
  }

  /// As people write it: a plate in its three parts, anything else as it is.
  public var written: String {
    switch register {
    case .plate: NumberPlate.written(number)
    case .kvk, .rsin, .vat, .establishment, .imo, .eni, .mmsi: number
    }
  }
}

extension RegistrationNumber.Register {
  /// What people write around a number, taken away; letters as capitals.
  fileprivate func bare(_ text: String) -> [UInt8] {
    let bytes = text.utf8.filter { !" .-\t".utf8.contains($0) }.map(\.capital)
    switch self {
    case .imo: return bytes.starts(with: "IMO".utf8) ? Array(bytes.dropFirst(3)) : bytes
    case .vat:
      return bytes.first.map(CheckDigits.isDigit) == true ? VATIdentification.prefix + bytes : bytes
    case .kvk, .rsin, .establishment, .eni, .mmsi, .plate: return bytes
    }
  }

  fileprivate func check(_ bytes: [UInt8]) throws(RegistrationNumber.Problem) {
    switch self {
    case .kvk, .eni: try checkDigits(bytes, count: 8)
    case .establishment: try checkDigits(bytes, count: 12)
    case .rsin:
      try checkDigits(bytes, count: 9)
      guard CheckDigits.passElevenTest(bytes) else { throw .elevenTest }
    case .vat:
      guard VATIdentification.isShaped(bytes) else { throw .vatShape }
      guard bytes.dropFirst(2).prefix(9).contains(where: { $0 != UInt8(ascii: "0") }) else {
        throw .zeros
      }
      guard VATIdentification.passesTest(bytes) else { throw .vatTest }
    case .imo:
      try checkDigits(bytes, count: 7)
      let expected = CheckDigits.ofShip(bytes.prefix(6))
      guard CheckDigits.value(bytes[6]) == expected else { throw .checkDigit(expected: expected) }
    case .mmsi:
      try checkDigits(bytes, count: 9)
      guard (2...7).contains(CheckDigits.value(bytes[0])) else { throw .shipStation }
    case .plate: guard NumberPlate.isOne(bytes) else { throw .plate }
    }
  }

  private func checkDigits(
    _ bytes: [UInt8], count: Int
  ) throws(RegistrationNumber.Problem) {
    guard bytes.allSatisfy(CheckDigits.isDigit) else { throw .notDigits }
    guard bytes.count == count else { throw .length(count) }
    guard bytes.contains(where: { $0 != UInt8(ascii: "0") }) else { throw .zeros }
  }
}
