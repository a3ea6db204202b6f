public import EventSourcing
public import Logging
import Postgres
public import ServiceLifecycle
import Synchronization

/// Tells whoever watches a stream that it has a new version, as soon as the read models show it.
///
/// One question to the database serves all who watch on this node, and nobody watching is no question. It asks when this
/// node hears that the log has grown, and after a while regardless: news may be lost.
public final class ShownVersions: StreamNews, Service {
  /// How often it looks, and how often it shows that it is there.
  public struct Settings: Sendable {
    /// The least time between two looks, however much happens.
    public var pause: Duration = .milliseconds(100)
    /// The longest wait before it looks without news.
    public var lookInterval: Duration = .seconds(5)
    /// After how long it says a version again.
    public var signInterval: Duration = .seconds(15)
    /// How long it waits for the read models before it looks again.
    public var showBound: Duration = .seconds(10)

    public init() {}
  }

  private struct Watchers {
    /// The version told last; nil before any was.
    var version: Int?
    var continuations: [Int: AsyncStream<Int>.Continuation] = [:]
  }

  private struct State {
    var streams: [StreamName: Watchers] = [:]
    var nextNumber = 0
    var isOver = false
  }

  private let state = Mutex(State())
  private let log: PostgresLog
  private let progress: any Progress
  private let settings: Settings
  private let logger: Logger

  /// - Parameters:
  ///   - log: hears how far the log has come.
  ///   - progress: knows how far the read models are.
  ///   - settings: how often it looks.
  ///   - logger: hears what went wrong.
  public init(
    _ log: PostgresLog, progress: any Progress, settings: Settings = Settings(),
    logger: Logger = Logger(label: "koers.news")
  ) {
    self.log = log
    self.progress = progress
    self.settings = settings
    self.logger = logger
  }

  public nonisolated(nonsending) func watch(
    _ stream: StreamName, _ read: (AsyncStream<Int>) async throws -> Void
  ) async rethrows {
    let (versions, continuation) = AsyncStream.makeStream(
      of: Int.self, bufferingPolicy: .bufferingNewest(1))
    let number = join(stream, continuation)
    defer { leave(stream, number) }
    try await read(versions)
  }

  private func join(_ stream: StreamName, _ continuation: AsyncStream<Int>.Continuation) -> Int {
    let (number, version, isOver) = state.withLock { state in
      state.nextNumber += 1
      if !state.isOver {
        state.streams[stream, default: Watchers()].continuations[state.nextNumber] = continuation
      }
      return (state.nextNumber, state.streams[stream]?.version, state.isOver)
    }
    // Others may have been told of it before.
    if let version { continuation.yield(version) }
    if isOver { continuation.finish() }
    return number
  }

  /// How many watch on this node.
  var watcherCount: Int {
    state.withLock { $0.streams.values.reduce(0) { $0 + $1.continuations.count } }
  }

  private func leave(_ stream: StreamName, _ number: Int) {
    state.withLock { state in
      state.streams[stream]?.continuations[number] = nil
      if state.streams[stream]?.continuations.isEmpty == true { state.streams[stream] = nil }
    }
  }

  /// Tells until the program is told to stop or the task is cancelled; then everybody's stream ends.
  public func run() async throws {
    await cancelWhenGracefulShutdown { await self.tell() }
    let left = state.withLock { state in
      state.isOver = true
      return state.streams.values.flatMap(\.continuations.values)
    }
    for continuation in left { continuation.finish() }
  }

  private func tell() async {
    var (heard, signed) = (0, ContinuousClock.now)
    while !Task.isCancelled {
      await log.known.wait(past: heard, atMost: settings.lookInterval)
      heard = log.known.value
      do {
        try await look()
      } catch {
        logger.debug("could not look what changed", metadata: ["error": "\(error)"])
      }
      if signed.duration(to: .now) >= settings.signInterval {
        signed = .now
        sign()
      }
      try? await Task.sleep(for: settings.pause)
    }
  }

  /// Where a stream stands in the log.
  private struct Standing {
    let stream: StreamName
    let version: Int
    let position: Int
  }

  /// Tells what changed since it looked last; what the read models do not show yet, it tells the next time.
  private func look() async throws {
    let watched = state.withLock { $0.streams.mapValues(\.version) }
    guard !watched.isEmpty else { return }
    let changed = try await standings(of: Array(watched.keys)).filter { standing in
      watched[standing.stream].map { $0 != standing.version } ?? false
    }
    guard let last = changed.map(\.position).max(),
      await progress.reached(last, within: settings.showBound)
    else { return }
    for standing in changed { say(standing.version, of: standing.stream) }
  }

  private func standings(of streams: [StreamName]) async throws -> [Standing] {
    let rows = try await log.database.run(
      """
      SELECT name, stream_id, version, last_position FROM es_stream JOIN es_category USING (category_id)
      WHERE log_id = \(log.id) AND stream_id = ANY (\(streams.map(\.identity.uuid)))
      """)
    return try rows.map { row in
      Standing(
        stream: StreamName(try row["name"], Identity(uuid: try row["stream_id"])),
        version: try row["version"], position: try row["last_position"])
    }
  }

  private func say(_ version: Int, of stream: StreamName) {
    let told = state.withLock { state in
      state.streams[stream]?.version = version
      return state.streams[stream]?.continuations.values.map { $0 } ?? []
    }
    for continuation in told { continuation.yield(version) }
  }

  /// Says every version again, so that who is gone is noticed and no proxy thinks the line dead.
  private func sign() {
    let all = state.withLock { Array($0.streams.values) }
    for watchers in all {
      guard let version = watchers.version else { continue }
      for continuation in watchers.continuations.values { continuation.yield(version) }
    }
  }
}
