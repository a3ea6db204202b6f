public import Domain
public import EventSourcing
public import Postgres

/// An evaluation of an intervention as it was written at one time; revising it adds another.
public struct InterventionEvaluationRow: ProgrammePart {
  public typealias Row = InterventionEvaluationRow
  public typealias Key = Int

  public static let name = "intervention_evaluation"
  public static let rowsAreFinal = true
  public static let nouns: [Programme.Noun] = [.interventionEvaluation]
  public static let order: Statement = "key"

  public let home: ProgrammeHome
  /// Where in the log it is; the last one of an intervention counts.
  public let position: Int
  public let intervention: InterventionID
  public let evaluation: Programme.InterventionEvaluation
  public let writtenOn: Day
  /// Why it replaced the one before; nil for the first.
  public let revisedBecause: Prose?

  public static func key(of event: Programme.Event, _ recorded: Recorded<LogEvent>) -> Int? {
    guard case .interventionEvaluation = event.topic else { return nil }
    return recorded.position
  }

  public static func fold(
    _ row: InterventionEvaluationRow?, _ event: Programme.Event, _ recorded: Recorded<LogEvent>
  ) -> InterventionEvaluationRow? {
    guard case .interventionEvaluation(let id, let happening) = event.topic else { return row }
    let (evaluation, reason) = happening.written
    return InterventionEvaluationRow(
      home: ProgrammeHome(recorded), position: recorded.position, intervention: id,
      evaluation: evaluation, writtenOn: event.on, revisedBecause: reason)
  }
}

extension InterventionEvaluationRow {
  public static let columns: [Column] = [
    Column("intervention", .uuid), Column("evaluation", .json),
    // For the results of a type of intervention.
    Column("outcome", .text), Column("confidence", .text), Column("written_on", .date),
    Column("revised_because", .text),
  ]

  public func encode(into writer: inout ColumnWriter) {
    writer.write("intervention", intervention)
    writer.write("evaluation", Whole(evaluation))
    writer.write("outcome", evaluation.outcome)
    writer.write("confidence", evaluation.confidence)
    writer.write("written_on", writtenOn)
    writer.write("revised_because", revisedBecause)
  }

  public init(from row: Postgres.Row) throws {
    home = try ProgrammeHome(row)
    position = try row["key"]
    intervention = try row["intervention"]
    evaluation = try row.whole("evaluation")
    writtenOn = try row["written_on"]
    revisedBecause = try row["revised_because"]
  }
}

extension Programme.InterventionEvaluationEvent {
  fileprivate var written: (Programme.InterventionEvaluation, because: Prose?) {
    switch self {
    case .recorded(let evaluation): (evaluation, nil)
    case .revised(let evaluation, let reason): (evaluation, reason)
    }
  }
}
