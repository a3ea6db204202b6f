import CLibPQ
import Synchronization

extension Connection {
  /// Sends `exchange` and waits for its outcome; cancelling the task cancels it at the server.
  ///
  /// The outcome is always the server's own: a cancelled exchange that was too far on is answered.
  nonisolated(nonsending) func perform(_ exchange: Exchange) async -> Exchange.Outcome {
    await withTaskCancellationHandler {
      await performUncancelled(exchange)
    } onCancel: {
      cancel(exchange)
    }
  }

  nonisolated(nonsending) func performUncancelled(
    _ exchange: Exchange
  ) async -> Exchange.Outcome {
    if let problem = exchange.problem { return .failed(problem) }
    return await withUnsafeContinuation { send(exchange, $0) }
  }

  private func send(_ exchange: Exchange, _ continuation: Exchange.Continuation) {
    load.add(1, ordering: .relaxed)
    let aftermath = state.withLock { state in
      var aftermath = Aftermath()
      exchange.continuation = continuation
      guard let handle = state.handle, state.death == nil, !state.isDirect else {
        complete(exchange, .notSent, into: &aftermath)
        return aftermath
      }
      if exchange.isCancelRequested {
        complete(
          exchange, .failed(PostgresError(.cancelled, "cancelled before it was sent")),
          into: &aftermath)
        return aftermath
      }
      exchange.isExposed = state.cancelsUnderWay > 0
      discardUnused(handle, &state)
      if !transmit(exchange, handle, &state) {
        // Without its Sync the server carries out nothing.
        exchange.error = PostgresError(.connectionLost, PostgresError.message(of: handle))
        giveUp(handle, &state, into: &aftermath)
      } else {
        settle(handle, &state, into: &aftermath)
      }
      return aftermath
    }
    finish(aftermath)
  }

  /// Starts flushing, and makes sure that nothing already read is forgotten.
  ///
  /// While it sends, libpq may read what the server said, and the descriptor then has nothing left to
  /// report; so the reactor is asked to look.
  private func settle(
    _ handle: OpaquePointer, _ state: inout State, into aftermath: inout Aftermath
  ) {
    let isFlushed = PQflush(handle)
    if isFlushed < 0 {
      giveUp(handle, &state, into: &aftermath)
    } else {
      updateInterest(&state, isWriting: isFlushed == 1)
      if PQisBusy(handle) == 0 { reactor.poke(self) }
    }
  }

  /// Puts every statement of `exchange` and one Sync into libpq's buffer; false when libpq gave up.
  private func transmit(
    _ exchange: Exchange, _ handle: OpaquePointer, _ state: inout State
  ) -> Bool {
    exchange.isSent = true
    for (index, statement) in exchange.statements.enumerated() {
      let isSent =
        switch statement.preparation {
        case .prepared: transmitPrepared(statement, index, exchange, handle, &state)
        case .once: transmitOnce(statement, index, exchange, handle, &state)
        }
      guard isSent else {
        // Makes sure that the exchange is told when the connection goes.
        state.slots.append(.sync(exchange))
        return false
      }
    }
    state.slots.append(.sync(exchange))
    return PQpipelineSync(handle) == 1
  }

  private func transmitPrepared(
    _ statement: Statement, _ index: Int, _ exchange: Exchange, _ handle: OpaquePointer,
    _ state: inout State
  ) -> Bool {
    let types = statement.parameters.types
    let (prepared, isNew) = state.prepared.statement(for: .init(sql: statement.sql, types: types))
    if isNew {
      guard PQsendPrepare(handle, prepared.name, statement.sql, Int32(types.count), types) == 1
      else {
        state.prepared.forget(prepared)
        return false
      }
      state.slots.append(.prepare(prepared, exchange))
    }
    let isSent = statement.parameters.withArrays { values, lengths, formats in
      PQsendQueryPrepared(
        handle, prepared.name, Int32(types.count), values, lengths, formats,
        statement.answerForm.rawValue)
    }
    guard isSent == 1 else { return false }
    state.slots.append(.statement(prepared, at: index, exchange))
    return true
  }

  private func transmitOnce(
    _ statement: Statement, _ index: Int, _ exchange: Exchange, _ handle: OpaquePointer,
    _ state: inout State
  ) -> Bool {
    let types = statement.parameters.types
    let isSent = statement.parameters.withArrays { values, lengths, formats in
      PQsendQueryParams(
        handle, statement.sql, Int32(types.count), types, values, lengths, formats,
        statement.answerForm.rawValue)
    }
    guard isSent == 1 else { return false }
    state.slots.append(.statement(nil, at: index, exchange))
    return true
  }

  /// Tells the server which prepared statements it may forget.
  ///
  /// Only between transactions: in a failed one the server would refuse.
  private func discardUnused(_ handle: OpaquePointer, _ state: inout State) {
    guard !state.prepared.discarded.isEmpty, PQtransactionStatus(handle) == PQTRANS_IDLE else {
      return
    }
    for statement in state.prepared.takeDiscarded() {
      var deallocate = Statement()
      deallocate.append(text: "DEALLOCATE \(statement.name)")
      let exchange = Exchange([deallocate.unprepared])
      load.add(1, ordering: .relaxed)
      if !transmit(exchange, handle, &state) { return }
    }
  }
}
