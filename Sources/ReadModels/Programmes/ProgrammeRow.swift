public import Domain
import EventSourcing
public import Foundation
public import Postgres

/// A programme as it stands in the portfolio; what it consists of has rows of its own.
public struct ProgrammeRow: ProgrammePart {
  public typealias Row = ProgrammeRow
  public typealias Key = UUID

  public static let name = "programme"
  public static let nouns: [Programme.Noun] = [.charter, .course]
  public static let order: Statement = "number, key"

  public let home: ProgrammeHome
  /// The organisation as its charter names it.
  public let organisationName: Line
  public let origin: Programme.Origin
  /// Its number and name in the latest plan year.
  public var label: Programme.Label
  public var manager: PersonID
  public var term: Programme.Term
  /// The end that it began with.
  public let firstEnd: Day
  public var extensionCount: Int
  public var phase: Programme.Phase
  public var phaseSince: Day
  /// The day for which each coming gate, named after the phase behind it, is planned.
  public var gates: [Programme.Phase: Day]
  public var ending: Ending?

  /// That it ended, and why.
  public struct Ending: Hashable, Sendable {
    public let day: Day
    public let reason: Prose
  }

  /// Its identity.
  public var id: ProgrammeID { home.programme }
  public var isEnded: Bool { ending != nil }

  /// The gate ahead, and its day when it has one; nil in the last phase and after the end.
  public var nextGate: (to: Programme.Phase, expectedOn: Day?)? {
    isEnded ? nil : phase.next.map { ($0, gates[$0]) }
  }
}

extension ProgrammeRow {
  public static let columns: [Column] = [
    Column("organisation_name", .text), Column("origin", .json), Column("exploration", .uuid),
    Column("decision", .uuid), Column("plan_year", .int4), Column("number", .int4),
    Column("title", .text), Column("manager", .text), Column("start_on", .date),
    Column("review_on", .date), Column("end_on", .date), Column("first_end_on", .date),
    Column("extension_count", .int4), Column("phase", .text), Column("phase_since", .date),
    Column("development_on", .date), Column("execution_on", .date),
    Column("evaluation_on", .date), Column("ended_on", .date), Column("end_reason", .text),
  ]

  public func encode(into writer: inout ColumnWriter) {
    writer.write("organisation_name", organisationName)
    writer.write("origin", Whole(origin))
    writer.write("exploration", origin.decision?.exploration)
    writer.write("decision", origin.decision?.decision)
    writer.write("plan_year", label.planYear)
    writer.write("number", Int32(label.number))
    writer.write("title", label.name)
    writer.write("manager", manager)
    writer.write("start_on", term.start)
    writer.write("review_on", term.review)
    writer.write("end_on", term.end)
    writer.write("first_end_on", firstEnd)
    writer.write("extension_count", Int32(extensionCount))
    writer.write("phase", phase)
    writer.write("phase_since", phaseSince)
    writer.write("development_on", gates[.development])
    writer.write("execution_on", gates[.execution])
    writer.write("evaluation_on", gates[.evaluation])
    writer.write("ended_on", ending?.day)
    writer.write("end_reason", ending?.reason)
  }

  public init(from row: Postgres.Row) throws {
    home = try ProgrammeHome(row)
    organisationName = try row["organisation_name"]
    origin = try Programme.Origin(row)
    label = Programme.Label(
      planYear: try row["plan_year"], number: try row["number"], name: try row["title"])
    manager = try row["manager"]
    term = Programme.Term(
      start: try row["start_on"], review: try row["review_on"], end: try row["end_on"])
    firstEnd = try row["first_end_on"]
    extensionCount = try row["extension_count"]
    phase = try row["phase"]
    phaseSince = try row["phase_since"]
    gates = [:]
    gates[.development] = try row["development_on"]
    gates[.execution] = try row["execution_on"]
    gates[.evaluation] = try row["evaluation_on"]
    ending = try Ending(row)
  }
}

extension Programme.Origin {
  /// A decision is told by two columns of its own, which are read in less time than the whole.
  fileprivate init(_ row: Postgres.Row) throws {
    if let exploration = try row["exploration"] as ExplorationID?,
      let decision = try row["decision"] as DecisionID?
    {
      self = .decision(reference: DecisionReference(exploration, decision))
    } else {
      self = try row.whole("origin")
    }
  }
}

extension ProgrammeRow.Ending {
  fileprivate init?(_ row: Postgres.Row) throws {
    guard let day = try row["ended_on"] as Day? else { return nil }
    self.init(day: day, reason: try row["end_reason"])
  }
}

extension Programme.Origin {
  /// The decision it follows from; nil for what ran before this system did.
  public var decision: DecisionReference? {
    switch self {
    case .decision(let reference): reference
    case .plan: nil
    }
  }
}
