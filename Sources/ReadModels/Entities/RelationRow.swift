public import Domain
public import EventSourcing
public import Foundation
public import Postgres

/// What one supervised party or place has, or had, to do with another.
public struct RelationRow: EntityPart {
  public typealias Row = RelationRow
  public typealias Key = UUID

  public static let name = "entity_relation"

  public let home: EntityHome
  public let id: RelationID
  public let relation: SupervisedEntity.Relation
  public let beganOn: Day
  /// Nil while it goes on.
  public var endedOn: Day?

  public static func key(of event: SupervisedEntity.Event, _ recorded: Recorded<LogEvent>) -> UUID?
  {
    switch event {
    case .related(let id, _, _), .relationEnded(let id, _): id.identity.uuid
    case .registered, .revised, .aliasAdded, .aliasRemoved, .merged, .mergeUndone, .absorbed,
      .released, .agencyNoted, .agencyNoteWithdrawn:
      nil
    }
  }

  public static func fold(
    _ row: RelationRow?, _ event: SupervisedEntity.Event, _ recorded: Recorded<LogEvent>
  ) -> RelationRow? {
    if case .related(let id, let relation, let day) = event {
      return RelationRow(
        home: EntityHome(recorded), id: id, relation: relation, beganOn: day, endedOn: nil)
    }
    var row = row
    if case .relationEnded(_, let day) = event { row?.endedOn = day }
    return row
  }
}

extension RelationRow {
  public static let columns: [Column] =
    EntityHome.columns + [
      Column("kind", .text), Column("other", .uuid), Column("began_on", .date),
      Column("ended_on", .date),
    ]

  public func encode(into writer: inout ColumnWriter) {
    writer.write(home)
    writer.write("kind", relation.kind)
    writer.write("other", relation.other)
    writer.write("began_on", beganOn)
    writer.write("ended_on", endedOn)
  }

  public init(from row: Postgres.Row) throws {
    home = try EntityHome(row)
    id = try row["key"]
    relation = SupervisedEntity.Relation(try row["kind"], try row["other"])
    beganOn = try row["began_on"]
    endedOn = try row["ended_on"]
  }
}

/// A relation as one of the two sees it.
public struct SeenRelation: Sendable {
  public let row: RelationRow
  /// The other of the two.
  public let other: EntityID
  public let otherName: Line
  /// Whether it is the relation of the one that looks; otherwise it is the other's.
  public let isOwn: Bool
}

/// The relations of one party or place from either side: those that go on first, then the latest.
public struct RelationsQuery: Query {
  public let entity: EntityID

  public init(of entity: EntityID) { self.entity = entity }

  public func statement(at point: Point) -> Statement {
    """
    SELECT relation.*, other.name AS other_name
    FROM \(splice: point.rows(of: RelationRow.self)) AS relation
    JOIN \(splice: point.rows(of: EntityRow.self)) AS other
      ON other.key = CASE relation.entity WHEN \(entity) THEN relation.other ELSE relation.entity END
    WHERE relation.entity = \(entity) OR relation.other = \(entity)
    ORDER BY relation.ended_on DESC NULLS FIRST, relation.began_on DESC, relation.key
    """
  }

  public func answer(from rows: Rows) throws -> [SeenRelation] {
    try rows.map { row in
      let relation = try RelationRow(from: row)
      let isOwn = relation.home.entity == entity
      return SeenRelation(
        row: relation, other: isOwn ? relation.relation.other : relation.home.entity,
        otherName: try row["other_name"], isOwn: isOwn)
    }
  }
}
