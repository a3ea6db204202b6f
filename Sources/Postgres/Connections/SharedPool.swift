import Synchronization

/// The few pipelined connections that everyone shares.
///
/// The first is made when it is first needed, another when all that stand are busy, and a lost one is
/// made again at once. A caller gets the one with the least under way.
final class SharedPool: Sendable {
  private enum Place {
    case vacant
    case opening
    case open(Connection)
  }

  private struct Waiter {
    let id: UInt64
    let continuation: UnsafeContinuation<Result<Connection, PostgresError>, Never>
    let deadline: Deadlines.ID
  }

  private struct State {
    var places: [Place]
    var waiters: [Waiter] = []
    var nextWaiter: UInt64 = 0
    var lastFailure: PostgresError?
    var isClosed = false
  }

  private let connector: Connector
  private let state: Locked<State>

  init(_ connector: Connector) {
    self.connector = connector
    let count = max(1, connector.configuration.sharedConnectionsMax)
    state = Locked(State(places: Array(repeating: .vacant, count: count)))
  }

  nonisolated(nonsending) func connection() async throws(PostgresError) -> Connection {
    if let connection = leastLoaded() { return connection }
    let id = state.withLock { state in
      state.nextWaiter += 1
      return state.nextWaiter
    }
    return try await withTaskCancellationHandler {
      await withUnsafeContinuation { wait(id, $0) }
    } onCancel: {
      end(id, PostgresError(.cancelled, "cancelled while waiting for a connection"))
    }.get()
  }

  /// The connection with the least under way, if one stands; opens another when that one is busy.
  private func leastLoaded() -> Connection? {
    let (best, opening) = state.withLock { state -> (Connection?, Int?) in
      guard !state.isClosed else { return (nil, nil) }
      let best = Self.best(of: state.places)
      let isBusy = best.map { $0.load.load(ordering: .relaxed) > 0 } ?? true
      return (best, isBusy ? Self.startOpening(&state) : nil)
    }
    if let opening { open(opening) }
    return best
  }

  private static func best(of places: [Place]) -> Connection? {
    var best: (connection: Connection, load: Int)?
    for case .open(let connection) in places where connection.isAlive {
      let load = connection.load.load(ordering: .relaxed)
      if load < best?.load ?? .max { best = (connection, load) }
    }
    return best?.connection
  }

  /// One at a time, so that a burst does not open them all before it is seen whether it lasts.
  private static func startOpening(_ state: inout State) -> Int? {
    var vacancy: Int?
    for (index, place) in state.places.enumerated() {
      switch place {
      case .opening: return nil
      case .vacant: vacancy = vacancy ?? index
      case .open: break
      }
    }
    if let vacancy { state.places[vacancy] = .opening }
    return vacancy
  }

  private func wait(
    _ id: UInt64, _ continuation: UnsafeContinuation<Result<Connection, PostgresError>, Never>
  ) {
    let timeout = connector.configuration.leaseTimeout
    let (immediate, opening) = state.withLock {
      state -> (Result<Connection, PostgresError>?, Int?) in
      if state.isClosed { return (.failure(.closed), nil) }
      if Task.isCancelled { return (.failure(PostgresError(.cancelled, "cancelled")), nil) }
      if let best = Self.best(of: state.places) { return (.success(best), nil) }
      let deadline = connector.reactor.after(timeout) { self.giveUp(on: id) }
      state.waiters.append(Waiter(id: id, continuation: continuation, deadline: deadline))
      // The opening that was under way may have failed for good since it was looked at.
      return (nil, Self.startOpening(&state))
    }
    if let opening { open(opening) }
    if let immediate { continuation.resume(returning: immediate) }
  }

  private func giveUp(on id: UInt64) {
    let cause = state.withLock { $0.lastFailure }
    end(
      id,
      PostgresError(
        .timeout(.lease), "no connection in time" + (cause.map { ": \($0.message)" } ?? "")))
  }

  private func end(_ id: UInt64, _ error: PostgresError) {
    let waiter = state.withLock { state -> Waiter? in
      guard let index = state.waiters.firstIndex(where: { $0.id == id }) else { return nil }
      return state.waiters.remove(at: index)
    }
    guard let waiter else { return }
    connector.reactor.cancel(waiter.deadline)
    waiter.continuation.resume(returning: .failure(error))
  }

  private func resumeAll(_ result: Result<Connection, PostgresError>) {
    let waiters = state.withLock { state in
      defer { state.waiters = [] }
      return state.waiters
    }
    for waiter in waiters {
      connector.reactor.cancel(waiter.deadline)
      waiter.continuation.resume(returning: result)
    }
  }

  /// Keeps trying until a connection stands, the failure is a lasting one or the pool is closed.
  private func open(_ index: Int) {
    Task.detached {
      var pauses = Pauses(within: self.connector.configuration.reconnectPause)
      while true {
        do throws(Connector.Failure) {
          let connection = try await self.connector.connect(isShared: true) { lost in
            self.reopen(index, lost)
          }
          return self.install(connection, at: index)
        } catch {
          guard self.shouldRetry(after: error, at: index) else { return }
          try? await Task.sleep(for: pauses.next())
        }
      }
    }
  }

  private func install(_ connection: Connection, at index: Int) {
    let isWanted = state.withLock { state in
      guard !state.isClosed else { return false }
      state.places[index] = connection.isAlive ? .open(connection) : .vacant
      state.lastFailure = nil
      return true
    }
    if isWanted {
      resumeAll(.success(connection))
    } else {
      connection.close(PostgresError.closed.message)
    }
  }

  private func shouldRetry(after failure: Connector.Failure, at index: Int) -> Bool {
    let isOver = state.withLock { state in
      state.lastFailure = failure.error
      if !failure.isPassing || state.isClosed { state.places[index] = .vacant }
      return !failure.isPassing || state.isClosed
    }
    if isOver { resumeAll(.failure(failure.error)) }
    return !isOver
  }

  private func reopen(_ index: Int, _ lost: Connection) {
    let isReopening = state.withLock { state in
      guard case .open(let current) = state.places[index], current === lost else { return false }
      state.places[index] = state.isClosed ? .vacant : .opening
      return !state.isClosed
    }
    if isReopening { open(index) }
  }

  /// Gives nobody a connection any more; who waits for one is refused.
  func refuse() {
    state.withLock { $0.isClosed = true }
    resumeAll(.failure(.closed))
  }

  func endConnections() {
    let connections = state.withLock { state in
      defer { state.places = state.places.map { _ in .vacant } }
      return state.places.compactMap {
        if case .open(let connection) = $0 { connection } else { nil }
      }
    }
    for connection in connections { connection.close(PostgresError.closed.message) }
  }
}
