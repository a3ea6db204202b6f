public import Domain
public import EventSourcing
public import Postgres

/// What one participant answered in one round.
public struct ScoreRow: AnalysisPart {
  public typealias Row = ScoreRow
  /// The round and the participant.
  public typealias Key = String

  public static let name = "score"
  public static let order: Statement = "session, round, position_first"

  public let home: AnalysisHome
  public let session: SessionID
  public let round: RoundID
  public let participant: ParticipantID
  /// Where in the log it was answered first.
  public let positionFirst: Int
  public var answers: [Analysis.Answer]

  public static func key(of event: Analysis.Event, _ recorded: Recorded<LogEvent>) -> String? {
    guard case .session(_, .scored(let round, let participant, _)) = event.topic else {
      return nil
    }
    return "\(round)/\(participant)"
  }

  public static func fold(
    _ row: ScoreRow?, _ event: Analysis.Event, _ recorded: Recorded<LogEvent>
  ) -> ScoreRow? {
    guard case .session(let session, .scored(let round, let participant, let answers)) = event.topic
    else { return row }
    var row =
      row
      ?? ScoreRow(
        home: AnalysisHome(recorded), session: session, round: round, participant: participant,
        positionFirst: recorded.position, answers: answers)
    row.answers = answers
    return row
  }
}

extension ScoreRow {
  public static let columns: [Column] = [
    Column("session", .uuid), Column("round", .uuid), Column("participant", .uuid),
    Column("position_first", .int8), Column("answers", .json),
  ]

  public func encode(into writer: inout ColumnWriter) {
    writer.write("session", session)
    writer.write("round", round)
    writer.write("participant", participant)
    writer.write("position_first", positionFirst)
    writer.write("answers", Whole(answers))
  }

  public init(from row: Postgres.Row) throws {
    home = try AnalysisHome(row)
    session = try row["session"]
    round = try row["round"]
    participant = try row["participant"]
    positionFirst = try row["position_first"]
    answers = try row.whole("answers")
  }
}
