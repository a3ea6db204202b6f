extension SupervisedEntity {
  /// What kind of party or place it is.
  public enum Kind: String, CaseIterable, Codable, Sendable {
    /// A company, an authority or any other legal person or partnership.
    case organisation
    /// A natural person.
    case person
    /// A place that nobody runs, such as a road, a stretch of water or a meadow.
    case location
    case ship
    case vehicle
    /// A place where somebody does something, such as a yard, a depot or a plant.
    case site

    /// The registers that may know one of this kind, in the order in which a form asks for them; of a person, none.
    public var registers: [RegistrationNumber.Register] {
      switch self {
      case .organisation: [.kvk, .rsin, .vat]
      case .person, .location: []
      case .ship: [.imo, .eni, .mmsi]
      case .vehicle: [.plate]
      case .site: [.establishment]
      }
    }
  }

  /// What is known of it, all of which may change.
  public struct Particulars: Hashable, Codable, Sendable {
    public let name: Line
    /// At most one of each register.
    public let numbers: [RegistrationNumber]
    /// The trade that it is in.
    public let sector: Line?
    /// What it does in the chain of its trade, such as producing, carrying or commissioning.
    public let chainRole: Line?
    public let address: Address?
    public let coordinates: Coordinates?
    public let notes: Prose?

    public init(
      name: Line, numbers: [RegistrationNumber] = [], sector: Line? = nil,
      chainRole: Line? = nil, address: Address? = nil, coordinates: Coordinates? = nil,
      notes: Prose? = nil
    ) {
      self.name = name
      self.numbers = numbers
      self.sector = sector
      self.chainRole = chainRole
      self.address = address
      self.coordinates = coordinates
      self.notes = notes
    }
  }

  /// Another name that it goes by.
  public struct Alias: Hashable, Codable, Sendable {
    public let name: Line
    /// What there is to say about that name, such as who uses it.
    public let note: Line?

    public init(_ name: Line, note: Line? = nil) {
      self.name = name
      self.note = note
    }
  }

  /// That another agency was there; never what it found.
  public struct AgencyVisit: Hashable, Codable, Sendable {
    public let agency: Line
    public let visitedOn: Day

    public init(by agency: Line, on day: Day) {
      self.agency = agency
      visitedOn = day
    }
  }
}

extension SupervisedEntity.Particulars {
  func check(for kind: SupervisedEntity.Kind) throws(SupervisedEntity.Refusal) {
    var seen: [RegistrationNumber.Register] = []
    for register in numbers.map(\.register) {
      guard kind.registers.contains(register) else { throw .numberOfAnotherKind(register) }
      guard !seen.contains(register) else { throw .secondNumber(register) }
      seen.append(register)
    }
  }
}
