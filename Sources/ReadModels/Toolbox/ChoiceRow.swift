public import Domain
public import EventSourcing
public import Foundation
public import Postgres

/// What was chosen for a target group, withdrawn choices included.
public struct ChoiceRow: AnalysisPart {
  public typealias Row = ChoiceRow
  public typealias Key = UUID

  public static let name = "choice"
  public static let order: Statement = "position_first"

  public let home: AnalysisHome
  public let id: ChoiceID
  /// Where in the log it was made; choices stand in this order.
  public let positionFirst: Int
  public let choice: Analysis.Choice
  public let madeOn: Day
  /// The intervention of the programme by which it is carried out; nil while none is planned.
  public var intervention: InterventionID?
  /// When and why it was withdrawn; nil while it stands.
  public var drop: Drop?

  public var stands: Bool { drop == nil }

  public static func key(of event: Analysis.Event, _ recorded: Recorded<LogEvent>) -> UUID? {
    guard case .choice(let id, _) = event.topic else { return nil }
    return id.identity.uuid
  }

  public static func fold(
    _ row: ChoiceRow?, _ event: Analysis.Event, _ recorded: Recorded<LogEvent>
  ) -> ChoiceRow? {
    guard case .choice(let id, let happening) = event.topic else { return row }
    var row = row
    switch happening {
    case .made(let choice):
      row = ChoiceRow(
        home: AnalysisHome(recorded), id: id, positionFirst: recorded.position, choice: choice,
        madeOn: event.on)
    case .withdrawn(let reason): row?.drop = Drop(because: reason, on: event.on)
    case .planned(let intervention): row?.intervention = intervention
    }
    return row
  }
}

extension ChoiceRow {
  public static let columns: [Column] =
    [
      Column("position_first", .int8), Column("target_group", .uuid), Column("choice", .json),
      // For the results of a type of intervention; NULL for nothing and for a partner.
      Column("intervention_type", .text), Column("made_on", .date),
      Column("intervention", .uuid),
    ] + Drop.columns

  public func encode(into writer: inout ColumnWriter) {
    writer.write("position_first", positionFirst)
    writer.write("target_group", choice.group)
    writer.write("choice", Whole(choice))
    writer.write("intervention_type", choice.measure.type)
    writer.write("made_on", madeOn)
    writer.write("intervention", intervention)
    writer.write(drop)
  }

  public init(from row: Postgres.Row) throws {
    home = try AnalysisHome(row)
    id = try row["key"]
    positionFirst = try row["position_first"]
    choice = try row.whole("choice")
    madeOn = try row["made_on"]
    intervention = try row["intervention"]
    drop = try Drop(row)
  }
}

extension Analysis.Measure {
  /// The type of intervention; nil for nothing and for a partner.
  public var type: References.InterventionType.Key? {
    switch self {
    case .intervention(let type): type
    case .partnerActs, .nothing: nil
    }
  }
}
