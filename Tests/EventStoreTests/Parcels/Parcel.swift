import EventSourcing

/// The small world of these tests: parcels that come to depots, move between them and get lost.
enum Parcel: Codable, Equatable, Sendable {
  case received(depot: String, weight: Int)
  case moved(from: String, to: String, weight: Int)
  case lost(depot: String, weight: Int)
  /// Changes no row.
  case inspected

  static let category = "parcel"

  static func codec() throws -> EventCodec<Parcel> { try EventCodec(category: category) }

  static func decode(_ stored: Recorded<StoredEvent>) throws -> Recorded<Parcel> {
    let codec = try codec()
    return try stored.map(codec.decode)
  }
}

/// Where a parcel is, is nobody's business: it goes to the log as personal data do.
extension Parcel: Classified {
  var fieldClasses: FieldClasses {
    switch self {
    case .received, .lost: ["depot": .text, "weight": .impersonal]
    case .moved: ["from": .text, "to": .text, "weight": .impersonal]
    case .inspected: [:]
    }
  }
}

/// A generator whose numbers follow from its seed (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// A random but possible history of some parcels, command by command.
struct ParcelTraffic {
  private struct Whereabouts {
    var version = 0
    var depot: String?
    var weight = 0
  }

  private static let depots = ["noord", "oost", "zuid", "west"]
  private var generator: SeededGenerator
  private var parcels: [(identity: Identity, whereabouts: Whereabouts)]

  init(seed: UInt64, parcels count: Int = 12) {
    var generator = SeededGenerator(seed: seed)
    parcels = (0..<count).map { _ in
      (Identity(milliseconds: 1, using: &generator), Whereabouts())
    }
    self.generator = generator
  }

  /// The next command: one to three events of one parcel.
  mutating func next() throws -> Appending {
    let index = Int.random(in: parcels.indices, using: &generator)
    let expected = parcels[index].whereabouts.version
    let count = Int.random(in: 1...3, using: &generator)
    let events = try (0..<count).map { _ in try Parcel.codec().encode(happening(to: index)) }
    parcels[index].whereabouts.version += count
    let envelope = Envelope(
      command: Identity(milliseconds: 2, using: &generator), actor: "amina")
    let stream = StreamName(Parcel.category, parcels[index].identity)
    return Appending(envelope, slices: [.init(to: stream, expecting: expected, events)])
  }

  private mutating func happening(to index: Int) -> Parcel {
    let now = parcels[index].whereabouts
    let elsewhere = Self.depots[Int.random(in: 0..<4, using: &generator)]
    guard let depot = now.depot else {
      let weight = Int.random(in: 1...99, using: &generator)
      parcels[index].whereabouts.depot = elsewhere
      parcels[index].whereabouts.weight = weight
      return .received(depot: elsewhere, weight: weight)
    }
    switch Int.random(in: 0..<6, using: &generator) {
    case 0:
      parcels[index].whereabouts.depot = nil
      return .lost(depot: depot, weight: now.weight)
    case 1: return .inspected
    case _:
      parcels[index].whereabouts.depot = elsewhere
      return .moved(from: depot, to: elsewhere, weight: now.weight)
    }
  }
}
