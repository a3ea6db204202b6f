import EventSourcing
import Synchronization

/// The appends that wait to be written, at most so many, and who waits for each.
///
/// Also knows how many writers are at work: one, or two where a second call is worth sending before the
/// first is answered.
final class AppendQueue: Sendable {
  typealias Answer = Result<Receipt, AppendFailure>

  /// An append and the caller that waits for its outcome.
  struct Entry: Sendable {
    let pending: PendingAppend
    /// Whether it was sent on a connection that was lost before the answer came.
    private(set) var isUncertain = false
    /// Whether the database refused a batch with it in, so that it may spoil no other.
    private(set) var goesAlone = false
    private let caller: @Sendable (Answer) -> Void

    init(_ pending: PendingAppend, _ caller: @escaping @Sendable (Answer) -> Void) {
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
    func answer(_ answer: Answer) { caller(answer) }
  }

  enum Admission {
    case startWriter
    case writersAreAtWork
    case full
    case stopped
  }

  private struct State {
    var waiting: [Entry] = []
    var writers = 0
    var pace = Pace()
    var lastAnswer: ContinuousClock.Instant?
    var isStopped = false
    var whenIdle: [CheckedContinuation<Void, Never>] = []

    /// Whether what waits should be taken while one writer is at work already.
    var isWorthSecondWriter: Bool {
      guard let handful = pace.handful else { return false }
      return waiting.count >= handful
    }
  }

  private let state = Mutex(State())
  private let waitingMax: Int

  init(waitingMax: Int) { self.waitingMax = waitingMax }

  func admit(_ entry: Entry) -> Admission {
    state.withLock { state in
      guard !state.isStopped else { return .stopped }
      guard state.waiting.count < waitingMax else { return .full }
      state.waiting.append(entry)
      guard state.writers == 0 || (state.writers == 1 && state.isWorthSecondWriter) else {
        return .writersAreAtWork
      }
      state.writers += 1
      return .startWriter
    }
  }

  /// Takes in that a call with `count` appends was sent at `start` and answered at `end`.
  func learn(
    _ count: Int, from start: ContinuousClock.Instant, to end: ContinuousClock.Instant
  ) {
    state.withLock { state in
      // The database takes up a call when it has answered the one before.
      let takenUp = max(start, state.lastAnswer ?? start)
      // Of two answers that come at almost the same moment the later may be told of first.
      guard end > takenUp else { return }
      state.lastAnswer = end
      state.pace.learn(count, took: end - takenUp)
    }
  }

  /// Lets others have their turn for as long as each turn brings more, until so many wait as go in one
  /// call or the patience that is worth having has passed.
  func lookAround(atMost commandsMax: Int) async {
    let patience = state.withLock { $0.pace.patience }
    guard patience > .zero else { return }
    let end = ContinuousClock.now + patience
    var known = -1
    while case let count = state.withLock({ $0.waiting.count }), count > known,
      count < commandsMax, ContinuousClock.now < end
    {
      known = count
      await Task.yield()
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

  /// Lets a writer go home when nothing waits, or too little for a second one.
  ///
  /// - Returns: whether it may.
  func retireWriter() -> Bool {
    let idle = state.withLock { state -> [CheckedContinuation<Void, Never>]? in
      guard state.waiting.isEmpty || (state.writers > 1 && !state.isWorthSecondWriter) else {
        return nil
      }
      state.writers -= 1
      guard state.writers == 0 else { return [] }
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
        if state.writers > 0 { state.whenIdle.append(continuation) }
        return state.writers == 0
      }
      if isIdle { continuation.resume() }
    }
  }
}
