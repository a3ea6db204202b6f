import Synchronization

/// How many may do something at a time; who comes when all places are taken waits, the longest waiting first.
final class Places: Sendable {
  private let patience: Duration
  private let queue: Mutex<Queue>

  /// - Parameters:
  ///   - countMax: how many there are.
  ///   - patience: how long one waits for another to end.
  init(_ countMax: Int, patience: Duration = .seconds(10)) {
    self.patience = patience
    queue = Mutex(Queue(free: countMax))
  }

  /// Takes a place, which is given back later; false when none came free in time.
  func take() async -> Bool {
    await withCheckedContinuation { continuation in
      guard let ticket = queue.withLock({ $0.take(continuation) }) else {
        continuation.resume(returning: true)
        return
      }
      Task { [patience] in
        try await Task.sleep(for: patience)
        queue.withLock { $0.giveUp(ticket) }?.resume(returning: false)
      }
    }
  }

  func giveBack() { queue.withLock { $0.leave() }?.resume(returning: true) }
}

/// Those who wait for a place.
private struct Queue {
  typealias Waiter = CheckedContinuation<Bool, Never>

  private var free: Int
  private var ticketLast = 0
  private var waiting: [(ticket: Int, waiter: Waiter)] = []

  init(free: Int) { self.free = free }

  /// Nil when a place was free and is taken; a ticket by which `waiter` waits otherwise.
  mutating func take(_ waiter: Waiter) -> Int? {
    guard free == 0 else {
      free -= 1
      return nil
    }
    ticketLast += 1
    waiting.append((ticketLast, waiter))
    return ticketLast
  }

  /// Who waited by `ticket`; nil when they got their place.
  mutating func giveUp(_ ticket: Int) -> Waiter? {
    waiting.firstIndex { $0.ticket == ticket }.map { waiting.remove(at: $0).waiter }
  }

  /// Who has the place now; nil when nobody waited, and it is free.
  mutating func leave() -> Waiter? {
    guard !waiting.isEmpty else {
      free += 1
      return nil
    }
    return waiting.removeFirst().waiter
  }
}
