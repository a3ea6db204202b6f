public import Domain
public import EventSourcing
public import Foundation
public import Postgres

/// Someone who has a part in the problem or in its solution.
public struct PartyRow: ExplorationPart {
  public typealias Row = PartyRow
  public typealias Key = UUID

  public static let name = "exploration_party"
  public static let order: Statement = "position_first, key"

  public let home: ExplorationHome
  public let id: PartyID
  public let positionFirst: Int
  public var party: Exploration.Party
  /// That it was found to have no part; nil when it has.
  public var removal: Drop?

  public static func key(of event: Exploration.Event, _ recorded: Recorded<LogEvent>) -> UUID? {
    switch event {
    case .partyAdded(let id, _, _), .partyRevised(let id, _, _), .partyRemoved(let id, _, _):
      id.identity.uuid
    case .opened, .retitled, .reclassified, .sectionRewritten, .findingRecorded,
      .findingWithdrawn, .argumentPut, .argumentWithdrawn, .decisionProposed, .proposalWithdrawn,
      .decisionAdopted, .decisionRejected, .reopened:
      nil
    }
  }

  public static func fold(
    _ row: PartyRow?, _ event: Exploration.Event, _ recorded: Recorded<LogEvent>
  ) -> PartyRow? {
    var row = row
    switch event {
    case .partyAdded(let id, let party, _):
      return PartyRow(
        home: ExplorationHome(recorded), id: id,
        positionFirst: row?.positionFirst ?? recorded.position, party: party, removal: nil)
    case .partyRevised(_, let party, _): row?.party = party
    case .partyRemoved(_, let reason, let day): row?.removal = Drop(because: reason, on: day)
    case .opened, .retitled, .reclassified, .sectionRewritten, .findingRecorded,
      .findingWithdrawn, .argumentPut, .argumentWithdrawn, .decisionProposed, .proposalWithdrawn,
      .decisionAdopted, .decisionRejected, .reopened:
      break
    }
    return row
  }
}

extension PartyRow {
  public static let columns: [Column] =
    ExplorationHome.columns
    + [Column("position_first", .int8), Column("name", .text), Column("role", .text)]
    + Drop.columns

  public func encode(into writer: inout ColumnWriter) {
    writer.write(home)
    writer.write("position_first", positionFirst)
    writer.write("name", party.name)
    writer.write("role", party.role)
    writer.write(removal)
  }

  public init(from row: Postgres.Row) throws {
    home = try ExplorationHome(row)
    id = try row["key"]
    positionFirst = try row["position_first"]
    party = Exploration.Party(name: try row["name"], role: try row["role"])
    removal = try Drop(row)
  }
}
