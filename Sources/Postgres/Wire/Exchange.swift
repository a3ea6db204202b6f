/// Statements that go to the server together, before one Sync: outside a transaction block they are a
/// transaction of their own, all or nothing.
///
/// Every mutable part is guarded by the lock of the connection it is sent on.
final class Exchange: @unchecked Sendable {
  enum Outcome: Sendable {
    case answered([Rows])
    case failed(PostgresError)
    /// The connection was gone before anything was sent.
    case notSent
    /// A cancellation meant for a neighbour hit this one, or its plan was stale: nothing took effect.
    case again
  }

  typealias Continuation = UnsafeContinuation<Outcome, Never>

  let statements: [Statement]
  var answers: [Rows] = []
  var error: PostgresError?
  var continuation: Continuation?
  var isSent = false
  var isDone = false
  var isCancelRequested = false
  var isCancelSent = false
  /// Whether a cancellation meant for a neighbour may hit this one.
  var isExposed = false
  let startedAt = ContinuousClock.now

  init(_ statements: [Statement]) {
    self.statements = statements
    answers.reserveCapacity(statements.count)
  }

  /// Whether everything was carried out and a COMMIT was the last of it.
  var endedWithCommit: Bool {
    answers.count == statements.count && answers.last?.commandTag == "COMMIT"
  }

  /// What a server that ends the connection in the midst of it leaves behind, when it says so.
  ///
  /// What was carried out whole may have been committed in the moment before, and what held a COMMIT
  /// of its own was; anything else was given up.
  var kindWhenEnded: PostgresError.Kind {
    let isWhole = answers.count == statements.count
    return isWhole || answers.contains { $0.commandTag == "COMMIT" }
      ? .outcomeUnknown : .connectionLost
  }

  /// Why it must not be sent at all.
  var problem: PostgresError? {
    for statement in statements {
      if let problem = statement.parameters.problem {
        return PostgresError(.encoding, problem, statement: statement.sql)
      }
      if statement.parameterCount > Int(UInt16.max) {
        return PostgresError(
          .encoding, "\(statement.parameterCount) values where 65535 fit", statement: statement.sql)
      }
      if statement.sql.utf8.contains(0) {
        return PostgresError(.encoding, "a zero byte in the statement", statement: statement.sql)
      }
    }
    return nil
  }
}
