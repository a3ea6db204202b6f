public import Domain
public import EventSourcing
public import Foundation
public import Postgres

/// That another agency was there: when and which one.
public struct AgencyVisitRow: EntityPart {
  public typealias Row = AgencyVisitRow
  public typealias Key = UUID

  public static let name = "agency_visit"

  public let home: EntityHome
  public let id: AgencyVisitID
  public let visit: SupervisedEntity.AgencyVisit
  /// Who noted it here; nil when that was no person.
  public let notedBy: PersonID?

  public static func key(of event: SupervisedEntity.Event, _ recorded: Recorded<LogEvent>) -> UUID?
  {
    switch event {
    case .agencyNoted(let id, _, _), .agencyNoteWithdrawn(let id, _, _): id.identity.uuid
    case .registered, .revised, .aliasAdded, .aliasRemoved, .related, .relationEnded, .merged,
      .mergeUndone, .absorbed, .released:
      nil
    }
  }

  /// A note that was withdrawn is nobody's to see; the history tells that it was there.
  public static func fold(
    _ row: AgencyVisitRow?, _ event: SupervisedEntity.Event, _ recorded: Recorded<LogEvent>
  ) -> AgencyVisitRow? {
    guard case .agencyNoted(let id, let visit, _) = event else { return nil }
    return AgencyVisitRow(
      home: EntityHome(recorded), id: id, visit: visit, notedBy: PersonID(recorded.actor))
  }
}

extension AgencyVisitRow {
  public static let columns: [Column] =
    EntityHome.columns + [
      Column("agency", .text), Column("visited_on", .date), Column("noted_by", .text),
    ]

  public func encode(into writer: inout ColumnWriter) {
    writer.write(home)
    writer.write("agency", visit.agency)
    writer.write("visited_on", visit.visitedOn)
    writer.write("noted_by", notedBy)
  }

  public init(from row: Postgres.Row) throws {
    home = try EntityHome(row)
    id = try row["key"]
    visit = SupervisedEntity.AgencyVisit(by: try row["agency"], on: try row["visited_on"])
    notedBy = try row["noted_by"]
  }
}

/// The visits of other agencies to one party or place, or to those that proved to be the same: the latest first.
public struct AgencyVisitsQuery: Query {
  public let entity: EntityID

  public init(to entity: EntityID) { self.entity = entity }

  public func statement(at point: Point) -> Statement {
    """
    SELECT visit.* FROM \(splice: point.rows(of: AgencyVisitRow.self)) AS visit
    WHERE visit.entity = ANY \(splice: point.identities(mergedInto: "\(entity)"))
    ORDER BY visit.visited_on DESC, visit.key
    """
  }

  public func answer(from rows: Rows) throws -> [AgencyVisitRow] {
    try rows.map(AgencyVisitRow.init(from:))
  }
}
