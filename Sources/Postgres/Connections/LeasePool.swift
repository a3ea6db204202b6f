/// The connections that are lent out to one caller at a time, and the queue of those who wait.
final class LeasePool: Sendable {
  /// What a waiting caller is given in the end.
  private enum Grant {
    case connection(Connection)
    /// There is room: make one yourself.
    case room
    case refusal(PostgresError)
  }

  private struct Waiter {
    let id: UInt64
    let continuation: UnsafeContinuation<Grant, Never>
    let deadline: Deadlines.ID
  }

  private struct State {
    var idle: [Connection] = []
    /// Standing or being made.
    var count = 0
    var waiters = FIFO<Waiter>()
    var nextWaiter: UInt64 = 0
    var isClosed = false
    var all: [ObjectIdentifier: Connection] = [:]
  }

  private let connector: Connector
  private let state = Locked(State())

  init(_ connector: Connector) { self.connector = connector }

  /// Takes a connection out, waiting for one in turn.
  nonisolated(nonsending) func lease() async throws(PostgresError) -> Connection {
    let deadline = ContinuousClock.now + connector.configuration.leaseTimeout
    switch await grant() {
    case .connection(let connection):
      return connection.isAlive ? connection : try await lease()
    case .refusal(let error): throw error
    case .room: return try await make(until: deadline)
    }
  }

  nonisolated(nonsending) private func make(
    until deadline: ContinuousClock.Instant
  ) async throws(PostgresError) -> Connection {
    do throws(PostgresError) {
      let connection = try await connector.connectPatiently(
        until: deadline, isShared: false, onDeath: { self.forget($0) })
      let refusal = state.withLock { state -> PostgresError? in
        if state.isClosed { return .closed }
        guard connection.isAlive else {
          return PostgresError(.connectionLost, "the connection went as soon as it stood")
        }
        state.all[ObjectIdentifier(connection)] = connection
        return nil
      }
      if let refusal {
        connection.close(refusal.message)
        throw refusal
      }
      return connection
    } catch {
      leaveRoom()
      throw error
    }
  }

  nonisolated(nonsending) private func grant() async -> Grant {
    let id = state.withLock { state in
      state.nextWaiter += 1
      return state.nextWaiter
    }
    return await withTaskCancellationHandler {
      await withUnsafeContinuation { continuation in
        if let immediate = enter(id, continuation) { continuation.resume(returning: immediate) }
      }
    } onCancel: {
      end(id, PostgresError(.cancelled, "cancelled while waiting for a connection"))
    }
  }

  /// What can be granted at once; otherwise the caller waits.
  private func enter(_ id: UInt64, _ continuation: UnsafeContinuation<Grant, Never>) -> Grant? {
    let configuration = connector.configuration
    return state.withLock { state in
      if state.isClosed { return .refusal(.closed) }
      if Task.isCancelled { return .refusal(PostgresError(.cancelled, "cancelled")) }
      if let connection = state.idle.popLast() { return .connection(connection) }
      if state.count < max(1, configuration.leasedConnectionsMax) {
        state.count += 1
        return .room
      }
      guard state.waiters.count < configuration.leaseWaitersMax else {
        return .refusal(
          PostgresError(
            .poolExhausted,
            "\(state.count) connections are taken and \(state.waiters.count) callers wait"))
      }
      let deadline = connector.reactor.after(configuration.leaseTimeout) {
        self.end(
          id,
          PostgresError(
            .timeout(.lease), "no connection became free within \(configuration.leaseTimeout)"))
      }
      state.waiters.append(Waiter(id: id, continuation: continuation, deadline: deadline))
      return nil
    }
  }

  private func end(_ id: UInt64, _ error: PostgresError) {
    let waiter = state.withLock { state -> Waiter? in
      guard let waiter = state.waiters.waiting.first(where: { $0.id == id }) else { return nil }
      state.waiters.removeAll { $0.id == id }
      return waiter
    }
    if let waiter { resume(waiter, .refusal(error)) }
  }

  private func resume(_ waiter: Waiter, _ grant: Grant) {
    connector.reactor.cancel(waiter.deadline)
    waiter.continuation.resume(returning: grant)
  }

  /// Takes a connection back that is fit for the next one.
  func giveBack(_ connection: Connection) {
    guard connection.isAlive else { return }
    let waiter = state.withLock { state -> Waiter? in
      guard state.all[ObjectIdentifier(connection)] != nil else { return nil }
      if let waiter = state.waiters.popFirst() { return waiter }
      state.idle.append(connection)
      return nil
    }
    if let waiter { resume(waiter, .connection(connection)) }
  }

  /// Called when a connection has died, wherever it is.
  private func forget(_ connection: Connection) {
    let wasKnown = state.withLock { state in
      state.idle.removeAll { $0 === connection }
      return state.all.removeValue(forKey: ObjectIdentifier(connection)) != nil
    }
    if wasKnown { leaveRoom() }
  }

  private func leaveRoom() {
    let waiter = state.withLock { state -> Waiter? in
      let waiter = state.waiters.popFirst()
      if waiter == nil { state.count -= 1 }
      return waiter
    }
    if let waiter { resume(waiter, .room) }
  }

  /// Lends no more; who waits is refused.
  func refuse() {
    let waiters = state.withLock { state in
      state.isClosed = true
      defer { state.waiters = FIFO() }
      return state.waiters.waiting
    }
    for waiter in waiters { resume(waiter, .refusal(.closed)) }
  }

  func endConnections() {
    for connection in state.withLock({ Array($0.all.values) }) {
      connection.close(PostgresError.closed.message)
    }
  }
}
