import CLibPQ
import Foundation
import Synchronization

/// A program that ends when this process ends, however it ends.
///
/// The program runs under a shell whose standard input is a pipe that only this process holds open.
/// When the pipe closes, by us or by the kernel after a `kill -9`, the shell sends the program an
/// interrupt, which PostgreSQL takes as a fast and clean shutdown.
final class SupervisedProcess: Sendable {
  /// The shell that watches; it ends after the program, with the program's status.
  let supervisor: pid_t
  private let lifeline: Mutex<Int32?>
  private let exit: Exit

  private static let watch = """
    exec 3<&0
    "$@" </dev/null 3<&- &
    program=$!
    (read -r _ <&3; kill -INT "$program") &
    watcher=$!
    exec 3<&-
    wait "$program"
    status=$?
    kill "$watcher" 2>/dev/null
    exit "$status"
    """

  /// Starts `arguments`, of which the first is the program's path, writing what it says to `output`.
  ///
  /// It runs in a session of its own, so an interrupt typed at the terminal reaches us alone and we
  /// decide what stops when. Its environment holds nothing of ours that would change its behaviour.
  init(_ arguments: [String], output: Int32) throws(PrivateServerError) {
    let program = arguments.first ?? ""
    var pipe: (read: Int32, write: Int32) = (-1, -1)
    guard Self.makePipe(&pipe) else {
      throw .failed(program: program, output: String(cString: strerror(errno)))
    }
    var child: pid_t = 0
    let failure = Self.spawn(
      ["/bin/sh", "-c", Self.watch, "supervisor"] + arguments, input: pipe.read, output: output,
      child: &child)
    close(pipe.read)
    guard failure == 0 else {
      close(pipe.write)
      throw .failed(program: program, output: String(cString: strerror(failure)))
    }
    supervisor = child
    lifeline = Mutex(pipe.write)
    exit = Exit(of: child)
  }

  deinit { end() }

  /// Asks the program to stop; does nothing the second time.
  func end() {
    lifeline.withLock { descriptor in
      if let open = descriptor { close(open) }
      descriptor = nil
    }
  }

  /// The program's status, once it has ended.
  var status: Int32? { exit.status }

  /// Whether a signal ended the program, which its shell tells by a status above 128, or the shell itself.
  var wasKilled: Bool {
    guard let status else { return false }
    return status & 0x7F != 0 || (status >> 8) & 0xFF > 128
  }

  /// Waits until the program has ended.
  func ended() async -> Int32 { await exit.wait() }

  private static func makePipe(_ pipe: inout (read: Int32, write: Int32)) -> Bool {
    var descriptors: [Int32] = [-1, -1]
    guard pipe2(&descriptors, O_CLOEXEC) == 0 else { return false }
    pipe = (descriptors[0], descriptors[1])
    return true
  }

  private static func spawn(
    _ arguments: [String], input: Int32, output: Int32, child: inout pid_t
  ) -> Int32 {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, input, 0)
    posix_spawn_file_actions_adddup2(&actions, output, 1)
    posix_spawn_file_actions_adddup2(&actions, output, 2)
    posix_spawn_file_actions_addclosefrom_np(&actions, 3)

    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    posix_spawnattr_setflags(&attributes, newSession | Int16(POSIX_SPAWN_SETSIGMASK))
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)

    var argv = arguments.map { strdup($0) } + [nil]
    var environment = [strdup("LC_ALL=C.UTF-8"), strdup("PATH=/usr/bin:/bin"), nil]
    defer { (argv + environment).forEach { free($0) } }
    return posix_spawn(&child, arguments[0], &actions, &attributes, &argv, &environment)
  }

  /// `POSIX_SPAWN_SETSID`, which glibc shows to GNU source alone.
  private static let newSession: Int16 = 0x80
}

/// The end of a child process, collected by a thread that does nothing else.
private final class Exit: Sendable {
  private enum State {
    case running([CheckedContinuation<Int32, Never>])
    case ended(Int32)
  }

  private let state = Mutex(State.running([]))

  init(of child: pid_t) {
    Thread.detachNewThread { [self] in
      var status: Int32 = 0
      while waitpid(child, &status, 0) < 0, errno == EINTR {}
      settle(status)
    }
  }

  var status: Int32? {
    state.withLock { state in
      if case .ended(let status) = state { status } else { nil }
    }
  }

  func wait() async -> Int32 {
    await withCheckedContinuation { continuation in
      let ended = state.withLock { state -> Int32? in
        switch state {
        case .ended(let status): return status
        case .running(let waiting):
          state = .running(waiting + [continuation])
          return nil
        }
      }
      if let ended { continuation.resume(returning: ended) }
    }
  }

  private func settle(_ status: Int32) {
    let waiting = state.withLock { state -> [CheckedContinuation<Int32, Never>] in
      guard case .running(let waiting) = state else { return [] }
      state = .ended(status)
      return waiting
    }
    for continuation in waiting { continuation.resume(returning: status) }
  }
}
