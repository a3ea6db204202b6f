public import Domain
public import EventSourcing
public import Foundation
public import Postgres

/// An indicator of a programme with every target it ever had; what it measured has rows of its own.
public struct IndicatorRow: ProgrammePart {
  public typealias Row = IndicatorRow
  public typealias Key = UUID

  /// A target, and from when and why it counts.
  public struct Aim: Hashable, Codable, Sendable {
    public let target: Programme.Target
    public let since: Day
    /// Nil for the one it was defined with.
    public let reason: Prose?
  }

  public static let name = "indicator"
  public static let nouns: [Programme.Noun] = [.indicator]
  public static let order: Statement = "position_first"

  public let home: ProgrammeHome
  public let id: IndicatorID
  /// Where in the log it was defined; indicators stand in this order.
  public let positionFirst: Int
  public let title: Line
  public let unit: Programme.Unit
  public let baseline: Programme.Baseline?
  public let source: Source?
  /// The goal it tells about, if it is one goal.
  public let goal: GoalID?
  public let definedOn: Day
  /// Oldest first; the last one counts.
  public var aims: [Aim]
  /// How it is counted out of cases; nil when somebody measures.
  public var counting: Programme.CaseCounting?
  /// When and why it was dropped; nil while it stands.
  public var drop: Drop?

  public var stands: Bool { drop == nil }
  /// The target that counts; nil when it has none.
  public var target: Programme.Target? { aims.last?.target }

  public static func key(of event: Programme.Event, _ recorded: Recorded<LogEvent>) -> UUID? {
    guard case .indicator(let id, _) = event.topic else { return nil }
    return id.identity.uuid
  }

  public static func fold(
    _ row: IndicatorRow?, _ event: Programme.Event, _ recorded: Recorded<LogEvent>
  ) -> IndicatorRow? {
    guard case .indicator(let id, let happening) = event.topic else { return row }
    var row = row
    switch happening {
    case .defined(let definition): row = IndicatorRow(id, definition, on: event.on, recorded)
    case .targetRevised(let target, let reason):
      row?.aims.append(Aim(target: target, since: event.on, reason: reason))
    case .countingChosen(let counting): row?.counting = counting
    case .dropped(let reason): row?.drop = Drop(because: reason, on: event.on)
    }
    return row
  }

  private init(
    _ id: IndicatorID, _ definition: Programme.Definition, on day: Day,
    _ recorded: Recorded<LogEvent>
  ) {
    home = ProgrammeHome(recorded)
    self.id = id
    positionFirst = recorded.position
    title = definition.name
    unit = definition.unit
    baseline = definition.baseline
    source = definition.source
    goal = definition.goal
    definedOn = day
    aims = definition.target.map { [Aim(target: $0, since: day, reason: nil)] } ?? []
  }
}

extension IndicatorRow {
  public static let columns: [Column] =
    [
      Column("position_first", .int8), Column("title", .text), Column("unit", .json),
      Column("baseline", .json), Column("source", .json), Column("goal", .uuid),
      Column("defined_on", .date), Column("aims", .json), Column("counting", .json),
    ] + Drop.columns

  public func encode(into writer: inout ColumnWriter) {
    writer.write("position_first", positionFirst)
    writer.write("title", title)
    writer.write("unit", Whole(unit))
    writer.write("baseline", baseline.map(Whole.init))
    writer.write("source", source.map(Whole.init))
    writer.write("goal", goal)
    writer.write("defined_on", definedOn)
    writer.write("aims", Whole(aims))
    writer.write("counting", counting.map(Whole.init))
    writer.write(drop)
  }

  public init(from row: Postgres.Row) throws {
    home = try ProgrammeHome(row)
    id = try row["key"]
    positionFirst = try row["position_first"]
    title = try row["title"]
    unit = try row.whole("unit")
    baseline = try row.wholeIfAny("baseline")
    source = try row.wholeIfAny("source")
    goal = try row["goal"]
    definedOn = try row["defined_on"]
    aims = try row.whole("aims")
    counting = try row.wholeIfAny("counting")
    drop = try Drop(row)
  }
}
