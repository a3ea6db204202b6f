import CLibPQ

/// Statements outside pipeline mode, one at a time: COPY and scripts of several statements cannot be
/// pipelined.
///
/// The caller's own task drives libpq here; the reactor only wakes it.
extension Connection {
  /// Leaves pipeline mode, sends `sql` and runs `body`; goes back to pipeline mode whatever happens.
  nonisolated(nonsending) func direct<Result>(
    _ sql: String, _ body: nonisolated(nonsending) () async throws -> Result
  ) async throws -> Result {
    try startDirect(sql)
    do {
      let result = try await body()
      await endDirect()
      return result
    } catch {
      await endDirect()
      throw error
    }
  }

  private func startDirect(_ sql: String) throws(PostgresError) {
    guard !sql.utf8.contains(0) else {
      throw PostgresError(.encoding, "a zero byte in the statement", statement: sql)
    }
    let (aftermath, refusal) = state.withLock { state -> (Aftermath, PostgresError?) in
      var aftermath = Aftermath()
      guard let handle = state.handle else { return (aftermath, Self.lost(state)) }
      guard state.slots.isEmpty, !state.isDirect, PQexitPipelineMode(handle) == 1 else {
        return (
          aftermath,
          PostgresError(.misuse, "statements are still under way on this connection")
        )
      }
      state.isDirect = true
      state.isDirectCancelled = false
      state.hasDirectSignal = false
      guard PQsendQuery(handle, sql) == 1 else {
        die(PostgresError.message(of: handle), &state, into: &aftermath)
        return (aftermath, Self.lost(state))
      }
      updateInterest(&state, isWriting: PQflush(handle) == 1)
      return (aftermath, nil)
    }
    finish(aftermath)
    if let refusal { throw refusal }
  }

  /// Takes what is left, so that the connection is fit for the next statement.
  nonisolated(nonsending) private func endDirect() async {
    while true {
      let hasMore: Bool
      do throws(PostgresError) { hasMore = try await drainOnce() } catch { return }
      if !hasMore { break }
    }
    let aftermath = state.withLock { state in
      var aftermath = Aftermath()
      state.isDirect = false
      guard let handle = state.handle else { return aftermath }
      if PQstatus(handle) == CONNECTION_BAD {
        die(PostgresError.message(of: handle), &state, into: &aftermath)
      } else if PQenterPipelineMode(handle) == 1 {
        updateInterest(&state, isWriting: PQflush(handle) == 1)
      } else {
        die("could not go back to pipeline mode", &state, into: &aftermath)
      }
      return aftermath
    }
    finish(aftermath)
  }

  /// Takes one more result; false when there is none.
  nonisolated(nonsending) private func drainOnce() async throws(PostgresError) -> Bool {
    try await poll(isCancellable: false) { handle throws(PostgresError) in
      var row: UnsafeMutablePointer<CChar>?
      while true {
        let count = PQgetCopyData(handle, &row, 1)
        if count == 0 { return nil }
        // Either the last row has come, or no rows are being copied out.
        if count < 0 { break }
        PQfreemem(row)
      }
      if PQisBusy(handle) == 1 { return nil }
      guard let result = PQgetResult(handle) else { return false }
      if PQresultStatus(result) == PGRES_COPY_IN { PQputCopyEnd(handle, "given up") }
      PQclear(result)
      return true
    }
  }

  /// Asks `attempt` again and again, each time the server has said something, until it has an answer.
  ///
  /// Cancelling the task cancels the statement at the server; the attempt then meets its error.
  nonisolated(nonsending) func poll<Result>(
    isCancellable: Bool = true,
    _ attempt: (OpaquePointer) throws(PostgresError) -> Result?
  ) async throws(PostgresError) -> Result {
    while true {
      if let result = try step(attempt) { return result }
      if isCancellable {
        await withTaskCancellationHandler {
          await untilWoken()
        } onCancel: {
          cancelDirect()
        }
      } else {
        await untilWoken()
      }
    }
  }

  private func step<Result>(
    _ attempt: (OpaquePointer) throws(PostgresError) -> Result?
  ) throws(PostgresError) -> Result? {
    try state.withLock { state throws(PostgresError) in
      guard let handle = state.handle else { throw Self.lost(state) }
      // First, because libpq may read while it sends, and the attempt must see what it read.
      let isWriting = PQflush(handle) == 1
      let result = try attempt(handle)
      updateInterest(&state, isWriting: isWriting)
      return result
    }
  }

  /// Waits for the reactor, unless it has called since the last time.
  private nonisolated(nonsending) func untilWoken() async {
    await withUnsafeContinuation { (continuation: UnsafeContinuation<Void, Never>) in
      let isCalled = state.withLock { state in
        if state.handle == nil || state.hasDirectSignal {
          state.hasDirectSignal = false
          return true
        }
        state.directWaiter = continuation
        updateInterest(&state, isWriting: state.interest.isWriting)
        return false
      }
      if isCalled { continuation.resume() }
    }
  }

  /// Calls off the statement under way.
  func cancelDirect() {
    state.withLock { state in
      guard let handle = state.handle, state.isDirect, !state.isDirectCancelled else { return }
      state.isDirectCancelled = true
      sendCancel(handle, &state)
    }
  }

  private static func lost(_ state: State) -> PostgresError {
    state.death ?? PostgresError(.connectionLost, "connection lost")
  }
}
