import CLibPQ
import Glibc
import Logging
import Synchronization

/// Makes connections, on threads of their own: looking up names and hashing passwords block.
final class Connector: Sendable {
  let configuration: Database.Configuration
  let reactor: Reactor
  let logger: Logger
  private let isClosed = Atomic<Bool>(false)

  init(_ configuration: Database.Configuration, reactor: Reactor, logger: Logger) {
    self.configuration = configuration
    self.reactor = reactor
    self.logger = logger
  }

  /// Makes attempts under way give up.
  func close() { isClosed.store(true, ordering: .relaxed) }

  /// Why an attempt failed, and whether another may succeed.
  struct Failure: Error {
    let error: PostgresError
    let isPassing: Bool
  }

  /// One attempt.
  nonisolated(nonsending) func connect(
    isShared: Bool,
    onNotification: (@Sendable (_ channel: String, _ payload: String) -> Void)? = nil,
    onDeath: @escaping @Sendable (Connection) -> Void
  ) async throws(Failure) -> Connection {
    let isGivenUp = Flag()
    let attempt = await withTaskCancellationHandler {
      await BlockingWork.run("postgres-connect") { self.attempt(unless: isGivenUp) }
    } onCancel: {
      isGivenUp.raise()
    }
    let connection = Connection(
      owning: try attempt.get().pointer, configuration, reactor: reactor, logger: logger,
      isShared: isShared, onNotification: onNotification, onDeath: onDeath)
    // A reactor that stopped meanwhile would never serve it.
    if reactor.isStopped {
      connection.close(PostgresError.closed.message)
      throw Failure(error: .closed, isPassing: false)
    }
    return connection
  }

  /// Attempts until `deadline`, with growing pauses, as long as the failure is a passing one.
  nonisolated(nonsending) func connectPatiently(
    until deadline: ContinuousClock.Instant, isShared: Bool,
    onDeath: @escaping @Sendable (Connection) -> Void
  ) async throws(PostgresError) -> Connection {
    var pauses = Pauses(within: configuration.reconnectPause)
    while true {
      do throws(Failure) {
        return try await connect(isShared: isShared, onDeath: onDeath)
      } catch {
        let pause = pauses.next()
        guard error.isPassing, .now + pause < deadline else { throw error.error }
        guard (try? await Task.sleep(for: pause)) != nil else { throw Self.cancelled }
      }
    }
  }

  /// libpq's connection on its way from the thread that made it.
  private struct Handle: @unchecked Sendable {
    let pointer: OpaquePointer
  }

  /// Tries once more when a server refused that takes connections by now: it may have begun to in
  /// between.
  private func attempt(unless isGivenUp: Flag) -> Result<Handle, Failure> {
    let first = attemptOnce(unless: isGivenUp)
    guard case .failure(let failure) = first, !failure.isPassing,
      failure.error.kind == .connectionFailed
    else { return first }
    return attemptOnce(unless: isGivenUp)
  }

  private func attemptOnce(unless isGivenUp: Flag) -> Result<Handle, Failure> {
    let settings = configuration.connectionSettings
    return withCStrings(settings.map(\.keyword)) { keywords in
      withCStrings(settings.map(\.value)) { values in
        guard let handle = PQconnectStartParams(keywords, values, 0) else {
          return .failure(
            Failure(error: PostgresError(.connectionFailed, "out of memory"), isPassing: true))
        }
        guard let error = wait(for: handle, unless: isGivenUp) else {
          return .success(Handle(pointer: handle))
        }
        PQfinish(handle)
        return .failure(
          Failure(error: error, isPassing: isPassing(error, keywords, values)))
      }
    }
  }

  /// libpq tells why it failed in words only; whether the server takes connections, it does tell.
  private func isPassing(
    _ error: PostgresError, _ keywords: UnsafePointer<UnsafePointer<CChar>?>,
    _ values: UnsafePointer<UnsafePointer<CChar>?>
  ) -> Bool {
    switch error.kind {
    case .closed, .cancelled, .untrusted: return false
    case .timeout: return true
    case _:
      let answer = PQpingParams(keywords, values, 0)
      return answer == PQPING_REJECT || answer == PQPING_NO_RESPONSE
    }
  }

  /// Drives libpq until the connection stands; otherwise says why not.
  private func wait(for handle: OpaquePointer, unless isGivenUp: Flag) -> PostgresError? {
    let deadline = ContinuousClock.now + configuration.connectTimeout
    var events = Int16(POLLOUT)
    var kind = PostgresError.Kind.connectionFailed
    while true {
      if PQstatus(handle) == CONNECTION_BAD { return failure(of: handle, kind) }
      while true {
        if isClosed.load(ordering: .relaxed) { return .closed }
        if isGivenUp.isRaised { return Self.cancelled }
        if .now >= deadline {
          return PostgresError(
            .timeout(.connect), "no connection within \(configuration.connectTimeout)")
        }
        var descriptor = pollfd(fd: PQsocket(handle), events: events, revents: 0)
        if poll(&descriptor, 1, 50) > 0 { break }
      }
      // Afterwards libpq tells in words only that it was TLS that failed.
      kind = PQstatus(handle) == CONNECTION_SSL_STARTUP ? .untrusted : .connectionFailed
      switch PQconnectPoll(handle) {
      case PGRES_POLLING_OK: return nil
      case PGRES_POLLING_READING: events = Int16(POLLIN)
      case PGRES_POLLING_WRITING: events = Int16(POLLOUT)
      case _: return failure(of: handle, kind)
      }
    }
  }

  private func failure(of handle: OpaquePointer, _ kind: PostgresError.Kind) -> PostgresError {
    PostgresError(kind, PostgresError.message(of: handle))
  }

  private static let cancelled = PostgresError(.cancelled, "cancelled while connecting")

  /// The strings as libpq's array, which ends in a null pointer.
  private func withCStrings<Result>(
    _ strings: [String], _ body: (UnsafePointer<UnsafePointer<CChar>?>) -> Result
  ) -> Result {
    let copies = strings.map { strdup($0) }
    defer { for copy in copies { free(copy) } }
    let pointers = copies.map { UnsafePointer($0) } + [nil]
    return pointers.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { preconditionFailure("never empty") }
      return body(base)
    }
  }
}

/// Something one side raises and the other side sees.
private final class Flag: Sendable {
  private let value = Atomic<Bool>(false)

  var isRaised: Bool { value.load(ordering: .relaxed) }

  func raise() { value.store(true, ordering: .relaxed) }
}
