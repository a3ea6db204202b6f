import Synchronization

/// One question for all who want to know something at the same time: asked again for those who came meanwhile.
///
/// So many callers cost what one costs; idle, whoever asks is asked for at once.
final class JointQuestion<Thing: Hashable & Sendable, Answer: Sendable>: Sendable {
  private typealias Outcome = Result<[Thing: Answer], any Error>

  private struct Caller {
    let things: [Thing]
    let continuation: CheckedContinuation<Outcome, Never>
  }

  private struct State {
    var waiting: [Caller] = []
    var isAsking = false
  }

  private let state = Mutex(State())
  private let ask: @Sendable ([Thing]) async throws -> [Thing: Answer]

  /// - Parameter ask: asks about several things, each named once.
  init(_ ask: @escaping @Sendable ([Thing]) async throws -> [Thing: Answer]) { self.ask = ask }

  /// What is known of `things`, and perhaps of others that were asked about together with them.
  ///
  /// - Throws: what asking throws, to everybody who waited for that answer.
  func answers(about things: [Thing]) async throws -> [Thing: Answer] {
    try await withCheckedContinuation { continuation in
      let isFirst = state.withLock { state in
        state.waiting.append(Caller(things: things, continuation: continuation))
        defer { state.isAsking = true }
        return !state.isAsking
      }
      // Not a child of whoever comes first: it asks for those who come after, too.
      if isFirst { Task.immediate { await self.askForAll() } }
    }.get()
  }

  /// How many wait for their question to be asked.
  var waitingCount: Int { state.withLock { $0.waiting.count } }

  private func askForAll() async {
    while let callers = next() {
      let outcome: Outcome
      do {
        outcome = .success(try await ask(Array(Set(callers.flatMap(\.things)))))
      } catch {
        outcome = .failure(error)
      }
      for caller in callers { caller.continuation.resume(returning: outcome) }
    }
  }

  /// Everybody who waits; nil, and no longer asking, when nobody does.
  private func next() -> [Caller]? {
    state.withLock { state in
      defer { state.waiting = [] }
      state.isAsking = !state.waiting.isEmpty
      return state.waiting.isEmpty ? nil : state.waiting
    }
  }
}
