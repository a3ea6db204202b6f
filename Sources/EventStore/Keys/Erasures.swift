public import EventSourcing
import Synchronization

/// Those on this node who remember what streams said, to be told when they must not any more.
final class Erasures: Sendable {
  private let listeners = Mutex<[@Sendable (StreamName?) -> Void]>([])

  func add(_ listener: @escaping @Sendable (StreamName?) -> Void) {
    listeners.withLock { $0.append(listener) }
  }

  /// The personal data of `stream` are gone for good; of any stream when it is nil.
  func tell(_ stream: StreamName?) {
    for listener in listeners.withLock({ $0 }) { listener(stream) }
  }
}

/// How nodes tell each other of it.
extension Erasures {
  /// The channel on which nodes hear that a key of a log is destroyed.
  static func channel(of log: Int16) -> String { "koers_erasures_\(log)" }

  static func payload(of stream: StreamName) -> String { "\(stream.category)/\(stream.identity)" }

  /// Nil for what this release does not know.
  static func stream(in payload: String) -> StreamName? {
    let parts = payload.utf8.split(separator: UInt8(ascii: "/"))
    guard parts.count == 2, let identity = Identity(String(Substring(parts[1]))) else { return nil }
    return StreamName(String(Substring(parts[0])), identity)
  }
}

extension PostgresLog {
  public func whenErased(_ forget: @escaping @Sendable (StreamName?) -> Void) {
    erasures.add(forget)
  }

  /// Has this node remember nothing any more of what `stream` said, or of any stream when it is nil.
  func forget(_ stream: StreamName?) {
    let keys = cipher.keyring.remembered
    if let stream { keys.forget(stream) } else { keys.forgetAll() }
    erasures.tell(stream)
  }
}
