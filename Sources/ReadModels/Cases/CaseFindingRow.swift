public import Domain
public import EventSourcing
public import Foundation
public import Postgres

/// A finding of a case, as it stands after corrections.
public struct CaseFindingRow: CasePart {
  public typealias Row = CaseFindingRow
  public typealias Key = UUID

  public static let name = "case_finding"
  public static let order: Statement = "position_first, place"

  public let home: CaseHome
  public let id: CaseFindingID
  public let positionFirst: Int
  /// Its place among those that were recorded with it.
  public let place: Int
  public let intervention: CaseInterventionID
  public internal(set) var finding: CaseFile.Finding
  public internal(set) var foundOn: Day
  /// Nil while it stands.
  public internal(set) var withdrawn: Drop?

  /// One event can make many findings.
  public static func keys(of recorded: Recorded<LogEvent>) -> [UUID] {
    guard case .caseFile(let event) = recorded.event else { return [] }
    return event.wordedFindings.map(\.identity.uuid)
  }

  public static func key(of event: CaseFile.Event, _ recorded: Recorded<LogEvent>) -> UUID? {
    keys(of: recorded).first
  }

  public static func fold(
    _ row: CaseFindingRow?, at key: UUID, _ recorded: Recorded<LogEvent>
  ) -> CaseFindingRow? {
    guard case .caseFile(let event) = recorded.event,
      row.map({ $0.home == CaseHome(recorded) }) ?? true
    else { return row }
    if case .logged(let intervention, let logged, let findings, _) = event {
      guard let place = findings.firstIndex(where: { $0.id.identity.uuid == key }) else {
        return row
      }
      return CaseFindingRow(
        home: CaseHome(recorded), id: findings[place].id, positionFirst: recorded.position,
        place: place, intervention: intervention, finding: findings[place].finding,
        foundOn: logged.on)
    }
    return fold(row, event, recorded)
  }

  public static func fold(
    _ row: CaseFindingRow?, _ event: CaseFile.Event, _ recorded: Recorded<LogEvent>
  ) -> CaseFindingRow? {
    var row = row
    if case .findingAdded(let id, let finding, let intervention, let day) = event {
      row = CaseFindingRow(
        home: CaseHome(recorded), id: id, positionFirst: recorded.position, place: 0,
        intervention: intervention, finding: finding, foundOn: day)
    } else if case .findingCorrected(_, let finding, _, _) = event {
      row?.finding = finding
    } else if case .findingWithdrawn(_, let reason, let day) = event {
      row?.withdrawn = Drop(because: reason, on: day)
    }
    return row
  }
}

extension CaseFindingRow {
  public static let columns: [Column] =
    CaseHome.columns + [
      Column("position_first", .int8), Column("place", .int4), Column("intervention", .uuid),
      Column("outcome", .text), Column("finding", .json), Column("found_on", .date),
    ] + Drop.columns

  public func encode(into writer: inout ColumnWriter) {
    writer.write(home)
    writer.write("position_first", positionFirst)
    writer.write("place", Int32(place))
    writer.write("intervention", intervention)
    writer.write("outcome", finding.outcome)
    writer.write("finding", Whole(finding))
    writer.write("found_on", foundOn)
    writer.write(withdrawn)
  }

  public init(from row: Postgres.Row) throws {
    home = try CaseHome(row)
    id = try row["key"]
    positionFirst = try row["position_first"]
    place = Int(try row["place"] as Int32)
    intervention = try row["intervention"]
    finding = try row.whole("finding")
    foundOn = try row["found_on"]
    withdrawn = try Drop(row)
  }
}

extension CaseFile.Finding.Outcome: PostgresEncodable, PostgresDecodable {}
