public import Domain
public import Postgres

/// One supervised party or place; nil when there is none, or none that the viewer may know of.
public struct EntityQuery: Query {
  public let entity: EntityID

  public init(_ entity: EntityID) { self.entity = entity }

  public func statement(at point: Point) -> Statement {
    "SELECT * FROM \(splice: point.rows(of: EntityRow.self)) AS entity WHERE key = \(entity)"
  }

  public func answer(from rows: Rows) throws -> EntityRow? {
    try rows.first.map(EntityRow.init(from:))
  }
}

/// The one into which a party or place was merged; nil while it stands by itself.
public struct SurvivorQuery: Query {
  public let entity: EntityID

  public init(of entity: EntityID) { self.entity = entity }

  public func statement(at point: Point) -> Statement {
    """
    SELECT survivor.* FROM \(splice: point.rows(of: EntityRow.self)) AS merged
    JOIN \(splice: point.rows(of: EntityRow.self)) AS survivor ON survivor.key = merged.merged_into
    WHERE merged.key = \(entity)
    """
  }

  public func answer(from rows: Rows) throws -> EntityRow? {
    try rows.first.map(EntityRow.init(from:))
  }
}

/// Those that proved to be the same as one party or place, or as one of those, by name.
public struct MergedEntitiesQuery: Query {
  public let survivor: EntityID

  public init(into survivor: EntityID) { self.survivor = survivor }

  public func statement(at point: Point) -> Statement {
    """
    SELECT * FROM \(splice: point.rows(of: EntityRow.self)) AS entity
    WHERE key <> \(survivor)
      AND key = ANY \(splice: point.identities(mergedInto: "\(survivor)"))
    ORDER BY name, key
    """
  }

  public func answer(from rows: Rows) throws -> [EntityRow] {
    try rows.map(EntityRow.init(from:))
  }
}

/// The one that has a registration number now; nil when nobody has it.
public struct NumberHolderQuery: Query {
  public let number: RegistrationNumber

  public init(of number: RegistrationNumber) { self.number = number }

  /// A form asks it, and forms are about now.
  public func statement(at point: Point) -> Statement {
    let kinds = SupervisedEntity.Kind.allCases.filter { $0.registers.contains(number.register) }
    return """
      SELECT entity.* FROM find_entities(\(number.number), \(EntitiesQuery.foundMax)) AS found
      JOIN entity ON entity.key = found.key
      WHERE entity.kind = ANY (\(kinds.map(\.rawValue))) AND \(number.number) = ANY (entity.numbers)
      """
  }

  public func answer(from rows: Rows) throws -> EntityRow? {
    try rows.first.map(EntityRow.init(from:))
  }
}
