import Synchronization

/// How many rows an answer shows, told by whoever draws it and read by whoever keeps the read log.
final class RowCount: Sendable {
  private let counted = Mutex<Int?>(nil)

  var count: Int? { counted.withLock { $0 } }

  func note(_ count: Int) { counted.withLock { $0 = count } }
}
