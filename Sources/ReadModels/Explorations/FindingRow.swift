public import Domain
public import EventSourcing
public import Foundation
public import Postgres

/// Something that was found out in an exploration, and where.
public struct FindingRow: ExplorationPart {
  public typealias Row = FindingRow
  public typealias Key = UUID

  public static let name = "exploration_finding"
  public static let order: Statement = "position_first, key"

  public let home: ExplorationHome
  public let id: FindingID
  public let positionFirst: Int
  public let finding: Exploration.Finding
  public let recordedOn: Day
  /// Who recorded it; nil when that was no person.
  public let recordedBy: PersonID?
  /// That it turned out otherwise; nil when it stands.
  public var withdrawal: Drop?

  public static func key(of event: Exploration.Event, _ recorded: Recorded<LogEvent>) -> UUID? {
    switch event {
    case .findingRecorded(let id, _, _), .findingWithdrawn(let id, _, _): id.identity.uuid
    case .opened, .retitled, .reclassified, .sectionRewritten, .partyAdded, .partyRevised,
      .partyRemoved, .argumentPut, .argumentWithdrawn, .decisionProposed, .proposalWithdrawn,
      .decisionAdopted, .decisionRejected, .reopened:
      nil
    }
  }

  public static func fold(
    _ row: FindingRow?, _ event: Exploration.Event, _ recorded: Recorded<LogEvent>
  ) -> FindingRow? {
    var row = row
    switch event {
    case .findingRecorded(let id, let finding, let day):
      return FindingRow(
        home: ExplorationHome(recorded), id: id,
        positionFirst: row?.positionFirst ?? recorded.position, finding: finding,
        recordedOn: day, recordedBy: PersonID(recorded.actor), withdrawal: nil)
    case .findingWithdrawn(_, let reason, let day):
      row?.withdrawal = Drop(because: reason, on: day)
    case .opened, .retitled, .reclassified, .sectionRewritten, .partyAdded, .partyRevised,
      .partyRemoved, .argumentPut, .argumentWithdrawn, .decisionProposed, .proposalWithdrawn,
      .decisionAdopted, .decisionRejected, .reopened:
      break
    }
    return row
  }
}

extension FindingRow {
  public static let columns: [Column] =
    ExplorationHome.columns + [
      Column("position_first", .int8), Column("text", .text), Column("source", .json),
      Column("recorded_on", .date), Column("recorded_by", .text),
    ] + Drop.columns

  public func encode(into writer: inout ColumnWriter) {
    writer.write(home)
    writer.write("position_first", positionFirst)
    writer.write("text", finding.text)
    writer.write("source", Whole(finding.source))
    writer.write("recorded_on", recordedOn)
    writer.write("recorded_by", recordedBy)
    writer.write(withdrawal)
  }

  public init(from row: Postgres.Row) throws {
    home = try ExplorationHome(row)
    id = try row["key"]
    positionFirst = try row["position_first"]
    finding = Exploration.Finding(try row["text"], source: try row.whole("source"))
    recordedOn = try row["recorded_on"]
    recordedBy = try row["recorded_by"]
    withdrawal = try Drop(row)
  }
}
