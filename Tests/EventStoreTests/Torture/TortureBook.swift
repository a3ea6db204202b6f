import EventSourcing
import Synchronization

/// What the writers were told about each of their commands.
final class TortureBook: Sendable {
  /// One answer to one command.
  enum Outcome: Codable, Equatable, Sendable {
    case acknowledged(position: Int, eventCount: Int)
    /// Nothing was written.
    case refused
    case unknown
  }

  /// One command with every answer it got: none when its node was killed first, and more than one when
  /// it was sent again.
  struct Entry: Sendable {
    /// What should stand in the log if it took effect.
    let lines: [TortureLine]
    var outcomes: [Outcome] = []

    var acknowledgements: [Outcome] {
      outcomes.filter { if case .acknowledged = $0 { true } else { false } }
    }

    var isUnknown: Bool { outcomes.isEmpty || outcomes.contains(.unknown) }
  }

  private struct State {
    var entries: [Identity: Entry] = [:]
    var versions: [StreamName: Int] = [:]
    /// Answers other than those above that the log must never give.
    var faults: [String] = []
  }

  private let state = Mutex(State())
  /// Yields after every answer, so that mishaps come at their pace.
  let answers: AsyncStream<Void>
  private let answered: AsyncStream<Void>.Continuation
  private let tell: @Sendable (TortureReport) -> Void

  /// - Parameter tell: hears all that is noted, each before what follows from it.
  init(telling tell: @escaping @Sendable (TortureReport) -> Void = { _ in }) {
    (answers, answered) = AsyncStream.makeStream()
    self.tell = tell
  }

  var entries: [Identity: Entry] { state.withLock(\.entries) }
  var faults: [String] { state.withLock(\.faults) }

  func entry(of command: Identity) -> Entry? { state.withLock { $0.entries[command] } }

  /// The newest version of `stream` that anybody heard of.
  func version(of stream: StreamName) -> Int { state.withLock { $0.versions[stream] ?? 0 } }

  /// Before it is sent, so that nothing can be in the log that is not in the book.
  func open(_ command: Identity, _ lines: [TortureLine]) {
    tell(.opened(command, lines))
    state.withLock { state in
      if state.entries[command] == nil { state.entries[command] = Entry(lines: lines) }
    }
  }

  func note(_ outcome: Outcome, of command: Identity) {
    tell(.answered(command, outcome))
    state.withLock { state in
      state.entries[command]?.outcomes.append(outcome)
      guard case .acknowledged = outcome else { return }
      for line in state.entries[command]?.lines ?? [] {
        state.versions[line.stream] = max(state.versions[line.stream] ?? 0, line.version)
      }
    }
    answered.yield()
  }

  func note(version: Int, of stream: StreamName) {
    state.withLock { $0.versions[stream] = max($0.versions[stream] ?? 0, version) }
  }

  func note(fault: String) {
    tell(.faulted(fault))
    state.withLock { $0.faults.append(fault) }
  }

  /// Notes what another process was told.
  func note(_ report: TortureReport) {
    switch report {
    case .began: break
    case .opened(let command, let lines): open(command, lines)
    case .answered(let command, let outcome): note(outcome, of: command)
    case .faulted(let fault): note(fault: fault)
    }
  }

  /// No more answers come.
  func close() { answered.finish() }
}
