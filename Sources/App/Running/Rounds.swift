import Logging
import ServiceLifecycle

/// Work that is taken up time and again until the program stops: soon after a round, and ever later while rounds fail.
struct Rounds: Sendable {
  /// Between one round and the next.
  static let interval = Duration.seconds(2)
  /// After failures the pause doubles up to this.
  private static let pauseMax = Duration.seconds(60)

  private let logger: Logger
  private let complaint: Logger.Message

  /// - Parameters:
  ///   - complaint: what the operator is told when work failed, beside why.
  ///   - logger: of whose work it is.
  init(tellingOf complaint: Logger.Message, to logger: Logger) {
    self.logger = logger
    self.complaint = complaint
  }

  /// Does `work` until it succeeded once, or the program stops.
  func complete(_ work: @escaping @Sendable () async throws -> Void) async {
    await cancelWhenGracefulShutdown {
      var pause = Self.interval
      while !Task.isCancelled, await attempt(work) == nil {
        pause = Self.longer(pause)
        try? await Task.sleep(for: pause)
      }
    }
  }

  /// Does `round` until the program stops, telling it what earlier rounds completed, which read models may not know yet.
  ///
  /// - Parameter round: completes what there is, and says what that was.
  func run<Item: Hashable & Sendable>(
    _ round: @escaping @Sendable (_ done: Set<Item>) async throws -> [Item]
  ) async {
    await cancelWhenGracefulShutdown {
      var pause = Self.interval
      var done: Set<Item> = []
      while !Task.isCancelled {
        let completed = await attempt { [done] in try await round(done) }
        done.formUnion(completed ?? [])
        pause = completed == nil ? Self.longer(pause) : Self.interval
        try? await Task.sleep(for: pause)
      }
    }
  }

  /// What `work` gives; nil when it failed, of which the operator is told.
  func attempt<Result: Sendable>(
    _ work: @Sendable () async throws -> Result
  ) async -> Result? {
    do {
      return try await work()
    } catch {
      logger.error(complaint, metadata: ["error": "\(error)"])
      return nil
    }
  }

  private static func longer(_ pause: Duration) -> Duration { min(pause * 2, pauseMax) }
}
