import Domain
import Foundation

/// The parties and places of data/entities.yaml.
struct EntityFile: Decodable {
  let registeredOn: Day
  /// What the notes of all of them say.
  let notes: String
  let entities: [Entry]
  let relations: [RelationEntry]
  let visits: [VisitEntry]

  struct Entry: Decodable {
    let key: String
    let kind: SupervisedEntity.Kind
    let name: String
    let numbers: [String: String]?
    let sector: String?
    let chainRole: String?
    let address: AddressEntry?
    let coordinates: String?
    let aliases: [AliasEntry]?
  }

  struct AddressEntry: Decodable {
    let street: String
    let houseNumber: String
    let postcode: String
    let town: String
  }

  struct AliasEntry: Decodable {
    let name: String
    let note: String?
  }

  struct RelationEntry: Decodable {
    let key: String
    let from: String
    let kind: SupervisedEntity.Relation.Kind
    let to: String
  }

  struct VisitEntry: Decodable {
    let key: String
    let entity: String
    let agency: String
    let visitedOn: Day
    let notedOn: Day
  }
}

/// One party or place of the seed data as the commands that bring it about.
struct EntitySeed {
  let id: EntityID
  let steps: [SeedStep<SupervisedEntity>]

  init(_ entry: EntityFile.Entry, in file: EntityFile) throws {
    let prefix = "entity/\(entry.key)"
    id = Self.id(of: entry.key)
    let registering = SeedStep<SupervisedEntity>(
      name: "\(prefix)/registered",
      command: .register(entry.kind, try entry.particulars(in: file), on: file.registeredOn))
    let aliases = try (entry.aliases ?? []).enumerated().map { index, alias in
      let name = "\(prefix)/alias/\(index + 1)"
      return SeedStep<SupervisedEntity>(
        name: name,
        command: .addAlias(
          AliasID(.derived(from: name)),
          SupervisedEntity.Alias(try Line(alias.name), note: try alias.note.map { try Line($0) }),
          on: file.registeredOn))
    }
    steps =
      [registering] + aliases + (try Self.relations(of: entry, in: file))
      + (try Self.visits(to: entry, in: file))
  }

  /// The identity of the entry of that key.
  static func id(of key: String) -> EntityID { EntityID(.derived(from: "entity/\(key)")) }

  private static func relations(
    of entry: EntityFile.Entry, in file: EntityFile
  ) throws -> [SeedStep<SupervisedEntity>] {
    try file.relations.filter { $0.from == entry.key }.map { relation in
      let name = "entity-relation/\(relation.key)"
      guard let other = file.entities.first(where: { $0.key == relation.to }) else {
        throw SeedError.malformed(entry: name, reason: "there is no \(relation.to)")
      }
      return SeedStep<SupervisedEntity>(
        name: name,
        command: .relate(
          RelationID(.derived(from: name)),
          SupervisedEntity.Relation(relation.kind, id(of: other.key)), of: id(of: entry.key),
          otherKind: other.kind, on: file.registeredOn))
    }
  }

  private static func visits(
    to entry: EntityFile.Entry, in file: EntityFile
  ) throws -> [SeedStep<SupervisedEntity>] {
    try file.visits.filter { $0.entity == entry.key }.map { visit in
      let name = "agency-visit/\(visit.key)"
      return SeedStep<SupervisedEntity>(
        name: name,
        command: .noteAgency(
          AgencyVisitID(.derived(from: name)),
          SupervisedEntity.AgencyVisit(by: try Line(visit.agency), on: visit.visitedOn),
          on: visit.notedOn))
    }
  }
}

extension SupervisedEntity.Refusal {
  /// Whether people here have gone on with the party or place, so that it is left as they have it.
  var saysPeopleWereFirst: Bool {
    switch self {
    case .merged, .nameKnown, .relationKnown: true
    case .alreadyRegistered, .notRegistered, .beforeRegistered, .numberOfAnotherKind,
      .secondNumber, .citizenServiceNumber, .identifierInUse, .aliasUnknown, .relatedToItself,
      .relationOfOtherKinds, .relationUnknown, .beforeRelated, .mergedIntoItself,
      .mergedWithOtherKind,
      .notMerged,
      .beforeMerged, .notAbsorbed, .visitToCome, .agencyNoteUnknown:
      false
    }
  }
}

extension EntityFile.Entry {
  fileprivate func particulars(in file: EntityFile) throws -> SupervisedEntity.Particulars {
    SupervisedEntity.Particulars(
      name: try Line(name), numbers: try registrationNumbers,
      sector: try sector.map { try Line($0) }, chainRole: try chainRole.map { try Line($0) },
      address: try address?.address(of: key),
      coordinates: try coordinates.map { try Coordinates(written: $0) },
      notes: try Prose(file.notes))
  }

  private var registrationNumbers: [RegistrationNumber] {
    get throws {
      try RegistrationNumber.Register.allCases.compactMap { register in
        try numbers?[register.rawValue].map { try RegistrationNumber(register, written: $0) }
      }
    }
  }
}

extension EntityFile.AddressEntry {
  fileprivate func address(of key: String) throws -> Address {
    guard let postcode = Postcode(postcode) else {
      throw SeedError.malformed(entry: "entity/\(key)", reason: "\(postcode) is no postcode")
    }
    return .dutch(
      street: try Line(street), houseNumber: try Line(houseNumber), postcode: postcode,
      town: try Line(town))
  }
}
