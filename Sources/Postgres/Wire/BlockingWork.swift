import CLibPQ
import Glibc

/// Runs what blocks (connecting, cancelling, joining) on a thread of its own, never on the shared pool.
enum BlockingWork {
  private final class Job {
    let body: @Sendable () -> Void
    init(_ body: @escaping @Sendable () -> Void) { self.body = body }
  }

  /// Starts `body` on a new thread; false when the system has none left.
  @discardableResult
  static func start(_ name: StaticString, _ body: @escaping @Sendable () -> Void) -> Bool {
    guard let thread = thread(name, body) else { return false }
    pthread_detach(thread)
    return true
  }

  /// Starts `body` on a new thread that must be joined.
  static func thread(
    _ name: StaticString, _ body: @escaping @Sendable () -> Void
  ) -> pthread_t? {
    let job = Unmanaged.passRetained(
      Job {
        name.withUTF8Buffer { bytes in
          bytes.withMemoryRebound(to: CChar.self) { characters in
            if let start = characters.baseAddress { clibpq_name_thread(start) }
          }
        }
        body()
      })
    var thread = pthread_t()
    let status = pthread_create(
      &thread, nil,
      { argument in
        if let argument { Unmanaged<Job>.fromOpaque(argument).takeRetainedValue().body() }
        return nil
      }, job.toOpaque())
    guard status == 0 else {
      job.release()
      return nil
    }
    return thread
  }

  /// Waits for `body`, which runs on a thread of its own.
  nonisolated(nonsending) static func run<Result: Sendable>(
    _ name: StaticString, _ body: @escaping @Sendable () -> Result
  ) async -> Result {
    await withUnsafeContinuation { continuation in
      let hasStarted = start(name) { continuation.resume(returning: body()) }
      // Out of threads: blocking this one is all that is left.
      if !hasStarted { continuation.resume(returning: body()) }
    }
  }
}
