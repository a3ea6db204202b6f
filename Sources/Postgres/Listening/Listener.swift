import Logging

/// Keeps one connection listening, and passes on what it hears.
final class Listener: Sendable {
  static let waitingMax = 4_096

  private let channels: [String]
  private let connector: Connector
  private let continuation: AsyncStream<Notification>.Continuation

  init(
    _ channels: [String], _ connector: Connector,
    _ continuation: AsyncStream<Notification>.Continuation
  ) {
    self.channels = channels
    self.connector = connector
    self.continuation = continuation
  }

  /// Runs until the task is cancelled or the database is closed.
  func run() async {
    var pauses = Pauses(within: connector.configuration.reconnectPause)
    while !Task.isCancelled {
      do throws(Connector.Failure) {
        try await listen()
        pauses.reset()
      } catch {
        if error.error.kind == .closed || Task.isCancelled { break }
        connector.logger.warning("cannot listen: \(error.error)")
      }
      try? await Task.sleep(for: pauses.next())
    }
    continuation.finish()
  }

  /// Listens until the connection is lost.
  private func listen() async throws(Connector.Failure) {
    let (lost, signal) = AsyncStream.makeStream(of: Never.self)
    let connection = try await connector.connect(
      isShared: false,
      onNotification: { [weak self] in
        self?.pass(.notified(channel: $0, payload: $1))
      },
      onDeath: { _ in signal.finish() })
    defer { connection.close("no longer listening") }
    let outcome = await connection.perform(Exchange(channels.map(Self.listenStatement)))
    guard case .answered = outcome else {
      if case .failed(let error) = outcome {
        throw Connector.Failure(error: error, isPassing: true)
      }
      return
    }
    pass(.reconnected)
    for await _ in lost {}
  }

  /// A name is quoted, so any is safe.
  private static func listenStatement(_ channel: String) -> Statement {
    var statement: Statement = "LISTEN "
    statement.append(text: SQLName(quoting: channel).quoted)
    return statement.unprepared
  }

  private func pass(_ notification: Notification) {
    if case .dropped = continuation.yield(notification), notification != .reconnected {
      continuation.yield(.reconnected)
    }
  }
}
