public import Domain
import EventSourcing
import Foundation
public import Postgres

extension ExplorationRow {
  public static let columns: [Column] =
    ExplorationHome.columns + [
      Column("organisation_name", .text), Column("opened_on", .date), Column("title", .text),
      Column("origin", .text), Column("stage", .text), Column("decision", .uuid),
      Column("has_problem", .bool), Column("has_causes", .bool), Column("has_influence", .bool),
      Column("has_system", .bool), Column("party_count", .int4), Column("finding_count", .int4),
      Column("argument_count", .int4), Column("reopened_by", .text),
      Column("reopened_because", .text), Column("reopened_on", .date),
    ]

  public func encode(into writer: inout ColumnWriter) {
    writer.write(home)
    writer.write("organisation_name", organisationName)
    writer.write("opened_on", openedOn)
    writer.write("title", title)
    writer.write("origin", origin)
    writer.write("stage", stage.kind)
    writer.write("decision", stage.decision)
    for section in Exploration.Section.allCases {
      writer.write("has_\(section.rawValue)", written.contains(section))
    }
    writer.write("party_count", partyCount)
    writer.write("finding_count", findingCount)
    writer.write("argument_count", argumentCount)
    writer.write("reopened_by", reopening?.by)
    writer.write("reopened_because", reopening?.reason)
    writer.write("reopened_on", reopening?.on)
  }

  public init(from row: Postgres.Row) throws {
    home = try ExplorationHome(row)
    organisationName = try row["organisation_name"]
    openedOn = try row["opened_on"]
    title = try row["title"]
    origin = try row["origin"]
    stage = try Stage(row)
    written = Set(
      try Exploration.Section.allCases.filter { try row["has_\($0.rawValue)"] as Bool })
    partyCount = try row["party_count"]
    findingCount = try row["finding_count"]
    argumentCount = try row["argument_count"]
    reopening = try Reopening(row)
  }
}

extension ExplorationRow.Stage {
  fileprivate init(_ row: Row) throws {
    switch try row["stage"] as Kind {
    case .open: self = .open
    case .proposed: self = .proposed(try row["decision"])
    case .decided: self = .decided(try row["decision"])
    }
  }
}

extension ExplorationRow.Reopening {
  fileprivate init?(_ row: Row) throws {
    guard let person = try row["reopened_by"] as PersonID? else { return nil }
    self.init(by: person, reason: try row["reopened_because"], on: try row["reopened_on"])
  }
}

extension ExplorationRow.Stage.Kind: PostgresEncodable, PostgresDecodable {}
extension Exploration.Origin: PostgresEncodable, PostgresDecodable {}
