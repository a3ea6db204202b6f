import Logging
import Synchronization

/// Remembers how grave the lines were that it was told.
final class Told: LogHandler {
  private let told = Mutex<[Logger.Level]>([])

  var levels: [Logger.Level] { told.withLock { $0 } }

  func log(event: LogEvent) { told.withLock { $0.append(event.level) } }

  subscript(metadataKey _: String) -> Logger.Metadata.Value? {
    get { nil }
    set {}
  }

  var metadata: Logger.Metadata {
    get { [:] }
    set {}
  }

  var logLevel: Logger.Level {
    get { .trace }
    set {}
  }
}

extension Logger {
  /// For tests in which failing is what is tried.
  static var silent: Logger { Logger(label: "silent") { _ in SwiftLogNoOpLogHandler() } }
}
