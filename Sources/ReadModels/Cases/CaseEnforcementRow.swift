public import Domain
public import EventSourcing
public import Foundation
public import Postgres

/// The enforcement of one finding: every step of it, and what they come to.
public struct CaseEnforcementRow: CasePart {
  public typealias Row = CaseEnforcementRow
  public typealias Key = UUID

  public static let name = "case_enforcement"
  public static let order: Statement = "position_first"

  /// One thing that happened.
  public struct Step: Equatable, Codable, Sendable {
    public let event: Enforcement.Event
    public let on: Day
    /// Who recorded it; nil when that was no person.
    public let by: PersonID?
    /// Its place in the log.
    public let position: Int
  }

  public let home: CaseHome
  /// The finding that is enforced.
  public let id: CaseFindingID
  public let positionFirst: Int
  /// In the order in which they were recorded; never empty.
  public private(set) var steps: [Step]
  /// What the steps come to.
  public private(set) var dossier: Enforcement.Dossier

  public static func key(of event: CaseFile.Event, _ recorded: Recorded<LogEvent>) -> UUID? {
    guard case .enforced(let id, _, _) = event else { return nil }
    return id.identity.uuid
  }

  public static func fold(
    _ row: CaseEnforcementRow?, _ event: CaseFile.Event, _ recorded: Recorded<LogEvent>
  ) -> CaseEnforcementRow? {
    guard case .enforced(let id, let event, let day) = event else { return row }
    let step = Step(
      event: event, on: day, by: PersonID(recorded.actor), position: recorded.position)
    guard var row else { return CaseEnforcementRow(CaseHome(recorded), id, step) }
    row.steps.append(step)
    row.dossier = row.dossier.after(event, on: day)
    return row
  }

  private init(_ home: CaseHome, _ id: CaseFindingID, _ first: Step) {
    self.home = home
    self.id = id
    positionFirst = first.position
    steps = [first]
    dossier = Enforcement.Dossier().after(first.event, on: first.on)
  }
}

extension CaseEnforcementRow {
  /// What was chosen, or waits for the word of another.
  public var measure: Enforcement.Measure? { (dossier.proposal ?? dossier.choice)?.value.measure }
}

extension CaseEnforcementRow {
  public static let columns: [Column] =
    CaseHome.columns + [
      Column("position_first", .int8), Column("steps", .json),
    ]

  public func encode(into writer: inout ColumnWriter) {
    writer.write(home)
    writer.write("position_first", positionFirst)
    writer.write("steps", Whole(steps))
  }

  public init(from row: Postgres.Row) throws {
    home = try CaseHome(row)
    id = try row["key"]
    positionFirst = try row["position_first"]
    steps = try row.whole("steps")
    guard !steps.isEmpty else { throw UnreadableRow(Self.name, "no step") }
    dossier = steps.reduce(Enforcement.Dossier()) { $0.after($1.event, on: $1.on) }
  }
}
