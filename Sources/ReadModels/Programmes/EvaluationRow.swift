public import Domain
public import EventSourcing
public import Postgres

/// An evaluation of a programme as it was written at one time; revising it adds another.
public struct EvaluationRow: ProgrammePart {
  public typealias Row = EvaluationRow
  public typealias Key = Int

  public static let name = "programme_evaluation"
  public static let nouns: [Programme.Noun] = [.evaluation]
  public static let order: Statement = "key"

  public let home: ProgrammeHome
  /// Where in the log it is; later is newer.
  public let position: Int
  public let evaluation: Programme.Evaluation
  public let writtenOn: Day
  /// Why it replaced the one before; nil for the first of a round.
  public let revisedBecause: Prose?

  public static func key(of event: Programme.Event, _ recorded: Recorded<LogEvent>) -> Int? {
    event.evaluation == nil ? nil : recorded.position
  }

  public static func fold(
    _ row: EvaluationRow?, _ event: Programme.Event, _ recorded: Recorded<LogEvent>
  ) -> EvaluationRow? {
    event.evaluation.map { evaluation, reason in
      EvaluationRow(
        home: ProgrammeHome(recorded), position: recorded.position, evaluation: evaluation,
        writtenOn: event.on, revisedBecause: reason)
    }
  }
}

extension EvaluationRow {
  public static let columns: [Column] = [
    Column("evaluation", .json), Column("written_on", .date), Column("revised_because", .text),
  ]

  public func encode(into writer: inout ColumnWriter) {
    writer.write("evaluation", Whole(evaluation))
    writer.write("written_on", writtenOn)
    writer.write("revised_because", revisedBecause)
  }

  public init(from row: Postgres.Row) throws {
    home = try ProgrammeHome(row)
    position = try row["key"]
    evaluation = try row.whole("evaluation")
    writtenOn = try row["written_on"]
    revisedBecause = try row["revised_because"]
  }
}

extension Programme.Event {
  fileprivate var evaluation: (Programme.Evaluation, because: Prose?)? {
    guard case .evaluation(let happening) = topic else { return nil }
    return switch happening {
    case .recorded(let evaluation): (evaluation, nil)
    case .revised(let evaluation, let reason): (evaluation, reason)
    }
  }
}
