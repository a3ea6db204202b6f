import Domain
import EventSourcing
import ReadModels
import TestCast
import TestStaging

/// A few parties and places with names that resemble each other, as somebody registered them.
enum FirmBook {
  static let meijer: EntityID = 1
  static let meyer: EntityID = 2
  static let cafe: EntityID = 3
  static let ship: EntityID = 4
  static let jan: EntityID = 5

  /// - Returns: the position of the last of them.
  @discardableResult static func fill(_ stage: TestStage) async throws -> Int {
    try await register(
      meijer, .organisation, "Meijer Transport BV", in: stage, numbers: [.kvk: "12345678"])
    try await register(meyer, .organisation, "Meyer Vervoer", in: stage)
    try await register(cafe, .organisation, "Café de Vèrre Haven", in: stage)
    try await register(ship, .ship, "Zilvermeeuw", in: stage, numbers: [.imo: "9074729"])
    try await register(jan, .person, "Jan 100%_Jansen", in: stage)
    return try await perform(
      .addAlias(11, SupervisedEntity.Alias("De Gouden Ploeg"), on: tuesday), on: cafe, in: stage
    ).position
  }

  static func register(
    _ id: EntityID, _ kind: SupervisedEntity.Kind, _ name: Line, in stage: TestStage,
    numbers: [RegistrationNumber.Register: String] = [:]
  ) async throws {
    let numbers = try numbers.map { try RegistrationNumber($0.key, written: $0.value) }
    try await perform(
      .register(
        kind, SupervisedEntity.Particulars(name: name, numbers: numbers), on: monday), on: id,
      in: stage)
  }

  @discardableResult static func perform(
    _ command: SupervisedEntity.Command, on id: EntityID, in stage: TestStage
  ) async throws -> Receipt {
    try await stage.perform(command, to: SupervisedEntity.self, on: id.identity, by: noor)
  }
}

extension TestStage {
  /// Who is found by `words`, the best first, and why.
  func found(
    _ words: String, as viewer: Viewer? = nil, at moment: Moment = .now
  ) async throws -> [String] {
    let found = try await library.look(
      EntitiesQuery(EntitySelection(words: words), atMost: 50), as: viewer ?? self.viewer(noor),
      at: moment)
    return found.entities.map { "\($0.row.name): \($0.reason?.rawValue ?? "")" }
  }
}
