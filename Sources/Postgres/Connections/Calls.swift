import Synchronization

/// Counts the calls a database is carrying out, so that closing can wait until they are over.
final class Calls: Sendable {
  private struct Waiting {
    var closers: [UnsafeContinuation<Void, Never>] = []
    /// Nobody waits any longer.
    var isOver = false
  }

  /// How many are under way, and in the highest bit but one whether no more may come.
  private let count = Atomic<Int>(0)
  private let waiting = Locked(Waiting())

  private static let closed = 1 << 62

  /// Begins a call, which must be left whatever comes of it.
  func enter() throws(PostgresError) {
    guard count.add(1, ordering: .acquiringAndReleasing).newValue & Self.closed == 0 else {
      leave()
      throw .closed
    }
  }

  func leave() {
    let rest = count.subtract(1, ordering: .acquiringAndReleasing).newValue
    if rest == Self.closed { release() }
  }

  /// From here on nobody enters.
  func close() { count.bitwiseOr(Self.closed, ordering: .acquiringAndReleasing) }

  /// Waits until the last has left; not beyond `patience`, nor when the task is cancelled.
  nonisolated(nonsending) func untilLeft(within patience: Duration, by reactor: Reactor) async {
    let deadline = reactor.after(patience) { self.release() }
    await withTaskCancellationHandler {
      await withUnsafeContinuation { (continuation: UnsafeContinuation<Void, Never>) in
        let isOver = waiting.withLock { waiting in
          if waiting.isOver || count.load(ordering: .acquiring) == Self.closed { return true }
          waiting.closers.append(continuation)
          return false
        }
        if isOver { continuation.resume() }
      }
    } onCancel: {
      release()
    }
    reactor.cancel(deadline)
  }

  private func release() {
    let closers = waiting.withLock { waiting in
      defer { waiting = Waiting(isOver: true) }
      return waiting.closers
    }
    for closer in closers { closer.resume() }
  }
}
