public import Domain
public import EventSourcing
public import Foundation
public import Postgres

/// A survey of a case: about what it asks, and what was said.
public struct CaseSurveyRow: CasePart {
  public typealias Row = CaseSurveyRow
  public typealias Key = UUID

  public static let name = "case_survey"
  public static let order: Statement = "position_first"

  public let home: CaseHome
  public let id: SurveyID
  public let positionFirst: Int
  /// Nil for the case as a whole.
  public let intervention: CaseInterventionID?
  /// The last day on which it can be answered.
  public let until: Day
  public let askedOn: Day
  /// Who asked; nil when that was no person.
  public let askedBy: PersonID?
  public internal(set) var standing: Survey.Standing
  public internal(set) var answers: Survey.Answers?
  /// The day on which it was answered or declined.
  public internal(set) var repliedOn: Day?
  public internal(set) var withdrawn: Drop?

  public static func key(of event: CaseFile.Event, _ recorded: Recorded<LogEvent>) -> UUID? {
    guard case .surveyed(let id, _, _) = event else { return nil }
    return id.identity.uuid
  }

  public static func fold(
    _ row: CaseSurveyRow?, _ event: CaseFile.Event, _ recorded: Recorded<LogEvent>
  ) -> CaseSurveyRow? {
    guard case .surveyed(let id, let event, let day) = event else { return row }
    var row = row
    switch event {
    case .asked(let intervention, let until):
      row = CaseSurveyRow(
        home: CaseHome(recorded), id: id, positionFirst: recorded.position,
        intervention: intervention, until: until, askedOn: day,
        askedBy: PersonID(recorded.actor), standing: .asked)
    case .answered(let answers):
      row?.answers = answers
      row?.reply(.answered, on: day)
    case .declined: row?.reply(.declined, on: day)
    case .withdrawn(let reason):
      row?.standing = .withdrawn
      row?.withdrawn = Drop(because: reason, on: day)
    }
    return row
  }

  private mutating func reply(_ standing: Survey.Standing, on day: Day) {
    self.standing = standing
    repliedOn = day
  }
}

extension Survey.Statement {
  /// The column with how far somebody agrees with it.
  var column: SQLName {
    switch self {
    case .clear: "clear_score"
    case .fair: "fair_score"
    case .respectful: "respectful_score"
    case .useful: "useful_score"
    case .bearable: "bearable_score"
    }
  }
}

extension CaseSurveyRow {
  public static let columns: [Column] =
    CaseHome.columns + [
      Column("position_first", .int8), Column("intervention", .uuid), Column("open_until", .date),
      Column("asked_on", .date), Column("asked_by", .text), Column("standing", .text),
      Column("answers", .json), Column("replied_on", .date),
    ] + Survey.Statement.allCases.map { Column($0.column, .int4) } + Drop.columns

  public func encode(into writer: inout ColumnWriter) {
    writer.write(home)
    writer.write("position_first", positionFirst)
    writer.write("intervention", intervention)
    writer.write("open_until", until)
    writer.write("asked_on", askedOn)
    writer.write("asked_by", askedBy)
    writer.write("standing", standing)
    writer.write("answers", answers.map { Whole($0) })
    writer.write("replied_on", repliedOn)
    for statement in Survey.Statement.allCases {
      writer.write(
        statement.column.description, answers?.score(of: statement).map { Int32($0.rawValue) })
    }
    writer.write(withdrawn)
  }

  public init(from row: Postgres.Row) throws {
    home = try CaseHome(row)
    id = try row["key"]
    positionFirst = try row["position_first"]
    intervention = try row["intervention"]
    until = try row["open_until"]
    askedOn = try row["asked_on"]
    askedBy = try row["asked_by"]
    standing = try row["standing"]
    answers = try row.wholeIfAny("answers")
    repliedOn = try row["replied_on"]
    withdrawn = try Drop(row)
  }
}

extension Survey.Standing: PostgresEncodable, PostgresDecodable {}
