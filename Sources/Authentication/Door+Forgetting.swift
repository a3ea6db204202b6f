public import Domain
public import Postgres

extension Door {
  /// Takes away all by which `person` is or was signed in, what is counted of attempts that failed under any address of
  /// theirs, and what the directory said of them.
  ///
  /// - Returns: how many rows that were; 0 when nothing is left.
  @discardableResult public func forget(_ person: PersonID) async throws -> Int {
    try await database.transaction { session in try await Self.forget(person, session) }
  }

  /// The same for `erasure`, which may have been interrupted before.
  ///
  /// - Returns: how many rows it took away, each time it was tried taken together.
  public func forget(_ person: PersonID, for erasure: ErasureID) async throws -> Int {
    try await database.transaction { session in
      let count = try await Self.forget(person, session)
      return try await session.run(
        """
        INSERT INTO erasure_tally AS tally (erasure, row_count) VALUES (\(erasure), \(count))
        ON CONFLICT (erasure) DO UPDATE SET row_count = tally.row_count + excluded.row_count
        RETURNING row_count
        """
      ).only()["row_count"]
    }
  }

  private static func forget(_ person: PersonID, _ session: Postgres.Session) async throws -> Int {
    let whose: Statement = "WHERE person = \(person)"
    // What leads to other rows goes after them.
    let answers = try await session.batch([
      """
      DELETE FROM sign_in_failure WHERE subject IN (
        SELECT kind || ' ' || mail FROM (\(splice: mails(of: person))) AS known
        CROSS JOIN (VALUES ('account'), ('code')) AS asked(kind))
      """,
      """
      DELETE FROM passkey_challenge
      WHERE user_handle IN (SELECT user_handle FROM credential \(splice: whose))
      """,
      "DELETE FROM recovery_code \(splice: whose)",
      "DELETE FROM credential \(splice: whose)",
      "DELETE FROM passkey \(splice: whose)",
      "DELETE FROM sign_in_link \(splice: whose)",
      "DELETE FROM provider_person \(splice: whose)",
      "DELETE FROM session \(splice: whose)",
      "DELETE FROM directory_resource WHERE id = \(person.account)",
      "DELETE FROM directory_due WHERE account = \(person.account)",
      "DELETE FROM request_allowance WHERE subject = \(Requester.person(person).subject)",
    ])
    return answers.map(\.affected).reduce(0, +)
  }

  /// Sweeps the rows that were taken away out of their tables, over a database that connects as owner.
  ///
  /// Nobody waits for it. A transaction that began before may keep it from some rows; PostgreSQL then sweeps them later.
  public static func sweep(_ owner: Database) async throws {
    try await owner.withUnhurriedSession { session in
      _ = try await session.run(
        """
        VACUUM sign_in_failure, passkey_challenge, recovery_code, credential, passkey, sign_in_link,
          provider_person, session, directory_resource, directory_member, directory_due,
          request_allowance
        """)
    }
  }
}
