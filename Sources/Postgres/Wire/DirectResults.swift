import CLibPQ

extension Connection {
  /// What the server says next outside pipeline mode.
  enum DirectAnswer: Sendable {
    case done(Rows)
    case copyIn
    case copyOut
    /// There is nothing more.
    case end
  }

  /// Waits for the next answer; throws the server's error.
  nonisolated(nonsending) func nextAnswer(
    to sql: String
  ) async throws(PostgresError) -> DirectAnswer {
    try await poll { handle throws(PostgresError) in
      if PQisBusy(handle) == 1 { return nil }
      guard let result = PQgetResult(handle) else { return .end }
      switch PQresultStatus(result) {
      case PGRES_COPY_IN:
        PQclear(result)
        return .copyIn
      case PGRES_COPY_OUT:
        PQclear(result)
        return .copyOut
      case PGRES_TUPLES_OK, PGRES_COMMAND_OK, PGRES_EMPTY_QUERY:
        return .done(Rows(Answer(owning: result, columns: nil)))
      case _:
        defer { PQclear(result) }
        throw directError(PostgresError(result: result, statement: sql))
      }
    }
  }

  private func directError(_ error: PostgresError) -> PostgresError {
    guard error.kind == .server, error.sqlState == .queryCanceled else { return error }
    var error = error
    if error.message.contains("statement timeout") {
      error.kind = .timeout(.statement)
    } else if Task.isCancelled {
      error.kind = .cancelled
    }
    return error
  }

  /// Gives libpq `bytes` to copy, and waits until most of what it holds has gone.
  nonisolated(nonsending) func putCopy(_ bytes: [UInt8]) async throws(PostgresError) {
    _ = try await poll { handle throws(PostgresError) in
      let status = bytes.withUnsafeBytes { buffer in
        buffer.withMemoryRebound(to: CChar.self) {
          PQputCopyData(handle, $0.baseAddress, Int32($0.count))
        }
      }
      if status < 0 {
        throw PostgresError(.connectionLost, PostgresError.message(of: handle))
      }
      return status == 1 ? true : nil
    }
    _ = try await poll { handle throws(PostgresError) in
      // A connection on which writing failed swallows what it is given; only reading tells.
      guard PQconsumeInput(handle) == 1 else {
        throw PostgresError(.connectionLost, PostgresError.message(of: handle))
      }
      return PQflush(handle) == 1 ? nil : true
    }
  }

  /// Ends a copy to the server; with a `problem` the server discards all of it.
  nonisolated(nonsending) func endCopy(problem: String?) async throws(PostgresError) {
    _ = try await poll(isCancellable: problem == nil) { handle throws(PostgresError) in
      let status = PQputCopyEnd(handle, problem)
      if status < 0 {
        throw PostgresError(.connectionLost, PostgresError.message(of: handle))
      }
      return status == 1 ? true : nil
    }
  }

  /// Waits for rows of a copy from the server: all that have come, up to about `countMax` bytes, and
  /// whether they are the last.
  nonisolated(nonsending) func takeCopy(
    countMax: Int
  ) async throws(PostgresError) -> (bytes: [UInt8], areLast: Bool) {
    try await poll { handle throws(PostgresError) in
      var chunk: [UInt8] = []
      while chunk.count < countMax {
        var row: UnsafeMutablePointer<CChar>?
        let count = PQgetCopyData(handle, &row, 1)
        if count == -2 {
          throw PostgresError(.connectionLost, PostgresError.message(of: handle))
        }
        if count == -1 { return (chunk, true) }
        guard count > 0, let row else { break }
        chunk.append(contentsOf: UnsafeRawBufferPointer(start: row, count: Int(count)))
        PQfreemem(row)
      }
      return chunk.isEmpty ? nil : (chunk, false)
    }
  }
}
