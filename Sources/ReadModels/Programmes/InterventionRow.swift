public import Domain
public import EventSourcing
public import Foundation
public import Postgres

/// An intervention of a programme: what is meant to be done, and how far it has come.
public struct InterventionRow: ProgrammePart {
  public typealias Row = InterventionRow
  public typealias Key = UUID

  public static let name = "intervention"
  public static let nouns: [Programme.Noun] = [.intervention]
  public static let order: Statement = "position_first"

  public let home: ProgrammeHome
  public let id: InterventionID
  /// Where in the log it was planned; interventions stand in this order.
  public let positionFirst: Int
  public var plan: Programme.Plan
  public var progress: Programme.Intervention.Progress

  /// How far it has come, in a word.
  public var status: Programme.InterventionStatus { progress.status }

  public static func key(of event: Programme.Event, _ recorded: Recorded<LogEvent>) -> UUID? {
    guard case .intervention(let id, _) = event.topic else { return nil }
    return id.identity.uuid
  }

  public static func fold(
    _ row: InterventionRow?, _ event: Programme.Event, _ recorded: Recorded<LogEvent>
  ) -> InterventionRow? {
    guard case .intervention(let id, let happening) = event.topic else { return row }
    var row = row
    let (since, day) = (row?.progress.since, event.on)
    switch happening {
    case .planned(let plan):
      row = InterventionRow(
        home: ProgrammeHome(recorded), id: id, positionFirst: recorded.position, plan: plan,
        progress: .planned)
    case .revised(let plan): row?.plan = plan
    case .started: row?.progress = .running(since: day)
    case .finished(let result):
      row?.progress = .finished(since: since ?? day, result: result, on: day)
    case .cancelled(let reason):
      row?.progress = .cancelled(since: since, reason: reason, on: day)
    }
    return row
  }
}

extension InterventionRow {
  public static let columns: [Column] = [
    Column("position_first", .int8), Column("title", .text), Column("owner", .text),
    Column("period_from", .date), Column("period_to", .date), Column("capacity_hours", .int4),
    Column("unit", .text), Column("target_group", .uuid), Column("expected_effect", .text),
    Column("goal", .uuid), Column("indicator", .uuid), Column("status", .text),
    Column("started_on", .date), Column("over_on", .date), Column("words", .text),
  ]

  public func encode(into writer: inout ColumnWriter) {
    writer.write("position_first", positionFirst)
    writer.write("title", plan.name)
    writer.write("owner", plan.owner)
    writer.write("period_from", plan.period?.from)
    writer.write("period_to", plan.period?.to)
    writer.write("capacity_hours", plan.capacity.map { Int32($0.rawValue) })
    writer.write("unit", plan.unit)
    writer.write("target_group", plan.targetGroup)
    writer.write("expected_effect", plan.expectedEffect)
    writer.write("goal", plan.goal)
    writer.write("indicator", plan.indicator)
    writer.write("status", status)
    writer.write("started_on", progress.since)
    writer.write("over_on", progress.over?.on)
    writer.write("words", progress.over?.words)
  }

  public init(from row: Postgres.Row) throws {
    home = try ProgrammeHome(row)
    id = try row["key"]
    positionFirst = try row["position_first"]
    plan = try Programme.Plan(from: row)
    progress = try Programme.Intervention.Progress(from: row)
  }
}

extension Programme.Plan {
  fileprivate init(from row: Postgres.Row) throws {
    let (from, to): (Day?, Day?) = (try row["period_from"], try row["period_to"])
    self.init(
      name: try row["title"], owner: try row["owner"],
      period: from.flatMap { from in to.flatMap { Period(from: from, to: $0) } },
      capacity: (try row["capacity_hours"] as Int?).flatMap(Programme.Hours.init(rawValue:)),
      unit: try row["unit"], targetGroup: try row["target_group"],
      expectedEffect: try row["expected_effect"], goal: try row["goal"],
      indicator: try row["indicator"])
  }
}

extension Programme.Intervention.Progress {
  fileprivate init(from row: Postgres.Row) throws {
    self =
      switch try row["status"] as Programme.InterventionStatus {
      case .planned: .planned
      case .running: .running(since: try row["started_on"])
      case .finished:
        .finished(since: try row["started_on"], result: try row["words"], on: try row["over_on"])
      case .cancelled:
        .cancelled(since: try row["started_on"], reason: try row["words"], on: try row["over_on"])
      }
  }

  fileprivate var status: Programme.InterventionStatus {
    switch self {
    case .planned: .planned
    case .running: .running
    case .finished: .finished
    case .cancelled: .cancelled
    }
  }

  /// The day it started; nil when it did not.
  fileprivate var since: Day? {
    switch self {
    case .planned: nil
    case .running(let since), .finished(let since, _, _): since
    case .cancelled(let since, _, _): since
    }
  }

  /// The day it was over, with its result or the reason; nil when it is not.
  fileprivate var over: (on: Day, words: Prose)? {
    switch self {
    case .planned, .running: nil
    case .finished(_, let result, let day): (day, result)
    case .cancelled(_, let reason, let day): (day, reason)
    }
  }
}
