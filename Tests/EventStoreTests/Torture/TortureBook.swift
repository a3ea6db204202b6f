import EventSourcing
import Synchronization

/// What the writers were told about each of their commands.
final class TortureBook: Sendable {
  /// One answer to one command.
  enum Outcome: Equatable, Sendable {
    case acknowledged(position: Int, eventCount: Int)
    /// Nothing was written.
    case refused
    case unknown
  }

  /// One command with every answer it got: it may have been sent more than once.
  struct Entry: Sendable {
    let appending: Appending
    var outcomes: [Outcome] = []

    var acknowledgements: [Outcome] {
      outcomes.filter { if case .acknowledged = $0 { true } else { false } }
    }
  }

  private struct State {
    var entries: [Identity: Entry] = [:]
    var versions: [StreamName: Int] = [:]
    var count = 0
    /// Answers other than those above that the log must never give.
    var faults: [String] = []
  }

  private let state = Mutex(State())
  /// Yields after every answer, so that mishaps come at their pace.
  let answers: AsyncStream<Void>
  private let answered: AsyncStream<Void>.Continuation

  init() { (answers, answered) = AsyncStream.makeStream() }

  var entries: [Identity: Entry] { state.withLock(\.entries) }
  var faults: [String] { state.withLock(\.faults) }

  /// The newest version of `stream` that anybody heard of.
  func version(of stream: StreamName) -> Int { state.withLock { $0.versions[stream] ?? 0 } }

  /// Before it is sent, so that nothing can be in the log that is not in the book.
  func open(_ appending: Appending) {
    state.withLock { state in
      let command = appending.envelope.command
      if state.entries[command] == nil { state.entries[command] = Entry(appending: appending) }
    }
  }

  func note(_ outcome: Outcome, of appending: Appending) {
    state.withLock { state in
      state.entries[appending.envelope.command]?.outcomes.append(outcome)
      guard case .acknowledged = outcome else { return }
      for slice in appending.slices {
        let version = slice.expectedVersion + slice.events.count
        state.versions[slice.stream] = max(state.versions[slice.stream] ?? 0, version)
      }
    }
    answered.yield()
  }

  func note(version: Int, of stream: StreamName) {
    state.withLock { $0.versions[stream] = max($0.versions[stream] ?? 0, version) }
  }

  func note(fault: String) { state.withLock { $0.faults.append(fault) } }

  /// No more answers come.
  func close() { answered.finish() }
}
