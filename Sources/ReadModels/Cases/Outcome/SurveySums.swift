public import Domain
import EventSourcing
public import Postgres

/// What those who were asked said together, of one programme or of regular supervision.
public struct SurveySum: Sendable {
  /// With fewer answers nothing is shown: what one of them said could be told from it.
  public static let answersMin = 5

  /// What was said about one statement.
  public struct Tally: Hashable, Sendable {
    public let statement: Survey.Statement
    public let answerCount: Int
    /// Hundredths of a score.
    public let meanInHundredths: Int
    /// How many agree: a score of 4 or 5.
    public let agreeCount: Int
  }

  /// Nil for regular supervision.
  public let programme: ProgrammeID?
  /// Those that were withdrawn do not count.
  public let askedCount: Int
  public let answeredCount: Int
  public let declinedCount: Int
  /// Of the statements with enough answers.
  public let tallies: [Tally]
}

/// The sums of each programme, as far as the viewer sees its cases.
public struct SurveySumsQuery: Query {
  public init() {}

  public func statement(at point: Point) -> Statement {
    let tallies = Survey.Statement.allCases.map { statement -> Statement in
      let column: Statement = "\(statement.column)"
      return """
        count(\(splice: column)) AS \(statement.countColumn),
        coalesce(round(100 * avg(\(splice: column)))::int8, 0) AS \(statement.meanColumn),
        count(*) FILTER (WHERE \(splice: column) >= 4) AS \(statement.agreeColumn)
        """
    }
    return """
      SELECT file.programme, count(*) AS asked,
        count(*) FILTER (WHERE survey.standing = 'answered') AS answered,
        count(*) FILTER (WHERE survey.standing = 'declined') AS declined,
        \(splice: .joined(tallies, separator: ", "))
      FROM \(splice: point.rows(of: CaseSurveyRow.self)) AS survey
      JOIN \(splice: point.rows(of: CaseFileRow.self)) AS file ON file.key = survey.case_file
      WHERE survey.standing <> 'withdrawn'
      GROUP BY file.programme ORDER BY file.programme
      """
  }

  public func answer(from rows: Rows) throws -> [SurveySum] { try rows.map(SurveySum.init(from:)) }
}

extension SurveySum {
  fileprivate init(from row: Row) throws {
    programme = try row["programme"]
    askedCount = try row["asked"]
    answeredCount = try row["answered"]
    declinedCount = try row["declined"]
    tallies = try Survey.Statement.allCases.compactMap { statement in
      let count: Int = try row[statement.countColumn.description]
      guard count >= Self.answersMin else { return nil }
      return Tally(
        statement: statement, answerCount: count,
        meanInHundredths: try row[statement.meanColumn.description],
        agreeCount: try row[statement.agreeColumn.description])
    }
  }
}

extension Survey.Statement {
  fileprivate var countColumn: SQLName { named("count") }
  fileprivate var meanColumn: SQLName { named("mean") }
  fileprivate var agreeColumn: SQLName { named("agree") }

  private func named(_ what: String) -> SQLName {
    guard let name = SQLName("\(rawValue)_\(what)") else {
      preconditionFailure("a statement's name can stand in that of a column")
    }
    return name
  }
}
