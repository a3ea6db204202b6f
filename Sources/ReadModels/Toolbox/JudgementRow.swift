public import Domain
public import EventSourcing
public import Postgres

/// How a determinant was judged to work on a target group.
public struct JudgementRow: AnalysisPart {
  public typealias Row = JudgementRow
  /// The group and the determinant.
  public typealias Key = String

  public static let name = "determinant_judgement"
  public static let order: Statement = "target_group, determinant"

  public let home: AnalysisHome
  public let group: TargetGroupID
  public let determinant: References.Determinant.Code
  public let judgement: Analysis.Judgement
  public let judgedOn: Day

  public static func key(of event: Analysis.Event, _ recorded: Recorded<LogEvent>) -> String? {
    guard case .judgement(let group, let code, _) = event.topic else { return nil }
    return "\(group)/\(code)"
  }

  /// A judgement that is withdrawn has no row any more; the history has it.
  public static func fold(
    _ row: JudgementRow?, _ event: Analysis.Event, _ recorded: Recorded<LogEvent>
  ) -> JudgementRow? {
    guard case .judgement(let group, let code, let happening) = event.topic else { return row }
    switch happening {
    case .judged(let judgement):
      return JudgementRow(
        home: AnalysisHome(recorded), group: group, determinant: code, judgement: judgement,
        judgedOn: event.on)
    case .withdrawn: return nil
    }
  }
}

extension JudgementRow {
  public static let columns: [Column] = [
    Column("target_group", .uuid), Column("determinant", .text), Column("judgement", .json),
    Column("judged_on", .date),
  ]

  public func encode(into writer: inout ColumnWriter) {
    writer.write("target_group", group)
    writer.write("determinant", determinant)
    writer.write("judgement", Whole(judgement))
    writer.write("judged_on", judgedOn)
  }

  public init(from row: Postgres.Row) throws {
    home = try AnalysisHome(row)
    group = try row["target_group"]
    determinant = try row["determinant"]
    judgement = try row.whole("judgement")
    judgedOn = try row["judged_on"]
  }
}
