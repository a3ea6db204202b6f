import CLibPQ

extension Connection {
  /// Takes every result libpq has whole, and completes the exchanges they end.
  func receive(_ handle: OpaquePointer, _ state: inout State, into aftermath: inout Aftermath) {
    var isExpectingSync = false
    while let slot = state.slots.first, PQisBusy(handle) == 0 {
      guard let result = PQgetResult(handle) else {
        // libpq says so when one statement is answered; a Sync has no such end.
        if case .sync = slot {
          if isExpectingSync { return }
          isExpectingSync = true
        } else {
          _ = state.slots.popFirst()
        }
        continue
      }
      isExpectingSync = false
      switch PQresultStatus(result) {
      case PGRES_PIPELINE_SYNC:
        PQclear(result)
        _ = state.slots.popFirst()
        end(slot.exchange, into: &aftermath)
      case PGRES_TUPLES_OK, PGRES_COMMAND_OK, PGRES_EMPTY_QUERY:
        accept(result, for: slot)
      case PGRES_PIPELINE_ABORTED:
        PQclear(result)
        // What was to be prepared after an error in the same exchange was not.
        if case .prepare(let prepared, _) = slot { state.prepared.forget(prepared) }
      case _:
        refuse(result, for: slot, &state)
      }
      cancelFirstIfAsked(handle, &state)
    }
  }

  private func accept(_ result: OpaquePointer, for slot: Slot) {
    switch slot {
    case .prepare, .sync: PQclear(result)
    case .statement(let prepared, _, let exchange):
      let answer = Answer(owning: result, columns: prepared?.columns)
      if let prepared, prepared.columns == nil { prepared.columns = answer.columns }
      exchange.answers.append(Rows(answer))
    }
  }

  private func refuse(_ result: OpaquePointer, for slot: Slot, _ state: inout State) {
    defer { PQclear(result) }
    let exchange = slot.exchange
    let index = exchange.answers.count
    let sql = exchange.statements.indices.contains(index) ? exchange.statements[index].sql : nil
    var error = PostgresError(result: result, statement: sql)
    // Made up by libpq when the connection broke; what follows tells.
    guard error.sqlState != nil else { return }
    state.sawFatal = state.sawFatal || error.isFatal
    if error.isFatal { error.kind = exchange.kindWhenEnded }
    if exchange.error == nil, !(error.isFatal && exchange.endedWithCommit) {
      exchange.error = error
    }
    switch slot {
    case .prepare(let prepared, _): state.prepared.forget(prepared)
    case .statement(let prepared?, _, _) where error.isStalePlan:
      if error.sqlState == .invalidStatementName {
        state.prepared.forget(prepared)
      } else {
        state.prepared.discard(prepared)
      }
      prepared.isStale = true
    case .statement, .sync: break
    }
  }

  private func end(_ exchange: Exchange, into aftermath: inout Aftermath) {
    if let error = exchange.error {
      let isStale = error.isStalePlan && isShared
      complete(
        exchange, isStale ? .again : verdict(on: exchange, error), into: &aftermath)
    } else {
      complete(exchange, .answered(exchange.answers), into: &aftermath)
    }
  }
}
