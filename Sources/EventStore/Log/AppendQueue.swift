import EventSourcing
import Synchronization

/// The appends that wait for the writer, at most so many, and who waits for each.
///
/// Also knows whether a writer is at work, so that exactly one is.
final class AppendQueue: Sendable {
  typealias Answer = Result<Receipt, AppendFailure>

  /// An append and the caller that waits for its outcome.
  struct Entry: Sendable {
    let pending: PendingAppend
    /// Whether it was sent on a connection that was lost before the answer came.
    private(set) var isUncertain = false
    /// Whether the database refused a batch with it in, so that it may spoil no other.
    private(set) var goesAlone = false
    private let caller: CheckedContinuation<Answer, Never>

    init(_ pending: PendingAppend, _ caller: CheckedContinuation<Answer, Never>) {
      self.pending = pending
      self.caller = caller
    }

    /// The same, after it was sent and no answer came.
    var uncertain: Entry { with { $0.isUncertain = true } }

    /// The same, after a batch with it was refused.
    var alone: Entry { with { $0.goesAlone = true } }

    private func with(_ change: (inout Entry) -> Void) -> Entry {
      var copy = self
      change(&copy)
      return copy
    }

    /// Called once for every entry.
    func answer(_ answer: Answer) { caller.resume(returning: answer) }
  }

  enum Admission {
    case startWriter
    case writerIsAtWork
    case full
    case stopped
  }

  private struct State {
    var waiting: [Entry] = []
    var isWriting = false
    var isStopped = false
    var whenIdle: [CheckedContinuation<Void, Never>] = []
  }

  private let state = Mutex(State())
  private let waitingMax: Int

  init(waitingMax: Int) { self.waitingMax = waitingMax }

  func admit(_ entry: Entry) -> Admission {
    state.withLock { state in
      guard !state.isStopped else { return .stopped }
      guard state.waiting.count < waitingMax else { return .full }
      state.waiting.append(entry)
      guard !state.isWriting else { return .writerIsAtWork }
      state.isWriting = true
      return .startWriter
    }
  }

  /// The oldest entries, as many as go in one call.
  func take(commandsMax: Int, bytesMax: Int) -> [Entry] {
    state.withLock { state in
      var count = 0
      var bytes = 0
      while count < min(commandsMax, state.waiting.count), bytes < bytesMax {
        bytes += state.waiting[count].pending.byteCount
        count += 1
      }
      guard count < state.waiting.count else {
        defer { state.waiting = [] }
        return state.waiting
      }
      defer { state.waiting.removeFirst(count) }
      return Array(state.waiting.prefix(count))
    }
  }

  /// Lets the writer go home when nothing waits.
  ///
  /// - Returns: whether it may.
  func retireWriter() -> Bool {
    let idle = state.withLock { state -> [CheckedContinuation<Void, Never>]? in
      guard state.waiting.isEmpty else { return nil }
      state.isWriting = false
      defer { state.whenIdle = [] }
      return state.whenIdle
    }
    guard let idle else { return false }
    for continuation in idle { continuation.resume() }
    return true
  }

  /// Takes nothing more, and returns when everything taken has its answer.
  func stop() async {
    await withCheckedContinuation { continuation in
      let isIdle = state.withLock { state in
        state.isStopped = true
        if state.isWriting { state.whenIdle.append(continuation) }
        return !state.isWriting
      }
      if isIdle { continuation.resume() }
    }
  }
}
