import Synchronization

/// The states of streams as this node last knew them, so that a stream in use is not read again for every
/// command.
///
/// What is remembered may be behind what other nodes wrote. That never shows: an append names the version
/// it decided on, and that something is refused or would change nothing is only said of a state that was
/// read for it.
final class StateMemory: Sendable {
  /// A state, and the version of the stream that led to it.
  struct Known<D: Decider>: Sendable {
    let state: D.State
    let version: Int
  }

  private struct Entry {
    let known: any Sendable
    var lastUse: Int
  }

  private struct Memory {
    var entries: [StreamName: Entry] = [:]
    var uses = 0

    /// Forgets a quarter, so that it need not be done for every stream that is new.
    mutating func forgetOldest() {
      let sorted = entries.values.map(\.lastUse).sorted()
      let bound = sorted[sorted.count / 4]
      entries = entries.filter { $0.value.lastUse > bound }
    }
  }

  private let memory = Mutex(Memory())
  private let countMax: Int

  /// - Parameter countMax: how many streams are remembered; the longest unused are forgotten first.
  init(countMax: Int) { self.countMax = countMax }

  func recall<D: Decider>(_ stream: StreamName, of _: D.Type) -> Known<D>? {
    memory.withLock { memory in
      memory.uses += 1
      memory.entries[stream]?.lastUse = memory.uses
      return memory.entries[stream]?.known as? Known<D>
    }
  }

  /// Remembers what a stream led to, unless a later version of it is known.
  func remember<D: Decider>(_ known: Known<D>, of stream: StreamName) {
    guard countMax > 0 else { return }
    memory.withLock { memory in
      if let present = memory.entries[stream]?.known as? Known<D>,
        present.version > known.version
      {
        return
      }
      memory.uses += 1
      memory.entries[stream] = Entry(known: known, lastUse: memory.uses)
      if memory.entries.count > countMax { memory.forgetOldest() }
    }
  }

  func forget(_ stream: StreamName) {
    memory.withLock { memory in _ = memory.entries.removeValue(forKey: stream) }
  }

  func forgetAll() { memory.withLock { $0.entries.removeAll() } }
}
