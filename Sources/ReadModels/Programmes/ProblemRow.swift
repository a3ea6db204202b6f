public import Domain
public import EventSourcing
public import Postgres

/// What a programme's problem was said to be, each time it was said.
public struct ProblemRow: ProgrammePart {
  public typealias Row = ProblemRow
  public typealias Key = Int

  public static let name = "programme_problem"
  public static let nouns: [Programme.Noun] = [.charter]
  public static let order: Statement = "key"

  public let home: ProgrammeHome
  /// Where in the log it was said; later is newer, and the last one counts.
  public let position: Int
  public let text: Prose
  public let statedOn: Day

  public static func key(of event: Programme.Event, _ recorded: Recorded<LogEvent>) -> Int? {
    event.problem == nil ? nil : recorded.position
  }

  public static func fold(
    _ row: ProblemRow?, _ event: Programme.Event, _ recorded: Recorded<LogEvent>
  ) -> ProblemRow? {
    event.problem.map { text in
      ProblemRow(
        home: ProgrammeHome(recorded), position: recorded.position, text: text,
        statedOn: event.on)
    }
  }
}

extension ProblemRow {
  public static let columns: [Column] = [
    Column("problem", .text), Column("stated_on", .date),
  ]

  public func encode(into writer: inout ColumnWriter) {
    writer.write("problem", text)
    writer.write("stated_on", statedOn)
  }

  public init(from row: Postgres.Row) throws {
    home = try ProgrammeHome(row)
    position = try row["key"]
    text = try row["problem"]
    statedOn = try row["stated_on"]
  }
}

extension Programme.Event {
  /// The problem as it states it; nil when it does not.
  fileprivate var problem: Prose? {
    guard case .charter(let happening) = topic else { return nil }
    return switch happening {
    case .begun(let charter, _, _): charter.problem
    case .problemRestated(let problem): problem
    case .renamed, .managerAppointed, .extended, .ended: nil
    }
  }
}
