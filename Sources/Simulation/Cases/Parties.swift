import Domain
import EventSourcing

/// The parties and places that the simulated inspectorate supervises.
///
/// None is kept: each is made anew from its number whenever it is asked for, so that there may be any number of them.
struct Parties {
  private let seed: UInt64
  /// How many are registered.
  private var count = 0

  init(seed: UInt64) { self.seed = seed }

  /// One that is registered, more often an old one than a new one; nil while there is none.
  func known(_ chance: inout Chance) -> Party? {
    guard count > 0 else { return nil }
    return Party(min(chance.below(count), chance.below(count)), seed: seed)
  }

  /// The next one, which is to be registered.
  mutating func new() -> Party {
    count += 1
    return Party(count - 1, seed: seed)
  }
}

/// A party or place, as its number makes it.
struct Party {
  let id: EntityID
  let kind: SupervisedEntity.Kind
  let particulars: SupervisedEntity.Particulars
  let town: String

  init(_ number: Int, seed: UInt64) {
    var chance = Chance(seed: seed, size: number, name: "party")
    let milliseconds = UInt64(World.firstDay.ordinal) * 86_400_000 + UInt64(number)
    id = EntityID(Identity(milliseconds: milliseconds, using: &chance))
    kind = chance.weighed([
      (72, .organisation), (12, .site), (6, .ship), (4, .vehicle), (4, .person), (2, .location),
    ])
    town = chance.one(of: PartyNames.towns)
    let name = PartyNames.name(of: kind, in: town, &chance)
    let numbers = Self.numbers(of: kind, number, offset: Int(seed % 1_000_000))
    particulars = SupervisedEntity.Particulars(
      name: Line(recorded: name), numbers: numbers,
      sector: kind == .organisation ? Line(recorded: chance.one(of: PartyNames.sectors)) : nil,
      address: Self.address(of: kind, in: town, &chance))
  }

  /// A step by which one number leads to each of ten million others before it comes back.
  private static func digits(_ number: Int, offset: Int) -> String {
    let mixed = (number * 7_368_787 + offset) % 10_000_000
    let digits = String(mixed)
    return String(repeating: "0", count: 7 - digits.utf8.count) + digits
  }

  private static func numbers(
    of kind: SupervisedEntity.Kind, _ number: Int, offset: Int
  ) -> [RegistrationNumber] {
    let digits = digits(number, offset: offset)
    let written: (RegistrationNumber.Register, String)? =
      switch kind {
      case .organisation: (.kvk, "1\(digits)")
      case .site: (.establishment, "00001\(digits)")
      case .ship: (.eni, "2\(digits)")
      case .person, .location, .vehicle: nil
      }
    return written.flatMap { try? [RegistrationNumber($0.0, written: $0.1)] } ?? []
  }

  private static func address(
    of kind: SupervisedEntity.Kind, in town: String, _ chance: inout Chance
  ) -> Address? {
    switch kind {
    case .organisation, .site: break
    case .person, .location, .ship, .vehicle: return nil
    }
    guard let postcode = Postcode("\(chance.of(1000...9999)) \(chance.one(of: PartyNames.letters))")
    else { return nil }
    return .dutch(
      street: Line(recorded: chance.one(of: PartyNames.streets)),
      houseNumber: Line(recorded: String(chance.of(1...240))), postcode: postcode,
      town: Line(recorded: town))
  }
}
