/// What a listener hears.
public enum Notification: Hashable, Sendable {
  /// The listener is connected, for the first time or again: anything may have been missed, so read
  /// before waiting.
  case reconnected
  /// Somebody called NOTIFY.
  case notified(channel: String, payload: String)
}

extension Database {
  /// Listens on `channels` over a connection of its own, for as long as the sequence is iterated.
  ///
  /// The connection is made again whenever it is lost. A listener that falls far behind loses the
  /// oldest and is told `.reconnected`.
  public func listen(to channels: [String]) -> AsyncStream<Notification> {
    let (stream, continuation) = AsyncStream.makeStream(
      of: Notification.self, bufferingPolicy: .bufferingNewest(Listener.waitingMax))
    let listener = Listener(channels, connector, continuation)
    let task = Task.detached { await listener.run() }
    continuation.onTermination = { _ in task.cancel() }
    return stream
  }
}
