public import Domain
public import EventSourcing
public import Foundation
public import Postgres

/// How far the analysis of a programme has come, and what it is about.
public struct AnalysisRow: AnalysisPart {
  public typealias Row = AnalysisRow
  public typealias Key = UUID

  public static let name = "analysis"
  public static let order: Statement = "key"

  public let home: AnalysisHome
  public let begunOn: Day
  /// Every edition it went by, oldest first.
  public private(set) var editions: [EditionUse]
  public private(set) var course: Course
  /// The sub-risks, the most urgent first; empty until that is settled.
  public var priorities: Settled<[SubRiskID]>?
  public var focus: Settled<Analysis.Focus>?
  /// Every set of sub-risks that was acted on, oldest first.
  private var targets: [Target] = []

  /// Something that was settled, and why.
  public struct Settled<Value: Hashable & Codable & Sendable>: Hashable, Codable, Sendable {
    public let value: Value
    public let reason: Prose
    public let on: Day
  }

  /// That the analysis went by an edition of the reference set.
  public struct EditionUse: Hashable, Codable, Sendable {
    public let number: References.EditionNumber
    /// Where in the log it was taken into use.
    let position: Int
  }

  /// The sub-risks that were in focus from somewhere in the log on, the most urgent first.
  private struct Target: Hashable, Codable, Sendable {
    let subRisks: [SubRiskID]
    let position: Int
  }

  /// The sub-risks that were in focus at `position` of the log, the most urgent first.
  func subRisksInFocus(at position: Int) -> [SubRiskID] {
    targets.last { $0.position <= position }?.subRisks ?? []
  }

  /// The edition that it goes by now.
  public var edition: References.EditionNumber { editions.last?.number ?? .first }

  /// The edition that it went by at `position` of the log.
  func edition(at position: Int) -> References.EditionNumber {
    editions.last { $0.position <= position }?.number ?? edition
  }

  public var groupsInFocus: [TargetGroupID] { focus?.value.targetGroups ?? [] }

  public static func key(of event: Analysis.Event, _ recorded: Recorded<LogEvent>) -> UUID? {
    switch event.topic {
    case .course, .focus, .subRisk(_, .dropped): recorded.stream.identity.uuid
    case .session, .subRisk, .profile, .judgement, .influencer, .suggestion, .choice: nil
    }
  }

  public static func fold(
    _ row: AnalysisRow?, _ event: Analysis.Event, _ recorded: Recorded<LogEvent>
  ) -> AnalysisRow? {
    var row = row
    switch event.topic {
    case .course(.begun(let edition)):
      row = AnalysisRow(
        home: AnalysisHome(recorded), begunOn: event.on,
        editions: [EditionUse(number: edition, position: recorded.position)],
        course: Course(at: recorded.position))
    case .course(let happening): row?.take(happening, on: event.on, at: recorded.position)
    case .focus(.prioritised(let order, let reason)):
      row?.priorities = Settled(value: order, reason: reason, on: event.on)
      row?.aim(at: recorded.position)
    case .focus(.chosen(let focus, let reason)):
      row?.focus = Settled(value: focus, reason: reason, on: event.on)
      row?.aim(at: recorded.position)
    case .subRisk(let id, .dropped): row?.drop(id)
    case .session, .subRisk, .profile, .judgement, .influencer, .suggestion, .choice: break
    }
    return row
  }

  private mutating func take(_ event: Analysis.CourseEvent, on day: Day, at position: Int) {
    if case .movedOn(let edition, _) = event {
      editions.append(EditionUse(number: edition, position: position))
    }
    course.take(event, on: day, at: position)
  }

  /// Notes what is in focus from `position` on.
  private mutating func aim(at position: Int) {
    guard let inFocus = focus?.value.subRisks else { return }
    let order = priorities?.value ?? []
    let urgent = order.filter(inFocus.contains) + inFocus.filter { !order.contains($0) }
    targets.append(Target(subRisks: urgent, position: position))
  }

