import Synchronization

/// A position that rises, falls back only when the log itself did, and whoever waits for it to rise.
///
/// News of it may be late or lost, so a wait is always bounded: who has waited long enough looks for
/// itself.
public final class RisingPosition: Sendable {
  private struct Waiter {
    let id: Int
    let position: Int
    let continuation: CheckedContinuation<Void, Never>
  }

  private struct State {
    var value = 0
    var nextID = 0
    var waiters: [Waiter] = []
    var cancelled: Set<Int> = []
  }

  private let state = Mutex(State())

  public init() {}

  /// The highest position heard of.
  public var value: Int { state.withLock(\.value) }

  /// It is `position` by now, at least.
  public func advance(to position: Int) {
    let woken = state.withLock { state -> [Waiter] in
      guard position > state.value else { return [] }
      state.value = position
      let woken = state.waiters.filter { $0.position < position }
      state.waiters.removeAll { $0.position < position }
      return woken
    }
    for waiter in woken { waiter.continuation.resume() }
  }

  /// It is no further than `position`: what it stood for beyond that is lost.
  ///
  /// Only a server that fell over takes back what was heard of; whoever waits waits on.
  public func retreat(to position: Int) {
    state.withLock { $0.value = min($0.value, position) }
  }

  /// Returns when it has risen past `position`, after `bound`, or when the task is cancelled.
  public func wait(past position: Int, atMost bound: Duration) async {
    await withTaskGroup(of: Void.self) { group in
      group.addTask { await self.wait(past: position) }
      group.addTask { try? await Task.sleep(for: bound) }
      await group.next()
      group.cancelAll()
    }
  }

  private func wait(past position: Int) async {
    let id = state.withLock { state in
      state.nextID += 1
      return state.nextID
    }
    await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        let isOver = state.withLock { state in
          if state.value > position || state.cancelled.remove(id) != nil { return true }
          state.waiters.append(Waiter(id: id, position: position, continuation: continuation))
          return false
        }
        if isOver { continuation.resume() }
      }
    } onCancel: {
      let waiter = state.withLock { state -> Waiter? in
        guard let index = state.waiters.firstIndex(where: { $0.id == id }) else {
          state.cancelled.insert(id)
          return nil
        }
        return state.waiters.remove(at: index)
      }
      waiter?.continuation.resume()
    }
    state.withLock { state in _ = state.cancelled.remove(id) }
  }
}
