import EventSourcing
import Synchronization

/// Keys that this node wrote with lately.
final class RememberedKeys: Sendable {
  private static let countMax = 4096

  private let known = Mutex<[StreamName: StreamKey]>([:])

  func keys(of streams: [StreamName]) -> [StreamName: StreamKey] {
    known.withLock { known in
      Dictionary(
        streams.compactMap { stream in known[stream].map { (stream, $0) } },
        uniquingKeysWith: { first, _ in first })
    }
  }

  /// Remembers `key`; forgets all others when they have become many, which costs each a question.
  func remember(_ key: StreamKey, of stream: StreamName) {
    known.withLock { known in
      if known.count >= Self.countMax { known.removeAll(keepingCapacity: true) }
      known[stream] = key
    }
  }
}
