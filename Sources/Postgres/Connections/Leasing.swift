/// How far a transaction is shielded from others that run at the same time.
public enum Isolation: Sendable {
  case readCommitted
  case repeatableRead
  case serializable

  fileprivate var clause: Statement {
    switch self {
    case .readCommitted: "ISOLATION LEVEL READ COMMITTED"
    case .repeatableRead: "ISOLATION LEVEL REPEATABLE READ"
    case .serializable: "ISOLATION LEVEL SERIALIZABLE"
    }
  }
}

extension Database {
  /// Runs `body` in one transaction, which is committed when it returns and rolled back when it throws.
  ///
  /// The first statement is sent along with BEGIN. Settings are made with `SET LOCAL`: the connection
  /// goes to the next caller as it is. An error of kind `.outcomeUnknown` means that the connection went
  /// during COMMIT.
  nonisolated(nonsending) public func transaction<Result>(
    isolation: Isolation = .readCommitted, readOnly: Bool = false,
    _ body: nonisolated(nonsending) (Session) async throws -> Result
  ) async throws -> Result {
    try calls.enter()
    defer { calls.leave() }
    let connection = try await leases.lease()
    let access: Statement = readOnly ? "READ ONLY" : "READ WRITE"
    let session = Session(
      connection, opening: "BEGIN \(splice: isolation.clause) \(splice: access)")
    do {
      let result = try await body(session)
      try await session.commit()
      await giveBack(connection)
      return result
    } catch {
      await session.rollback()
      await giveBack(connection)
      throw error
    }
  }

  /// Lends `body` a connection of its own; what it set is undone before the next caller has it.
  nonisolated(nonsending) public func withSession<Result>(
    _ body: nonisolated(nonsending) (Session) async throws -> Result
  ) async throws -> Result {
    try calls.enter()
    defer { calls.leave() }
    let connection = try await leases.lease()
    let session = Session(connection)
    do {
      let result = try await body(session)
      await restore(connection, session)
      return result
    } catch {
      await restore(connection, session)
      throw error
    }
  }

  nonisolated(nonsending) private func restore(
    _ connection: Connection, _ session: Session
  ) async {
    session.end()
    await connection.becomeQuiet()
    let outcome = await connection.performUncancelled(Exchange(Self.restoring))
    if case .answered = outcome { return await giveBack(connection) }
    connection.close("could not be restored")
  }

  /// What makes a session as good as new but keeps its prepared statements, which DISCARD ALL would not.
  private static let restoring: [Statement] = [
    "ROLLBACK", "CLOSE ALL", "RESET SESSION AUTHORIZATION", "RESET ROLE", "RESET ALL", "UNLISTEN *",
    "SELECT pg_advisory_unlock_all()", "DISCARD TEMP", "DISCARD SEQUENCES",
  ]

  nonisolated(nonsending) private func giveBack(_ connection: Connection) async {
    await connection.becomeQuiet()
    leases.giveBack(connection)
  }
}
