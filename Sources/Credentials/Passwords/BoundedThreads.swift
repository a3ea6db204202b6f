import Foundation
import Synchronization

/// A few threads for heavy work; what comes while they are busy waits in turn, and only so much of it.
///
/// A thread lives while there is work, so nothing has to be ended.
final class BoundedThreads: Sendable {
  /// Why work was not done.
  enum Refusal: Error, Hashable, Sendable {
    case full
    case cancelled
  }

  private struct Job: Sendable {
    let id: Int
    let perform: @Sendable () -> Void
    let refuse: @Sendable (Refusal) -> Void
  }

  private struct State {
    var nextID = 0
    var running = 0
    /// The one that came first is at the front.
    var waiting: [Job] = []
  }

  private let atOnce: Int
  private let waitingMax: Int
  private let state = Mutex(State())

  init(atOnce: Int, waitingMax: Int) {
    precondition(atOnce > 0 && waitingMax >= 0, "without a thread nothing is ever done")
    self.atOnce = atOnce
    self.waitingMax = waitingMax
  }

  /// What the work gave, once it was done.
  ///
  /// Who is cancelled while waiting gives up the place; work that has begun is done to its end.
  func run<Answer: Sendable>(
    _ work: @escaping @Sendable () -> Answer
  ) async -> Result<Answer, Refusal> {
    let id = state.withLock { state in
      state.nextID += 1
      return state.nextID
    }
    return await withTaskCancellationHandler {
      await withCheckedContinuation {
        (caller: CheckedContinuation<Result<Answer, Refusal>, Never>) in
        take(
          Job(
            id: id, perform: { caller.resume(returning: .success(work())) },
            refuse: { caller.resume(returning: .failure($0)) }))
      }
    } onCancel: {
      withdraw(id)
    }
  }

  /// How many wait for a thread.
  var waiting: Int { state.withLock(\.waiting.count) }

  private enum Turn {
    case now
    case later
    case never(Refusal)
  }

  private func take(_ job: Job) {
    // Cancelled between here and the queue, it is worked on for nobody, which does no harm.
    guard !Task.isCancelled else { return job.refuse(.cancelled) }
    switch turn(of: job) {
    case .now: Thread.detachNewThread { self.work(beginningWith: job) }
    case .later: break
    case .never(let refusal): job.refuse(refusal)
    }
  }

  private func turn(of job: Job) -> Turn {
    state.withLock { state in
      if state.running < atOnce {
        state.running += 1
        return .now
      }
      guard state.waiting.count < waitingMax else { return .never(.full) }
      state.waiting.append(job)
      return .later
    }
  }

  private func work(beginningWith first: Job) {
    var job: Job? = first
    while let current = job {
      current.perform()
      job = next()
    }
  }

  /// The next in turn; nil when the thread is no longer needed.
  private func next() -> Job? {
    state.withLock { state in
      if state.waiting.isEmpty {
        state.running -= 1
        return nil
      }
      return state.waiting.removeFirst()
    }
  }

  private func withdraw(_ id: Int) {
    let job = state.withLock { state -> Job? in
      guard let place = state.waiting.firstIndex(where: { $0.id == id }) else { return nil }
      return state.waiting.remove(at: place)
    }
    job?.refuse(.cancelled)
  }
}
