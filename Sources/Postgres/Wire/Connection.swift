import CLibPQ
import Logging
import Synchronization

/// One connection to the server, in libpq's pipeline mode unless it is copying.
///
/// Whoever calls sends under the lock and leaves; the reactor reads, and resumes. The lock is held
/// while libpq works on memory, never while anything waits for the server.
final class Connection: Sendable {
  /// What the server still has to answer, in order.
  enum Slot {
    case prepare(PreparedStatement, Exchange)
    case statement(PreparedStatement?, at: Int, Exchange)
    case sync(Exchange)

    var exchange: Exchange {
      switch self {
      case .prepare(_, let exchange), .statement(_, _, let exchange), .sync(let exchange): exchange
      }
    }
  }

  struct State {
    var handle: OpaquePointer?
    var token: Reactor.Token = 0
    let descriptor: Int32
    var slots = FIFO<Slot>()
    var prepared: PreparedStatements
    var interest = Reactor.Interest(isReading: true, isWriting: false)
    /// Set for good once the connection is lost or closed.
    var death: PostgresError?
    /// Whether the server said it ends the connection; what is queued then was not carried out.
    var sawFatal = false
    var cancelsUnderWay = 0
    var quiet: [UnsafeContinuation<Void, Never>] = []
    /// Set while statements go one by one outside pipeline mode, for COPY and scripts.
    var isDirect = false
    var directWaiter: UnsafeContinuation<Void, Never>?
    var isDirectCancelled = false
    /// The reactor called while nobody waited.
    var hasDirectSignal = false
  }

  let state: Locked<State>
  let reactor: Reactor
  let logger: Logger
  let processID: Int32
  /// Exchanges sent and not yet answered.
  let load = Atomic<Int>(0)
  /// Set once the connection is lost, so that nobody chooses it before its pool has heard.
  let isLost = Atomic<Bool>(false)
  private let statementTimeout: Duration?
  /// A shared connection carries statements of callers who know nothing of each other.
  let isShared: Bool
  private let onNotification: (@Sendable (_ channel: String, _ payload: String) -> Void)?
  private let onDeath: @Sendable (Connection) -> Void
  private let notices: NoticeLog

  /// Takes over `handle`, which is connected, and makes itself known to the reactor.
  init(
    owning handle: OpaquePointer, _ configuration: Database.Configuration, reactor: Reactor,
    logger: Logger, isShared: Bool,
    onNotification: (@Sendable (_ channel: String, _ payload: String) -> Void)? = nil,
    onDeath: @escaping @Sendable (Connection) -> Void
  ) {
    self.reactor = reactor
    self.logger = logger
    self.isShared = isShared
    self.onNotification = onNotification
    self.onDeath = onDeath
    statementTimeout = configuration.statementTimeout
    notices = NoticeLog(logger)
    processID = PQbackendPID(handle)
    PQsetnonblocking(handle, 1)
    notices.attach(to: handle)
    PQenterPipelineMode(handle)
    state = Locked(
      State(
        handle: handle, descriptor: PQsocket(handle),
        prepared: PreparedStatements(capacity: configuration.preparedStatementsMax)))
    state.withLock { $0.token = reactor.add(self, descriptor: $0.descriptor) }
  }

  deinit {
    state.withLock { if let handle = $0.handle { PQfinish(handle) } }
  }

  var isAlive: Bool { !isLost.load(ordering: .relaxed) }

  /// What the end of some work makes due, done after the lock is let go.
  struct Aftermath {
    var completions: [(Exchange.Continuation, Exchange.Outcome)] = []
    var notifications: [(channel: String, payload: String)] = []
    var woken: UnsafeContinuation<Void, Never>?
    var hasDied = false
  }

  func finish(_ aftermath: Aftermath) {
    // First of all, so that whoever is resumed does not meet this connection again.
    if aftermath.hasDied { onDeath(self) }
    for (continuation, outcome) in aftermath.completions { continuation.resume(returning: outcome) }
    aftermath.woken?.resume()
    if let onNotification {
      for notification in aftermath.notifications {
        onNotification(notification.channel, notification.payload)
      }
    }
  }

  /// Called by the reactor whenever the descriptor may have something to say.
  func attend() {
    let aftermath = state.withLock { state in
      var aftermath = Aftermath()
      guard let handle = state.handle, state.death == nil else { return aftermath }
      let isFlushed = PQflush(handle)
      // While copying, nothing is read that nobody waits for: that is the back-pressure.
      let isWanted = !state.isDirect || state.directWaiter != nil
      let isRead = isWanted ? readAll(handle) : true
      takeNotifications(handle, into: &aftermath)
      if state.isDirect {
        aftermath.woken = state.directWaiter
        state.directWaiter = nil
        state.hasDirectSignal = !isWanted
      } else {
        receive(handle, &state, into: &aftermath)
      }
      if isFlushed < 0 || !isRead || PQstatus(handle) == CONNECTION_BAD {
        die(PostgresError.message(of: handle), &state, into: &aftermath)
      } else {
        updateInterest(&state, isWriting: isFlushed == 1)
      }
      return aftermath
    }
    finish(aftermath)
  }

