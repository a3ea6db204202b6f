public import EventSourcing

/// Something that is not as the store promises.
public enum Finding: Hashable, Sendable, CustomStringConvertible {
  /// Positions are missing before this one.
  case hole(before: Int)
  /// The batch that ends here does not follow from the one before: it, or one before it, was changed.
  case brokenChain(position: Int)
  /// The batch that ends here claims to be older than the one before it.
  case clockWentBack(position: Int)
  /// The events of the batch that ends here are not those that were sealed.
  case wrongRoot(position: Int)
  /// The event's moment is not that of its batch.
  case wrongMoment(position: Int)
  /// The command whose last event stands here is not there as it was answered.
  case brokenCommand(position: Int)
  /// The event's version does not follow from the one before it in its stream.
  case wrongVersion(StreamName, position: Int, version: Int)
  /// The stream's entry does not say what its events say.
  case wrongStreamHead(StreamName)
  /// A name is held by another stream, or by none, than its events say.
  case wrongHolder(scope: String, key: String, found: StreamName?, expected: StreamName?)
  /// The program cannot read the event.
  case unreadable(position: Int, reason: String)
  /// Rows of the read model are not what the events make of them.
  case wrongRows(readModel: String, count: Int, example: String)
  /// The read model has left a stream since this position.
  case parked(ParkedStream)
  /// The read model is not in the database.
  case notInstalled(readModel: String)

  public var description: String {
    switch self {
    case .hole(let position): "positions are missing before \(position)"
    case .brokenChain(let position): "the chain is broken at the batch that ends at \(position)"
    case .clockWentBack(let position):
      "the batch that ends at \(position) is older than its forerunner"
    case .wrongRoot(let position):
      "the events of the batch that ends at \(position) are not those that were sealed"
    case .wrongMoment(let position): "the moment of event \(position) is not that of its batch"
    case .brokenCommand(let position):
      "the command that ends at \(position) is not there as it was answered"
    case .wrongVersion(let stream, let position, let version):
      "event \(position) of \(stream) has version \(version), which does not follow"
    case .wrongStreamHead(let stream): "the entry of \(stream) does not say what its events say"
    case .wrongHolder(let scope, let key, let found, let expected):
      "\(scope) \(key) is held by \(found?.description ?? "nobody"), and by "
        + "\(expected?.description ?? "nobody") as the events say"
    case .unreadable(let position, let reason): "event \(position) cannot be read: \(reason)"
    case .wrongRows(let name, let count, let example):
      "\(count) rows of \(name) are not what the events make of them, such as \(example)"
    case .parked(let parked): "\(parked)"
    case .notInstalled(let name): "the read model \(name) is not installed"
    }
  }
}
