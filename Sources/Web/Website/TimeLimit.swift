import Synchronization

/// Gives up what takes too long, with one sleeper for everything that runs.
///
/// A sleeper for each page would stay among the system's timers until its time came, long after the page was
/// drawn: two hundred thousand of them at ten thousand pages a second and a limit of twenty seconds.
final class TimeLimit: Sendable {
  private let limit: Duration
  private let running = Mutex(Running())

  private struct Running {
    var works: [Int: Work] = [:]
    var startedCount = 0
    var isWatched = false
  }

  private struct Work {
    let deadline: ContinuousClock.Instant
    let giveUp: @Sendable () -> Void
    var isGivenUp = false
  }

  init(_ limit: Duration) { self.limit = limit }

  /// What `work` comes to; once the limit has passed it is cancelled, and whatever it then comes to, this is
  /// 503.
  func run<Result: Sendable>(
    _ work: @escaping @Sendable () async throws -> Result
  ) async throws -> Result {
    let task = Task { try await work() }
    let number = watch { task.cancel() }
    let result = await withTaskCancellationHandler {
      await task.result
    } onCancel: {
      task.cancel()
    }
    if isGivenUp(number) { throw Problem.unavailable }
    return try result.get()
  }

  /// - Returns: the number of the work.
  private func watch(_ giveUp: @escaping @Sendable () -> Void) -> Int {
    let (number, isWatched) = running.withLock { running in
      running.startedCount += 1
      running.works[running.startedCount] = Work(deadline: .now + limit, giveUp: giveUp)
      defer { running.isWatched = true }
      return (running.startedCount, running.isWatched)
    }
    if !isWatched { Task { await giveUpInTime() } }
    return number
  }

  private func isGivenUp(_ number: Int) -> Bool {
    running.withLock { $0.works.removeValue(forKey: number)?.isGivenUp ?? false }
  }

  /// Sleeps from deadline to deadline until nothing runs any more.
  private func giveUpInTime() async {
    while let next = nextDeadline() {
      // Nobody cancels this; the sleep ends at its time.
      try? await Task.sleep(until: next, clock: .continuous)
      for giveUp in overdue() { giveUp() }
    }
  }

  private func nextDeadline() -> ContinuousClock.Instant? {
    running.withLock { running in
      let next = running.works.values.lazy.filter { !$0.isGivenUp }.map(\.deadline).min()
      running.isWatched = next != nil
      return next
    }
  }

  private func overdue() -> [@Sendable () -> Void] {
    running.withLock { running in
      let now = ContinuousClock.now
      return running.works.filter { !$0.value.isGivenUp && $0.value.deadline <= now }
        .map { number, work in
          running.works[number]?.isGivenUp = true
          return work.giveUp
        }
    }
  }
}
