public import Credentials
public import Domain
import EventSourcing
public import Foundation
public import Postgres

/// The links by which those who were supervised look back on it: one for each survey, good until it ends, is replaced or
/// is withdrawn.
///
/// What is in a link is known to whoever it is shown to, once; only its digest is kept.
public struct SurveyLinks: Sendable {
  /// How long a survey is open: people answer late, and remember less each week.
  public static let daysMax = 28

  private let database: Database

  /// - Parameter database: connects as the role at the door.
  public init(_ database: Database) { self.database = database }

  /// Whose link `token` is in; nil when it opens nothing, or nothing any more.
  public func guest(by token: OneTimeToken, at now: Date) async throws -> Guest? {
    let rows = try await database.run(
      """
      SELECT id, organisation, case_file, survey, visited_on, expires_at,
        replied_at IS NOT NULL AS is_replied
      FROM survey_link WHERE digest = \(token.digest.description) AND expires_at > \(now)
      """)
    return try rows.first.map(Guest.init(replying:))
  }

  /// Makes a link to `sheet` that works up to the end of `day`, and ends the one before it; takes away those that are
  /// good for nothing any more.
  ///
  /// - Returns: what is in the link, which nobody else ever sees.
  public func make(
    for sheet: Guest.Sheet, of organisation: String, until day: Day, at now: Date
  ) async throws -> OneTimeToken {
    var generator = SystemRandomNumberGenerator()
    let token = OneTimeToken(using: &generator)
    try await database.batch([
      "DELETE FROM survey_link WHERE expires_at < \(now)",
      """
      INSERT INTO survey_link
        (digest, id, organisation, case_file, survey, visited_on, expires_at)
      VALUES (\(token.digest.description), \(Identity.fresh().uuid), \(organisation),
        \(sheet.file), \(sheet.survey), \(sheet.visitedOn),
        (\(day.description)::date + 1)::timestamp AT TIME ZONE 'Europe/Amsterdam')
      ON CONFLICT (survey) DO UPDATE
        SET digest = excluded.digest, id = excluded.id, organisation = excluded.organisation,
          visited_on = excluded.visited_on, expires_at = excluded.expires_at
      """,
    ])
    return token
  }

  /// Whether there is a link to `survey` that works.
  public func isThere(for survey: SurveyID, at now: Date) async throws -> Bool {
    let rows = try await database.run(
      "SELECT FROM survey_link WHERE survey = \(survey) AND expires_at > \(now)")
    return !rows.isEmpty
  }

  /// Has the link only thank from now on.
  public func settle(_ survey: SurveyID, at now: Date) async throws {
    try await database.run(
      "UPDATE survey_link SET replied_at = \(now) WHERE survey = \(survey)")
  }

  /// Ends the link to `survey`, if there is one.
  public func withdraw(from survey: SurveyID) async throws {
    try await database.run("DELETE FROM survey_link WHERE survey = \(survey)")
  }

  /// Ends the links to every survey of `file`.
  public func withdrawAll(of file: CaseID) async throws {
    try await database.run("DELETE FROM survey_link WHERE case_file = \(file)")
  }
}

extension Guest {
  fileprivate init(replying row: Row) throws {
    self.init(
      link: Identity(uuid: try row["id"]), organisation: try row["organisation"],
      to: .survey(
        Sheet(
          try row["survey"], of: try row["case_file"], visitedOn: try row["visited_on"],
          isReplied: try row["is_replied"])),
      until: try row["expires_at"])
  }
}
