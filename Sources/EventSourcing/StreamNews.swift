/// Tells that streams have changed, once the read models show it.
public protocol StreamNews: Sendable {
  /// Hands `read` the versions that `stream` has as long as it reads, each once the read models have passed it; of several
  /// at once the last.
  ///
  /// Now and then a version comes again, as a sign of life. They end when the program is told to stop.
  nonisolated(nonsending) func watch(
    _ stream: StreamName, _ read: (AsyncStream<Int>) async throws -> Void
  ) async rethrows
}
