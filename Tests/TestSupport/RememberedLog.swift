public import Logging
import Synchronization

/// A log of the program that a test reads afterwards.
public final class RememberedLog: Sendable {
  private let entries = Mutex<[(level: Logger.Level, line: String)]>([])

  public init() {}

  /// Writes here.
  public var logger: Logger { Logger(label: "koers.test") { _ in Handler(log: self) } }

  /// What was said, at one level or at any, each with its metadata by name.
  public func lines(at level: Logger.Level? = nil) -> [String] {
    entries.withLock { $0.filter { level == nil || $0.level == level }.map(\.line) }
  }

  private struct Handler: LogHandler {
    let log: RememberedLog
    var metadata: Logger.Metadata = [:]
    var logLevel = Logger.Level.trace

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
      get { metadata[key] }
      set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
      let words = metadata.merging(event.metadata ?? [:]) { $1 }.sorted { $0.key < $1.key }
        .map { " \($0.key)=\($0.value)" }.joined()
      log.entries.withLock { $0.append((event.level, "\(event.message)\(words)")) }
    }
  }
}
