public import Credentials
public import Domain
public import EventSourcing
public import Foundation
public import Postgres
public import ReadModels
import Synchronization

/// The door of the program: sessions in PostgreSQL, and the roster that it keeps at hand.
public final class Door: Reception {
  /// Being seen is written down again when the last time was so many seconds ago.
  static let noticedSeconds = 60.0

  let database: Database
  private let kept = Mutex<(version: String, roster: Roster)?>(nil)

  /// - Parameter database: connects as the role at the door.
  public init(_ database: Database) { self.database = database }

  public func arrival(
    _ token: OneTimeToken, at now: Date, on today: Day, noticed: Bool
  ) async throws -> Known? {
    let answers = try await database.batch([
      """
      SELECT \(splice: Session.columns) FROM session
      WHERE digest = \(token.digest.description) AND NOT awaits_code
      """, Roster.versionStatement,
    ])
    guard let row = answers[0].first else { return nil }
    let session = try Session(row)
    guard session.holds(at: now) else { return nil }
    if noticed, now.timeIntervalSince(session.seenAt) > Self.noticedSeconds {
      try await database.run(
        "UPDATE session SET seen_at = \(now) WHERE digest = \(token.digest.description)")
    }
    let version: String = try answers[1].only()["concat_ws"]
    let roster = try await roster(version)
    let instant = Instant(seconds: Int(now.timeIntervalSince1970))
    guard let person = roster.person(session.person, on: today, at: instant),
      roster.lasts(session.person, since: session.begunAt)
    else { return nil }
    return Known(
      person, by: session, among: roster.people(on: today),
      emergenciesToReview: person.may(.protect) ? roster.emergenciesToReview(by: person.id) : 0)
  }

  public func people(on today: Day) async throws -> [Person] {
    let version: String = try await database.run(Roster.versionStatement).only()["concat_ws"]
    return try await roster(version).people(on: today)
  }

  /// The roster of `version`, read anew when another is at hand.
  ///
  /// What is read may be newer than the version that was asked for; it is then read once more the next time.
  private func roster(_ version: String) async throws -> Roster {
    if let (known, roster) = kept.withLock({ $0 }), known == version { return roster }
    let roster = try await Roster.read(from: database)
    kept.withLock { $0 = (version, roster) }
    return roster
  }

  public func begin(
    _ person: PersonID, by means: Session.Means, provenAt: Date, browser: String,
    provider: ProviderSession?, at now: Date
  ) async throws -> OneTimeToken {
    var generator = SystemRandomNumberGenerator()
    let token = OneTimeToken(using: &generator)
    let session = Session(
      id: .fresh(), person: person, means: means, browser: browser, begunAt: now, seenAt: now,
      provenAt: provenAt, provider: provider)
    try await database.batch([Self.sweeping(at: now), session.insertion(token, awaitsCode: false)])
    return token
  }

  /// Takes away what holds no more, for whoever it was.
  static func sweeping(at now: Date) -> Statement {
    """
    DELETE FROM session WHERE seen_at < \(now.addingTimeInterval(-Double(Session.idleSecondsMax)))
      OR begun_at < \(now.addingTimeInterval(-Double(Session.secondsMax)))
    """
  }

  public func end(_ token: OneTimeToken) async throws {
    try await database.run("DELETE FROM session WHERE digest = \(token.digest.description)")
  }

  public func sessions(of person: PersonID, at now: Date) async throws -> [Session] {
    let rows = try await database.run(
      """
      SELECT \(splice: Session.columns) FROM session
      WHERE person = \(person) AND NOT awaits_code ORDER BY seen_at DESC, id
      """)
    return try rows.map { try Session($0) }.filter { $0.holds(at: now) }
  }

  public func end(_ session: Identity?, of person: PersonID) async throws {
    if let session {
      try await database.run(
        "DELETE FROM session WHERE person = \(person) AND id = \(session.uuid)")
    } else {
      // A link that is still good would let in again whom this is to keep out.
      try await database.batch([
        "DELETE FROM session WHERE person = \(person)",
        "DELETE FROM sign_in_link WHERE person = \(person)",
      ])
    }
  }
}

/// Links that let somebody in.
extension Door {
  public func visitor(by token: OneTimeToken, at now: Date) async throws -> PersonID? {
    let rows = try await database.run(
      """
      SELECT person FROM sign_in_link WHERE digest = \(token.digest.description)
        AND purpose = \(OneTimeLink.Purpose.tryout.rawValue) AND expires_at > \(now)
      """)
    return try rows.first?["person"]
  }

  /// Makes a link for `person`, and takes away those that are good for nothing any more.
  ///
  /// - Returns: what is in the link; only its digest is kept.
  public func link(
    for person: PersonID, to purpose: OneTimeLink.Purpose, at now: Date
  ) async throws -> OneTimeToken {
    var generator = SystemRandomNumberGenerator()
    let token = OneTimeToken(using: &generator)
    let expiry = now.addingTimeInterval(Double(purpose.secondsMax))
    try await database.batch([
      "DELETE FROM sign_in_link WHERE expires_at < \(now)",
      """
      INSERT INTO sign_in_link (digest, person, purpose, expires_at)
      VALUES (\(token.digest.description), \(person), \(purpose.rawValue), \(expiry))
      """,
    ])
    return token
  }
}

extension Session {
  static let columns: Statement = """
    id, person, means, browser, begun_at, seen_at, proven_at, issuer, provider_subject,
    provider_session, id_token
    """

  init(_ row: Row) throws {
    let issuer: String? = try row["issuer"]
    self.init(
      id: Identity(uuid: try row["id"]), person: try row["person"], means: try row["means"],
      browser: try row["browser"], begunAt: try row["begun_at"], seenAt: try row["seen_at"],
      provenAt: try row["proven_at"],
      provider: try issuer.map {
        ProviderSession(
          issuer: $0, subject: try row["provider_subject"],
          session: try row["provider_session"], idToken: try row["id_token"])
      })
  }

  /// Keeps it under the digest of `token`.
  func insertion(_ token: OneTimeToken, awaitsCode: Bool) -> Statement {
    """
    INSERT INTO session (digest, id, person, means, awaits_code, browser, begun_at, seen_at,
      proven_at, issuer, provider_subject, provider_session, id_token)
    VALUES (\(token.digest.description), \(id.uuid), \(person), \(means), \(awaitsCode),
      \(browser), \(begunAt), \(seenAt), \(provenAt), \(provider?.issuer),
      \(provider?.subject), \(provider?.session), \(provider?.idToken))
    """
  }
}

extension Session.Means: PostgresEncodable, PostgresDecodable {}
