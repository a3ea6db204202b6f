public import Domain
public import EventSourcing
public import Postgres

/// A phase that a programme came into, and how; one that it came back to is there again.
public struct PhaseRow: ProgrammePart {
  public typealias Row = PhaseRow
  public typealias Key = Int

  /// How a programme came into a phase.
  public enum Way: Hashable, Sendable {
    /// It began in it.
    case begun
    /// Through the gate, on these grounds.
    case passed(grounds: Prose)
    /// Back from a later phase, for this reason.
    case loopedBack(reason: Prose)
  }

  public static let name = "programme_phase"
  public static let nouns: [Programme.Noun] = [.charter, .course]
  public static let order: Statement = "key"

  public let home: ProgrammeHome
  /// Where in the log it is; later is newer.
  public let position: Int
  public let phase: Programme.Phase
  public let way: Way
  public let enteredOn: Day

  public static func key(of event: Programme.Event, _ recorded: Recorded<LogEvent>) -> Int? {
    event.entry == nil ? nil : recorded.position
  }

  public static func fold(
    _ row: PhaseRow?, _ event: Programme.Event, _ recorded: Recorded<LogEvent>
  ) -> PhaseRow? {
    event.entry.map { phase, way in
      PhaseRow(
        home: ProgrammeHome(recorded), position: recorded.position, phase: phase, way: way,
        enteredOn: event.on)
    }
  }
}

extension PhaseRow {
  public static let columns: [Column] = [
    Column("phase", .text), Column("way", .text), Column("words", .text),
    Column("entered_on", .date),
  ]

  public func encode(into writer: inout ColumnWriter) {
    writer.write("phase", phase)
    writer.write("way", way.word)
    writer.write("words", way.words)
    writer.write("entered_on", enteredOn)
  }

  public init(from row: Postgres.Row) throws {
    home = try ProgrammeHome(row)
    position = try row["key"]
    phase = try row["phase"]
    way =
      switch try row["way"] as Way.Word {
      case .begun: .begun
      case .passed: .passed(grounds: try row["words"])
      case .loopedBack: .loopedBack(reason: try row["words"])
      }
    enteredOn = try row["entered_on"]
  }
}

extension PhaseRow.Way {
  fileprivate enum Word: String, PostgresEncodable, PostgresDecodable {
    case begun
    case passed
    case loopedBack
  }

  fileprivate var word: Word {
    switch self {
    case .begun: .begun
    case .passed: .passed
    case .loopedBack: .loopedBack
    }
  }

  fileprivate var words: Prose? {
    switch self {
    case .begun: nil
    case .passed(let grounds): grounds
    case .loopedBack(let reason): reason
    }
  }
}

extension Programme.Event {
  /// The phase into which it leads, and how; nil when it leads into none.
  fileprivate var entry: (Programme.Phase, PhaseRow.Way)? {
    switch topic {
    case .charter(let happening): happening.firstPhase.map { ($0, .begun) }
    case .course(let happening): happening.entry
    case .goal, .indicator, .measurement, .estimate, .targetGroup, .partner, .agreement, .member,
      .intervention, .interventionEvaluation, .achievement, .evaluation:
      nil
    }
  }
}

extension Programme.CharterEvent {
  fileprivate var firstPhase: Programme.Phase? {
    switch self {
    case .begun(_, _, let phase): phase
    case .renamed, .problemRestated, .managerAppointed, .extended, .ended: nil
    }
  }
}

extension Programme.CourseEvent {
  fileprivate var entry: (Programme.Phase, PhaseRow.Way)? {
    switch self {
    case .gatePlanned: nil
    case .gatePassed(let phase, let grounds): (phase, .passed(grounds: grounds))
    case .loopedBack(let phase, let reason): (phase, .loopedBack(reason: reason))
    }
  }
}
