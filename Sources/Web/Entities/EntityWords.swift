import Domain
import ReadModels

extension SupervisedEntity.Kind {
  /// What it is, in a word.
  var name: Phrase {
    switch self {
    case .organisation: "entity.kind.organisation"
    case .person: "entity.kind.person"
    case .location: "entity.kind.location"
    case .ship: "entity.kind.ship"
    case .vehicle: "entity.kind.vehicle"
    case .site: "entity.kind.site"
    }
  }

  /// Several of these.
  var plural: Phrase {
    switch self {
    case .organisation: "entity.kind.organisations"
    case .person: "entity.kind.persons"
    case .location: "entity.kind.locations"
    case .ship: "entity.kind.ships"
    case .vehicle: "entity.kind.vehicles"
    case .site: "entity.kind.sites"
    }
  }

  /// What that takes in.
  var meaning: Phrase {
    switch self {
    case .organisation: "entity.kind.organisation-meaning"
    case .person: "entity.kind.person-meaning"
    case .location: "entity.kind.location-meaning"
    case .ship: "entity.kind.ship-meaning"
    case .vehicle: "entity.kind.vehicle-meaning"
    case .site: "entity.kind.site-meaning"
    }
  }
}

extension RegistrationNumber.Register {
  /// What its numbers are called.
  var name: Phrase {
    switch self {
    case .kvk: "entity.register.kvk"
    case .rsin: "entity.register.rsin"
    case .vat: "entity.register.vat"
    case .establishment: "entity.register.establishment"
    case .imo: "entity.register.imo"
    case .eni: "entity.register.eni"
    case .mmsi: "entity.register.mmsi"
    case .plate: "entity.register.plate"
    }
  }

  /// What they look like.
  var shape: Phrase {
    switch self {
    case .kvk: "entity.register.kvk-shape"
    case .rsin: "entity.register.rsin-shape"
    case .vat: "entity.register.vat-shape"
    case .establishment: "entity.register.establishment-shape"
    case .imo: "entity.register.imo-shape"
    case .eni: "entity.register.eni-shape"
    case .mmsi: "entity.register.mmsi-shape"
    case .plate: "entity.register.plate-shape"
    }
  }

  /// The name of the field for it.
  var field: String { "number-\(rawValue)" }
}

extension SupervisedEntity.Relation.Kind {
  /// What the one does or is to the other.
  var name: Phrase {
    switch self {
    case .operates: "entity.relation.operates"
    case .owns: "entity.relation.owns"
    case .worksFor: "entity.relation.works-for"
    case .locatedAt: "entity.relation.located-at"
    case .partOf: "entity.relation.part-of"
    }
  }

  /// The same as seen from the other.
  var seenFromOther: Phrase {
    switch self {
    case .operates: "entity.relation.operated-by"
    case .owns: "entity.relation.owned-by"
    case .worksFor: "entity.relation.employs"
    case .locatedAt: "entity.relation.holds"
    case .partOf: "entity.relation.has-part"
    }
  }
}

extension FoundEntity.Reason {
  /// Why it was found, in a word or two.
  var name: Phrase {
    switch self {
    case .number: "entity.found.number"
    case .name: "entity.found.name"
    case .alias: "entity.found.alias"
    case .resembles: "entity.found.resembles"
    case .sounds: "entity.found.sounds"
    }
  }
}

/// What a party or place is known by, in a line.
enum EntityWords {
  /// Its registration numbers, each with its register.
  static func numbers(_ row: EntityRow, _ reader: Reader) -> HTML {
    HTML(list(row, reader).joined(separator: ", "))
  }

  /// The town, or the country when it lies abroad.
  static func place(_ row: EntityRow) -> String? {
    switch row.particulars.address {
    case .dutch(_, _, _, let town): town.description
    case .foreign(_, let country): country.description
    case nil: nil
    }
  }

  /// Its kind, its numbers and where it is.
  static func line(_ row: EntityRow, _ reader: Reader) -> String {
    let parts = [reader.text(row.kind.name)] + list(row, reader) + [place(row)].compactMap { $0 }
    return parts.joined(separator: " · ")
  }

  /// An address line by line.
  static func lines(_ address: Address) -> [String] {
    switch address {
    case .dutch(let street, let houseNumber, let postcode, let town):
      ["\(street) \(houseNumber)", "\(postcode)  \(town)"]
    case .foreign(let lines, let country): lines.map(\.description) + [country.description]
    }
  }

  private static func list(_ row: EntityRow, _ reader: Reader) -> [String] {
    row.particulars.numbers.map { "\(reader.text($0.register.name)) \($0.written)" }
  }
}
