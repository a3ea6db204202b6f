import CLibPQ

extension Session {
  /// Runs `COPY … FROM STDIN` with what `body` writes; when `body` throws, nothing of it stays.
  ///
  /// - Returns: how many rows were stored.
  @discardableResult
  nonisolated(nonsending) public func copyIn(
    _ statement: Statement,
    _ body: nonisolated(nonsending) (CopyWriter) async throws -> Void
  ) async throws -> Int {
    let connection = try await prepareDirect(statement)
    return try await connection.direct(statement.sql) {
      guard case .copyIn = try await connection.nextAnswer(to: statement.sql) else {
        throw PostgresError(.misuse, "not a COPY … FROM STDIN", statement: statement.sql)
      }
      do {
        try await body(CopyWriter(connection))
        if Task.isCancelled { throw PostgresError.cancelledWhileCopying }
      } catch {
        try? await connection.endCopy(problem: "given up by the writer")
        throw error
      }
      return try await outcome(of: statement, on: connection)
    }
  }

  /// The end is sent and the answer awaited: if the connection goes in between, nobody knows.
  nonisolated(nonsending) private func outcome(
    of statement: Statement, on connection: Connection
  ) async throws(PostgresError) -> Int {
    do throws(PostgresError) {
      try await connection.endCopy(problem: nil)
      var affected = 0
      while true {
        switch try await connection.nextAnswer(to: statement.sql) {
        case .done(let rows): affected = rows.affected
        case .end: return affected
        case .copyIn, .copyOut: throw PostgresError(.misuse, "more than one COPY in a statement")
        }
      }
    } catch {
      var error = error
      if error.kind == .connectionLost, error.sqlState == nil, !isInTransaction {
        error.kind = .outcomeUnknown
      }
      throw error
    }
  }

  /// Runs `COPY … TO STDOUT` and gives its rows to `body`, no faster than it takes them; what `body`
  /// leaves unread is called off.
  nonisolated(nonsending) public func copyOut<Result>(
    _ statement: Statement,
    _ body: nonisolated(nonsending) (CopyReader) async throws -> Result
  ) async throws -> Result {
    let connection = try await prepareDirect(statement)
    return try await connection.direct(statement.sql) {
      guard case .copyOut = try await connection.nextAnswer(to: statement.sql) else {
        throw PostgresError(.misuse, "not a COPY … TO STDOUT", statement: statement.sql)
      }
      let reader = CopyReader(connection)
      defer { if !reader.hasEnded { connection.cancelDirect() } }
      return try await body(reader)
    }
  }

  /// Runs the statements of a script one after another, without values and without answers.
  ///
  /// Outside a transaction they are one, unless they say otherwise.
  nonisolated(nonsending) public func script(_ script: Statement) async throws(PostgresError) {
    do {
      let connection = try await prepareDirect(script)
      try await connection.direct(script.sql) {
        while true {
          switch try await connection.nextAnswer(to: script.sql) {
          case .done: break
          case .end: return
          case .copyIn, .copyOut:
            throw PostgresError(.misuse, "COPY in a script", statement: script.sql)
          }
        }
      }
    } catch let error as PostgresError {
      throw error
    } catch {
      throw PostgresError(.misuse, "\(error)", statement: script.sql)
    }
  }

  nonisolated(nonsending) private func prepareDirect(
    _ statement: Statement
  ) async throws(PostgresError) -> Connection {
    guard statement.parameterCount == 0 else {
      throw PostgresError(
        .misuse, "values cannot be bound here", statement: statement.sql)
    }
    try await begin()
    return connection
  }
}
