public import Domain
public import EventSourcing
public import Foundation
public import Postgres

/// Why the subject of an exploration is, or is not, worth a programme.
public struct ArgumentRow: ExplorationPart {
  public typealias Row = ArgumentRow
  public typealias Key = UUID

  public static let name = "exploration_argument"
  public static let order: Statement = "position_first, key"

  public let home: ExplorationHome
  public let id: ArgumentID
  public let positionFirst: Int
  public let argument: Exploration.Argument
  public let putOn: Day
  /// Who put it; nil when that was no person.
  public let putBy: PersonID?
  /// That it no longer counts; nil when it does.
  public var withdrawal: Drop?

  public static func key(of event: Exploration.Event, _ recorded: Recorded<LogEvent>) -> UUID? {
    switch event {
    case .argumentPut(let id, _, _), .argumentWithdrawn(let id, _, _): id.identity.uuid
    case .opened, .retitled, .reclassified, .sectionRewritten, .partyAdded, .partyRevised,
      .partyRemoved, .findingRecorded, .findingWithdrawn, .decisionProposed, .proposalWithdrawn,
      .decisionAdopted, .decisionRejected, .reopened:
      nil
    }
  }

  public static func fold(
    _ row: ArgumentRow?, _ event: Exploration.Event, _ recorded: Recorded<LogEvent>
  ) -> ArgumentRow? {
    var row = row
    switch event {
    case .argumentPut(let id, let argument, let day):
      return ArgumentRow(
        home: ExplorationHome(recorded), id: id,
        positionFirst: row?.positionFirst ?? recorded.position, argument: argument, putOn: day,
        putBy: PersonID(recorded.actor), withdrawal: nil)
    case .argumentWithdrawn(_, let reason, let day):
      row?.withdrawal = Drop(because: reason, on: day)
    case .opened, .retitled, .reclassified, .sectionRewritten, .partyAdded, .partyRevised,
      .partyRemoved, .findingRecorded, .findingWithdrawn, .decisionProposed, .proposalWithdrawn,
      .decisionAdopted, .decisionRejected, .reopened:
      break
    }
    return row
  }
}

extension ArgumentRow {
  public static let columns: [Column] =
    ExplorationHome.columns + [
      Column("position_first", .int8), Column("side", .text), Column("text", .text),
      Column("put_on", .date), Column("put_by", .text),
    ] + Drop.columns

  public func encode(into writer: inout ColumnWriter) {
    writer.write(home)
    writer.write("position_first", positionFirst)
    writer.write("side", argument.side)
    writer.write("text", argument.text)
    writer.write("put_on", putOn)
    writer.write("put_by", putBy)
    writer.write(withdrawal)
  }

  public init(from row: Postgres.Row) throws {
    home = try ExplorationHome(row)
    id = try row["key"]
    positionFirst = try row["position_first"]
    argument = Exploration.Argument(try row["side"], try row["text"])
    putOn = try row["put_on"]
    putBy = try row["put_by"]
    withdrawal = try Drop(row)
  }
}

extension Exploration.Argument.Side: PostgresEncodable, PostgresDecodable {}
