import Crypto
import EventSourcing
import Synchronization

/// Keys that this node wrote with lately.
final class RememberedKeys: Sendable {
  private static let countMax = 4096

  private let known = Mutex<[StreamName: StreamKey]>([:])
  private let ofDigests = Mutex<SymmetricKey?>(nil)

  /// The key of digests, which is the same for ever; nil while nobody asked for it.
  var keyOfDigests: SymmetricKey? {
    get { ofDigests.withLock { $0 } }
    set { ofDigests.withLock { $0 = newValue } }
  }

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

  func forget(_ stream: StreamName) { known.withLock { _ = $0.removeValue(forKey: stream) } }

  func forgetAll() { known.withLock { $0.removeAll() } }
}
