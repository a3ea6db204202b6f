public import Domain
public import EventSourcing
public import Foundation
public import Postgres

/// An intervention that was logged on a case, as it stands after corrections.
public struct CaseInterventionRow: CasePart {
  public typealias Row = CaseInterventionRow
  public typealias Key = UUID

  public static let name = "case_intervention"
  public static let order: Statement = "happened_on DESC, position_first DESC"

  public let home: CaseHome
  public let id: CaseInterventionID
  public let positionFirst: Int
  public internal(set) var intervention: CaseFile.Intervention
  /// Who logged it; nil when that was no person.
  public let loggedBy: PersonID?
  /// Why it was last corrected; nil when it stands as it was logged.
  public internal(set) var correctedBecause: Prose?
  /// Who corrected it last; nil when nobody did.
  public internal(set) var correctedBy: PersonID?

  public static func key(of event: CaseFile.Event, _ recorded: Recorded<LogEvent>) -> UUID? {
    event.loggedIntervention?.identity.uuid
  }

  public static func fold(
    _ row: CaseInterventionRow?, _ event: CaseFile.Event, _ recorded: Recorded<LogEvent>
  ) -> CaseInterventionRow? {
    var row = row
    if case .logged(let id, let intervention, _, _) = event {
      row = CaseInterventionRow(
        home: CaseHome(recorded), id: id, positionFirst: recorded.position,
        intervention: intervention, loggedBy: PersonID(recorded.actor))
    } else if case .logCorrected(_, let intervention, let reason, _) = event {
      row?.intervention = intervention
      row?.correctedBecause = reason
      row?.correctedBy = PersonID(recorded.actor)
    }
    return row
  }
}

extension CaseInterventionRow {
  public static let columns: [Column] =
    CaseHome.columns + [
      Column("position_first", .int8), Column("kind", .text), Column("happened_on", .date),
      Column("intervention", .json), Column("logged_by", .text),
      Column("corrected_because", .text), Column("corrected_by", .text),
    ]

  public func encode(into writer: inout ColumnWriter) {
    writer.write(home)
    writer.write("position_first", positionFirst)
    writer.write("kind", intervention.kind)
    writer.write("happened_on", intervention.on)
    writer.write("intervention", Whole(intervention))
    writer.write("logged_by", loggedBy)
    writer.write("corrected_because", correctedBecause)
    writer.write("corrected_by", correctedBy)
  }

  public init(from row: Postgres.Row) throws {
    home = try CaseHome(row)
    id = try row["key"]
    positionFirst = try row["position_first"]
    intervention = try row.whole("intervention")
    loggedBy = try row["logged_by"]
    correctedBecause = try row["corrected_because"]
    correctedBy = try row["corrected_by"]
  }
}
