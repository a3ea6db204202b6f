public import Credentials
import Domain
import EventSourcing
public import Foundation
public import Postgres

/// The links by which guests take part in sessions: one for each seat, good until it ends, is replaced or is withdrawn.
///
/// What is in a link is known to whoever it is shown to, once; only its digest is kept.
public struct PersonalLinks: Sendable {
  /// How long a link is good for: a round is often open for a week, and people answer late.
  public static let secondsMax = 14 * 24 * 60 * 60

  private let database: Database

  /// - Parameter database: connects as the role at the door.
  public init(_ database: Database) { self.database = database }

  /// Whose link `token` is in; nil when it opens nothing, or nothing any more.
  public func guest(by token: OneTimeToken, at now: Date) async throws -> Guest? {
    let rows = try await database.run(
      """
      SELECT id, organisation, programme, work_session, participant, expires_at FROM personal_link
      WHERE digest = \(token.digest.description) AND expires_at > \(now)
      """)
    return try rows.first.map(Guest.init)
  }

  /// Makes a link for `seat` and ends the one before it; takes away those that are good for nothing any more.
  ///
  /// - Returns: what is in the link, which nobody else ever sees, and until when it holds.
  public func make(
    for seat: Guest.Seat, of organisation: String, at now: Date
  ) async throws -> (token: OneTimeToken, until: Date) {
    var generator = SystemRandomNumberGenerator()
    let token = OneTimeToken(using: &generator)
    let until = now.addingTimeInterval(Double(Self.secondsMax))
    try await database.batch([
      "DELETE FROM personal_link WHERE expires_at < \(now)",
      """
      INSERT INTO personal_link
        (digest, id, organisation, programme, work_session, participant, expires_at)
      VALUES (\(token.digest.description), \(Identity.fresh().uuid), \(organisation),
        \(seat.programme), \(seat.session), \(seat.participant), \(until))
      ON CONFLICT (programme, work_session, participant) DO UPDATE
        SET digest = excluded.digest, id = excluded.id, organisation = excluded.organisation,
          expires_at = excluded.expires_at
      """,
    ])
    return (token, until)
  }

  /// Until when the link of `seat` holds; nil when there is none that does.
  public func end(of seat: Guest.Seat, at now: Date) async throws -> Date? {
    let rows = try await database.run(
      """
      SELECT expires_at FROM personal_link \(splice: Self.whose(seat)) AND expires_at > \(now)
      """)
    return try rows.first?["expires_at"]
  }

  /// Ends the link of `seat`, if there is one.
  public func withdraw(from seat: Guest.Seat) async throws {
    try await database.run("DELETE FROM personal_link \(splice: Self.whose(seat))")
  }

  private static func whose(_ seat: Guest.Seat) -> Statement {
    """
    WHERE programme = \(seat.programme) AND work_session = \(seat.session)
      AND participant = \(seat.participant)
    """
  }
}

extension Guest {
  fileprivate init(_ row: Row) throws {
    self.init(
      link: Identity(uuid: try row["id"]), organisation: try row["organisation"],
      to: .session(
        Seat(
          programme: try row["programme"], session: try row["work_session"],
          participant: try row["participant"])),
      until: try row["expires_at"])
  }
}
