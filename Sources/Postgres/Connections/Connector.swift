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
    let attempt = await BlockingWork.run("postgres-connect") { self.attempt() }
    return Connection(
      owning: try attempt.get().pointer, configuration, reactor: reactor, logger: logger,
      isShared: isShared, onNotification: onNotification, onDeath: onDeath)
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
        guard error.isPassing, !Task.isCancelled, .now + pause < deadline else {
          throw error.error
        }
        try? await Task.sleep(for: pause)
      }
    }
  }

  /// libpq's connection on its way from the thread that made it.
  private struct Handle: @unchecked Sendable {
    let pointer: OpaquePointer
  }

  private func attempt() -> Result<Handle, Failure> {
    let settings = configuration.connectionSettings
    return withCStrings(settings.map(\.keyword)) { keywords in
      withCStrings(settings.map(\.value)) { values in
        guard let handle = PQconnectStartParams(keywords, values, 0) else {
          return .failure(
            Failure(error: PostgresError(.connectionFailed, "out of memory"), isPassing: true))
        }
        guard let error = wait(for: handle) else { return .success(Handle(pointer: handle)) }
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
    case .closed: return false
    case .timeout: return true
    case _:
      let answer = PQpingParams(keywords, values, 0)
      return answer == PQPING_REJECT || answer == PQPING_NO_RESPONSE
    }
  }

  /// Drives libpq until the connection stands; otherwise says why not.
  private func wait(for handle: OpaquePointer) -> PostgresError? {
    let deadline = ContinuousClock.now + configuration.connectTimeout
    var events = Int16(POLLOUT)
    while true {
      if PQstatus(handle) == CONNECTION_BAD { return failure(of: handle) }
      while true {
        if isClosed.load(ordering: .relaxed) { return .closed }
        if .now >= deadline {
          return PostgresError(
            .timeout(.connect), "no connection within \(configuration.connectTimeout)")
        }
        var descriptor = pollfd(fd: PQsocket(handle), events: events, revents: 0)
        if poll(&descriptor, 1, 50) > 0 { break }
      }
      switch PQconnectPoll(handle) {
      case PGRES_POLLING_OK: return nil
      case PGRES_POLLING_READING: events = Int16(POLLIN)
      case PGRES_POLLING_WRITING: events = Int16(POLLOUT)
      case _: return failure(of: handle)
      }
    }
  }

  private func failure(of handle: OpaquePointer) -> PostgresError {
    PostgresError(.connectionFailed, PostgresError.message(of: handle))
  }

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

/// Pauses that double up to a bound, each shortened at random so that nobody comes in step.
struct Pauses {
  private let range: ClosedRange<Duration>
  private var current: Duration

  init(within range: ClosedRange<Duration>) {
    self.range = range
    current = range.lowerBound
  }

  mutating func next() -> Duration {
    defer { current = min(current * 2, range.upperBound) }
    return current * Double.random(in: 0.5...1)
  }

  mutating func reset() { current = range.lowerBound }
}