  /// Without the sub-risk, in the priorities and the focus too.
  private mutating func drop(_ id: SubRiskID) {
    priorities = priorities.map { settled in
      Settled(value: settled.value.filter { $0 != id }, reason: settled.reason, on: settled.on)
    }
    focus = focus.flatMap { settled in
      let left = settled.value.subRisks.filter { $0 != id }
      guard !left.isEmpty else { return nil }
      return Settled(
        value: Analysis.Focus(subRisks: left, targetGroups: settled.value.targetGroups),
        reason: settled.reason, on: settled.on)
    }
  }
}

extension AnalysisRow {
  /// The way through the three steps: every version of each, and each time understanding was skipped.
  public struct Course: Hashable, Codable, Sendable {
    /// One version of a step, from its opening on.
    public struct Version: Hashable, Codable, Sendable {
      public let step: Analysis.Step
      public let number: Int
      /// Why the step was reopened; nil for its first version.
      public let reason: Prose?
      /// Where in the log it was opened.
      let position: Int
      public var finished: Finish?
    }

    /// That a version of a step was finished.
    public struct Finish: Hashable, Codable, Sendable {
      /// The versions of the steps before it.
      public let standsOn: [Int]
      public let conclusion: Prose
      public let on: Day
    }

    /// That understanding was skipped.
    public struct Skipping: Hashable, Codable, Sendable {
      public let version: Int
      public let by: PersonID
      public let reason: Prose
      public let on: Day
    }

    /// Oldest first.
    public private(set) var versions: [Version]
    public private(set) var skippings: [Skipping] = []

    /// Every step open for the first time.
    init(at position: Int) {
      versions = Analysis.Step.allCases.map {
        Version(step: $0, number: 1, reason: nil, position: position)
      }
    }

    /// The version that counts now.
    public func present(_ step: Analysis.Step) -> Version { version(of: step, at: .max) }

    /// The version that counted at `position` of the log.
    func version(of step: Analysis.Step, at position: Int) -> Version {
      versions.last { $0.step == step && $0.position <= position }
        ?? Version(step: step, number: 1, reason: nil, position: 0)
    }

    /// Whether the step stands on versions of earlier steps that are no longer the present ones.
    public func isOutdated(_ step: Analysis.Step) -> Bool {
      guard let finished = present(step).finished else { return false }
      return finished.standsOn != step.before.map { present($0).number }
    }

    /// The skipping that stands in for the present version of understanding; nil without one.
    public var skipping: Skipping? {
      skippings.last { $0.version == present(.understand).number }
    }

    mutating func take(_ event: Analysis.CourseEvent, on day: Day, at position: Int) {
      switch event {
      case .begun, .movedOn: break
      case .finished(let step, let number, let standsOn, let conclusion):
        let finish = Finish(standsOn: standsOn, conclusion: conclusion, on: day)
        for index in versions.indices
        where versions[index].step == step && versions[index].number == number {
          versions[index].finished = finish
        }
      case .reopened(let step, let number, let reason):
        versions.append(
          Version(step: step, number: number, reason: reason, position: position))
      case .skipped(let by, let reason):
        let version = present(.understand).number
        skippings.append(Skipping(version: version, by: by, reason: reason, on: day))
      }
    }
  }
}

extension AnalysisRow {
  public static let columns: [Column] = [
    Column("begun_on", .date), Column("edition", .int4), Column("editions", .json),
    Column("course", .json), Column("priorities", .json), Column("focus", .json),
    Column("targets", .json),
  ]

  public func encode(into writer: inout ColumnWriter) {
    writer.write("begun_on", begunOn)
    writer.write("edition", Int32(edition.rawValue))
    writer.write("editions", Whole(editions))
    writer.write("course", Whole(course))
    writer.write("priorities", priorities.map { Whole($0) })
    writer.write("focus", focus.map { Whole($0) })
    writer.write("targets", Whole(targets))
  }

  public init(from row: Postgres.Row) throws {
    home = try AnalysisHome(row)
    begunOn = try row["begun_on"]
    editions = try row.whole("editions")
    course = try row.whole("course")
    priorities = try row.wholeIfAny("priorities")
    focus = try row.wholeIfAny("focus")
    targets = try row.whole("targets")
  }
}

extension References.EditionNumber {
  init(_ row: Postgres.Row) throws {
    let number: Int = try row["edition"]
    guard let edition = References.EditionNumber(rawValue: number) else {
      throw UnreadableRow("edition", "\(number)")
    }
    self = edition
  }
}
