import CLibPQ
import Glibc
import Synchronization

/// The one thread that hears from every connection of a database and keeps its deadlines.
///
/// A caller sends by itself; the reactor reads, and resumes whoever waits for the answer. It never
/// blocks but in `epoll_wait`.
final class Reactor: Sendable {
  /// What a connection is called here, never given twice; descriptors are reused, these are not.
  typealias Token = UInt64

  private struct State {
    var sources: [Token: Connection] = [:]
    var nextToken: Token = 1
    var deadlines = Deadlines()
    var isStopped = false
    var thread: pthread_t?
  }

  private static let wakeToken: Token = 0

  private let epoll = epoll_create1(Int32(EPOLL_CLOEXEC))
  private let wake = eventfd(0, Int32(EFD_NONBLOCK | EFD_CLOEXEC))
  private let state = Locked(State())
  /// How often the loop has gone round; it stands still when nothing happens.
  let turns = Atomic<Int>(0)

  init() {
    watch(wake, as: Self.wakeToken, for: EPOLLIN.rawValue, EPOLL_CTL_ADD)
  }

  deinit {
    close(epoll)
    close(wake)
  }

  func start() {
    state.withLock { state in
      guard state.thread == nil, !state.isStopped else { return }
      state.thread = BlockingWork.thread("postgres") { self.run() }
    }
  }

  /// Ends the thread and every connection it still serves, and waits until it has ended; must not be
  /// called on it.
  func stopAndJoin() {
    guard let thread = endThread() else { return }
    pthread_join(thread, nil)
  }

  /// Ends the thread and every connection it still serves.
  func stop() {
    guard let thread = endThread() else { return }
    pthread_detach(thread)
  }

  private func endThread() -> pthread_t? {
    let (thread, sources) = state.withLock { state in
      state.isStopped = true
      defer {
        state.thread = nil
        state.sources = [:]
      }
      return (state.thread, Array(state.sources.values))
    }
    for connection in sources { connection.close(PostgresError.closed.message) }
    rouse()
    return thread
  }

  func add(_ connection: Connection, descriptor: Int32) -> Token {
    let token = state.withLock { state in
      defer { state.nextToken += 1 }
      state.sources[state.nextToken] = connection
      return state.nextToken
    }
    watch(descriptor, as: token, for: EPOLLIN.rawValue, EPOLL_CTL_ADD)
    return token
  }

  /// Must be called before the descriptor is closed.
  func remove(_ token: Token, descriptor: Int32) {
    var event = epoll_event()
    epoll_ctl(epoll, EPOLL_CTL_DEL, descriptor, &event)
    state.withLock { _ = $0.sources.removeValue(forKey: token) }
  }

  /// Whether no connection is served any more.
  var isStopped: Bool { state.withLock { $0.isStopped } }

  /// What a connection wants to be told of.
  struct Interest: Equatable, Sendable {
    var isReading: Bool
    var isWriting: Bool

    fileprivate var events: UInt32 {
      (isReading ? EPOLLIN.rawValue : 0) | (isWriting ? EPOLLOUT.rawValue : 0)
    }
  }

  /// Tells of `interest` from now on, no longer of `past`.
  ///
  /// A descriptor of which nothing is wanted is left out: epoll tells of a hang-up without being
  /// asked, and would do so without end.
  func listen(_ token: Token, descriptor: Int32, for interest: Interest, insteadOf past: Interest) {
    guard interest.events != 0 else {
      var event = epoll_event()
      epoll_ctl(epoll, EPOLL_CTL_DEL, descriptor, &event)
      return
    }
    watch(
      descriptor, as: token, for: interest.events,
      past.events == 0 ? EPOLL_CTL_ADD : EPOLL_CTL_MOD)
  }

  private func watch(_ descriptor: Int32, as token: Token, for events: UInt32, _ change: Int32) {
    var event = epoll_event()
    event.events = events
    event.data.u64 = token
    epoll_ctl(epoll, change, descriptor, &event)
  }

  /// Calls `action` on the reactor's thread once `delay` has passed, unless it is cancelled before.
  func after(_ delay: Duration, _ action: @escaping @Sendable () -> Void) -> Deadlines.ID {
    let (id, isFirst) = state.withLock { $0.deadlines.add(.now + delay, action) }
    if isFirst { rouse() }
    return id
  }

  func cancel(_ deadline: Deadlines.ID) {
    // The action is let go outside the lock: freeing what it holds may come back here.
    _ = state.withLock { $0.deadlines.remove(deadline) }
  }

  /// Looks after `connection` soon, although its descriptor says nothing.
  func poke(_ connection: Connection) {
    _ = after(.zero) { connection.attend() }
  }

  private func rouse() {
    var one: UInt64 = 1
    _ = write(wake, &one, 8)
  }

  private func run() {
    var events = [epoll_event](repeating: epoll_event(), count: 64)
    while true {
      let (timeout, isStopped) = state.withLock {
        ($0.deadlines.millisecondsToNext, $0.isStopped)
      }
      if isStopped { return }
      let count = epoll_wait(epoll, &events, Int32(events.count), timeout)
      turns.add(1, ordering: .relaxed)
      for event in events.prefix(Int(max(0, count))) { handle(event.data.u64) }
      for action in state.withLock({ $0.deadlines.takeDue() }) { action() }
    }
  }

  private func handle(_ token: Token) {
    guard token != Self.wakeToken else {
      var drained: UInt64 = 0
      _ = read(wake, &drained, 8)
      return
    }
    state.withLock { $0.sources[token] }?.attend()
  }
}
