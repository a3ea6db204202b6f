public import Domain
public import EventSourcing
public import Foundation
public import Postgres

/// A decision as it was proposed, and what became of it.
public struct DecisionRow: ExplorationPart {
  public typealias Row = DecisionRow
  public typealias Key = UUID

  public static let name = "exploration_decision"
  public static let order: Statement = "position_first, key"

  public let home: ExplorationHome
  public let id: DecisionID
  public let positionFirst: Int
  public let proposal: Exploration.Proposal
  public let proposedOn: Day
  public var fate: Fate

  /// What became of a proposal.
  public enum Fate: Hashable, Sendable {
    case pending
    case withdrawn(by: PersonID, reason: Prose, on: Day)
    case adopted(Exploration.Ruling, on: Day)
    case rejected(Exploration.Ruling, on: Day)

    /// What became of it, without who and why.
    enum Kind: String, Sendable, PostgresEncodable, PostgresDecodable {
      case pending
      case withdrawn
      case adopted
      case rejected
    }
  }

  public static func key(of event: Exploration.Event, _ recorded: Recorded<LogEvent>) -> UUID? {
    switch event {
    case .decisionProposed(let id, _, _), .proposalWithdrawn(let id, _, _, _),
      .decisionAdopted(let id, _, _), .decisionRejected(let id, _, _):
      id.identity.uuid
    case .opened, .retitled, .reclassified, .sectionRewritten, .partyAdded, .partyRevised,
      .partyRemoved, .findingRecorded, .findingWithdrawn, .argumentPut, .argumentWithdrawn,
      .reopened:
      nil
    }
  }

  public static func fold(
    _ row: DecisionRow?, _ event: Exploration.Event, _ recorded: Recorded<LogEvent>
  ) -> DecisionRow? {
    var row = row
    switch event {
    case .decisionProposed(let id, let proposal, let day):
      return DecisionRow(
        home: ExplorationHome(recorded), id: id,
        positionFirst: row?.positionFirst ?? recorded.position, proposal: proposal,
        proposedOn: day, fate: .pending)
    case .proposalWithdrawn(_, let person, let reason, let day):
      row?.fate = .withdrawn(by: person, reason: reason, on: day)
    case .decisionAdopted(_, let ruling, let day): row?.fate = .adopted(ruling, on: day)
    case .decisionRejected(_, let ruling, let day): row?.fate = .rejected(ruling, on: day)
    case .opened, .retitled, .reclassified, .sectionRewritten, .partyAdded, .partyRevised,
      .partyRemoved, .findingRecorded, .findingWithdrawn, .argumentPut, .argumentWithdrawn,
      .reopened:
      break
    }
    return row
  }
}

extension DecisionRow {
  public static let columns: [Column] =
    ExplorationHome.columns + [
      Column("position_first", .int8), Column("proposal", .json), Column("proposed_on", .date),
      Column("fate", .text), Column("fate_on", .date), Column("ruling", .json),
      Column("withdrawn_by", .text), Column("withdrawn_because", .text),
    ]

  public func encode(into writer: inout ColumnWriter) {
    writer.write(home)
    writer.write("position_first", positionFirst)
    writer.write("proposal", Whole(proposal))
    writer.write("proposed_on", proposedOn)
    writer.write("fate", fate.kind)
    writer.write("fate_on", fate.on)
    writer.write("ruling", fate.ruling.map { Whole($0) })
    writer.write("withdrawn_by", fate.withdrawal?.by)
    writer.write("withdrawn_because", fate.withdrawal?.reason)
  }

  public init(from row: Postgres.Row) throws {
    home = try ExplorationHome(row)
    id = try row["key"]
    positionFirst = try row["position_first"]
    proposal = try row.whole("proposal")
    proposedOn = try row["proposed_on"]
    fate = try Fate(row)
  }
}

extension DecisionRow.Fate {
  var kind: Kind {
    switch self {
    case .pending: .pending
    case .withdrawn: .withdrawn
    case .adopted: .adopted
    case .rejected: .rejected
    }
  }

  /// The day on which it came; nil while the proposal waits.
  public var on: Day? {
    switch self {
    case .pending: nil
    case .withdrawn(_, _, let day), .adopted(_, let day), .rejected(_, let day): day
    }
  }

  /// What the one who decided said; nil when nobody did.
  public var ruling: Exploration.Ruling? {
    switch self {
    case .pending, .withdrawn: nil
    case .adopted(let ruling, _), .rejected(let ruling, _): ruling
    }
  }

  fileprivate var withdrawal: (by: PersonID, reason: Prose)? {
    switch self {
    case .withdrawn(let person, let reason, _): (person, reason)
    case .pending, .adopted, .rejected: nil
    }
  }

  fileprivate init(_ row: Postgres.Row) throws {
    switch try row["fate"] as Kind {
    case .pending: self = .pending
    case .withdrawn:
      self = .withdrawn(
        by: try row["withdrawn_by"], reason: try row["withdrawn_because"], on: try row["fate_on"])
    case .adopted: self = .adopted(try row.whole("ruling"), on: try row["fate_on"])
    case .rejected: self = .rejected(try row.whole("ruling"), on: try row["fate_on"])
    }
  }
}
