/// A connection that one caller has to itself for a while.
///
/// Valid only inside the closure it is given to.
public final class Session: Sendable {
  private struct State {
    /// Sent together with the first statement.
    var opening: Statement?
    var isInTransaction: Bool
    var isOver = false
  }

  let connection: Connection
  private let state: Locked<State>

  init(_ connection: Connection, opening: Statement? = nil) {
    self.connection = connection
    state = Locked(State(opening: opening, isInTransaction: opening != nil))
  }

  /// The server's process for this connection, as in `pg_stat_activity`.
  public var processID: Int32 { connection.processID }

  /// Runs one statement.
  @discardableResult
  nonisolated(nonsending) public func run(
    _ statement: Statement
  ) async throws(PostgresError) -> Rows {
    guard let rows = try await batch([statement]).first else {
      throw PostgresError(.decoding, "no answer", statement: statement.sql)
    }
    return rows
  }

  /// Runs statements in one round trip; outside a transaction they are one.
  @discardableResult
  nonisolated(nonsending) public func batch(
    _ statements: [Statement]
  ) async throws(PostgresError) -> [Rows] {
    guard !statements.isEmpty else { return [] }
    let opening = try takeOpening()
    let exchange = Exchange((opening.map { [$0] } ?? []) + statements)
    let rows = try answers(to: await connection.perform(exchange))
    return opening == nil ? rows : Array(rows.dropFirst())
  }

  /// Makes sure that the transaction has begun, for what cannot be sent along with its beginning.
  nonisolated(nonsending) func begin() async throws(PostgresError) {
    guard let opening = try takeOpening() else { return }
    _ = try answers(to: await connection.perform(Exchange([opening])))
  }

  private func takeOpening() throws(PostgresError) -> Statement? {
    try state.withLock { state throws(PostgresError) in
      if state.isOver { throw PostgresError(.misuse, "the session is over") }
      defer { state.opening = nil }
      return state.opening
    }
  }

  private func answers(to outcome: Exchange.Outcome) throws(PostgresError) -> [Rows] {
    switch outcome {
    case .answered(let rows): return rows
    case .failed(var error):
      // A transaction that never came to its COMMIT took no effect.
      if error.kind == .outcomeUnknown, state.withLock({ $0.isInTransaction }) {
        error.kind = .connectionLost
      }
      throw error
    case .notSent, .again:
      throw PostgresError(.connectionLost, "the connection was lost before the statement was sent")
    }
  }

  /// Commits, or learns that it failed, or that nobody knows.
  nonisolated(nonsending) func commit() async throws(PostgresError) {
    guard endTransaction() else { return }
    // A cancellation that came too late for its own statement must not hit this one.
    await connection.becomeQuiet()
    let rows = try answers(to: await connection.performUncancelled(Exchange(["COMMIT"])))
    guard rows.first?.commandTag == "COMMIT" else {
      var error = PostgresError(
        .server, "rolled back: a statement in the transaction failed and its error was passed over")
      error.sqlState = .failedTransaction
      throw error
    }
  }

  nonisolated(nonsending) func rollback() async {
    guard endTransaction() else { return }
    await connection.becomeQuiet()
    let outcome = await connection.performUncancelled(Exchange(["ROLLBACK"]))
    if case .answered = outcome { return }
    connection.close("could not roll back")
  }

  /// Whether there is anything to end: without a statement nothing was begun.
  private func endTransaction() -> Bool {
    state.withLock { state in
      defer {
        state.isInTransaction = false
        state.isOver = true
      }
      return state.isInTransaction && state.opening == nil
    }
  }

  /// Whether a connection that is lost now takes everything with it.
  var isInTransaction: Bool { state.withLock { $0.isInTransaction } }

  /// From here on nobody uses the connection by way of this session.
  func end() { state.withLock { $0.isOver = true } }
}
