import Domain
import TestCast

/// A firm that carries waste, its ship, and the same firm registered once more.
enum Carrier {
  static let id: EntityID = 1
  static let twin: EntityID = 2
  static let ship: EntityID = 3

  static let kvk = number(.kvk, "12345678")
  static let rsin = number(.rsin, "123456782")

  static let particulars = SupervisedEntity.Particulars(
    name: "Tuimelaar BV", numbers: [kvk], sector: "Afval", chainRole: "vervoerder",
    address: .dutch(
      street: "Dijk", houseNumber: "1 bis", postcode: postcode("1234 AB"), town: "Zomerhaven"),
    coordinates: coordinates("52.0705, 4.3007"), notes: "Rijdt 's nachts")
  static let moved = SupervisedEntity.Particulars(
    name: "Tuimelaar Groep BV", numbers: [rsin],
    address: .foreign(lines: ["Straße 1", "10115 Berlin"], country: "Duitsland"))

  static let registered = SupervisedEntity.Event.registered(
    kind: .organisation, particulars: particulars, on: monday)
  static let alias = SupervisedEntity.Alias("De Dolfijn", note: "handelsnaam")
  static let operates = SupervisedEntity.Relation(.operates, ship)
  static let merged = SupervisedEntity.Event.merged(
    into: twin, reason: "Zelfde adres", on: tuesday)
  static let visit = SupervisedEntity.AgencyVisit(by: "Politie", on: monday)

  static func number(
    _ register: RegistrationNumber.Register, _ written: String
  ) -> RegistrationNumber {
    guard let number = try? RegistrationNumber(register, written: written) else {
      preconditionFailure("\(written) is no \(register)")
    }
    return number
  }

  static func coordinates(_ written: String) -> Coordinates {
    guard let coordinates = try? Coordinates(written: written) else {
      preconditionFailure("\(written) is no point on earth")
    }
    return coordinates
  }

  static func postcode(_ written: String) -> Postcode {
    guard let postcode = Postcode(written) else { preconditionFailure("\(written) is none") }
    return postcode
  }
}