  /// Reads what has come; with TLS also what the library has decrypted and the descriptor no longer
  /// shows.
  private func readAll(_ handle: OpaquePointer) -> Bool {
    repeat {
      if PQconsumeInput(handle) == 0 { return false }
    } while clibpq_decrypted_bytes(handle) > 0
    return true
  }

  /// Ends a connection that takes nothing more, once what the server said last has been heard: it
  /// tells what was carried out.
  func giveUp(_ handle: OpaquePointer, _ state: inout State, into aftermath: inout Aftermath) {
    let reason = PostgresError.message(of: handle)
    _ = readAll(handle)
    receive(handle, &state, into: &aftermath)
    die(reason, &state, into: &aftermath)
  }

  /// Says what the reactor is to listen for.
  func updateInterest(_ state: inout State, isWriting: Bool) {
    let isReading = !state.isDirect || state.directWaiter != nil
    let interest = Reactor.Interest(isReading: isReading, isWriting: isWriting)
    guard interest != state.interest else { return }
    reactor.listen(
      state.token, descriptor: state.descriptor, for: interest, insteadOf: state.interest)
    state.interest = interest
  }

  private func takeNotifications(_ handle: OpaquePointer, into aftermath: inout Aftermath) {
    while let notification = PQnotifies(handle) {
      aftermath.notifications.append(
        (
          channel: String(cString: notification.pointee.relname),
          payload: String(cString: notification.pointee.extra)
        ))
      PQfreemem(notification)
    }
  }

  /// Ends the connection; what still waits is told so, each according to how far it came.
  func die(_ reason: String, _ state: inout State, into aftermath: inout Aftermath) {
    guard state.death == nil else { return }
    state.death = PostgresError(.connectionLost, reason.isEmpty ? "connection lost" : reason)
    aftermath.hasDied = true
    isLost.store(true, ordering: .relaxed)
    while let slot = state.slots.popFirst() {
      fail(slot.exchange, reason, &state, into: &aftermath)
    }
    reactor.remove(state.token, descriptor: state.descriptor)
    if let handle = state.handle { PQfinish(handle) }
    state.handle = nil
    aftermath.woken = aftermath.woken ?? state.directWaiter
    state.directWaiter = nil
  }

  private func fail(
    _ exchange: Exchange, _ reason: String, _ state: inout State, into aftermath: inout Aftermath
  ) {
    // A COMMIT that was answered stands, whatever came of the connection.
    if exchange.error == nil, exchange.endedWithCommit {
      return complete(exchange, .answered(exchange.answers), into: &aftermath)
    }
    let kind: PostgresError.Kind = state.sawFatal ? .connectionLost : .outcomeUnknown
    let unanswered = exchange.statements.dropFirst(exchange.answers.count).first
    complete(
      exchange,
      .failed(exchange.error ?? PostgresError(kind, reason, statement: unanswered?.sql)),
      into: &aftermath)
  }

  func complete(
    _ exchange: Exchange, _ outcome: Exchange.Outcome, into aftermath: inout Aftermath
  ) {
    guard !exchange.isDone else { return }
    exchange.isDone = true
    load.subtract(1, ordering: .relaxed)
    if let continuation = exchange.continuation {
      aftermath.completions.append((continuation, outcome))
      exchange.continuation = nil
    }
  }

  /// What an exchange that the server refused comes to.
  func verdict(on exchange: Exchange, _ error: PostgresError) -> Exchange.Outcome {
    guard error.sqlState == .queryCanceled, error.kind == .server else { return .failed(error) }
    var error = error
    if exchange.isCancelRequested {
      error.kind = .cancelled
      return .failed(error)
    }
    let hasRunLong = statementTimeout.map { .now - exchange.startedAt >= $0 } ?? false
    if hasRunLong || error.message.contains("statement timeout") {
      error.kind = .timeout(.statement)
      return .failed(error)
    }
    return exchange.isExposed && isShared ? .again : .failed(error)
  }

  /// Ends the connection for good.
  func close(_ reason: String) {
    let aftermath = state.withLock { state in
      var aftermath = Aftermath()
      die(reason, &state, into: &aftermath)
      return aftermath
    }
    finish(aftermath)
  }
}
