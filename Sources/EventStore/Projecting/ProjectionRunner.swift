public import EventSourcing
public import Logging
public import Postgres
public import ServiceLifecycle
import Synchronization

/// Keeps the read models up to date with the log, on one node at a time.
///
/// Whoever holds the lease projects; the others wait to take over. Wakes when this node appends, when
/// it hears that another did, and regardless after a while: no news is ever needed for it to go on.
public final class ProjectionRunner<Event: Sendable>: Service, Progress {
  /// How much at a time, and how often it looks.
  public struct Settings: Sendable {
    /// Events folded in one transaction at most.
    public var pageSize = 1000
    /// The longest wait before it looks for itself.
    public var pollInterval: Duration = .milliseconds(250)
    /// How long after its last sign of life another node takes over.
    public var leaseDuration: Duration = .seconds(3)

    public init() {}
  }

  /// The position that every read model has passed, as far as this node knows.
  public let projected = RisingPosition()

  let projections: Projections<Event>
  private let log: PostgresLog
  private let database: Database
  private let settings: Settings
  private let logger: Logger
  private let lease: Lease
  private let isLeading = Mutex(false)
  private let outdated = Mutex<LaterRelease?>(nil)

  /// A runner for `log` whose `database` connects as `koers_writer`.
  public init(
    _ projections: Projections<Event>, log: PostgresLog, database: Database,
    settings: Settings = Settings(), logger: Logger = Logger(label: "koers.projections")
  ) {
    self.projections = projections
    self.log = log
    self.database = database
    self.settings = settings
    self.logger = logger
    self.lease = Lease(
      log: log.id, owner: .fresh(), duration: settings.leaseDuration, database: database)
  }

  /// The event that only a later release of the program knows, if this node met one: it then projects no
  /// more and is not ready for work.
  public var isOutdatedBy: LaterRelease? { outdated.withLock { $0 } }

  /// Projects, or stands by, until the program is told to stop or the task is cancelled.
  public func run() async throws {
    await cancelWhenGracefulShutdown {
      await withTaskGroup(of: Void.self) { group in
        group.addTask { await self.listen() }
        group.addTask { await self.project() }
      }
    }
    // The task may be cancelled by now, and the next node should not have to wait.
    await Task { [lease] in try? await lease.release() }.value
  }

  /// Waits until every read model has passed `position`, wherever they are projected.
  public func reached(_ position: Int, within bound: Duration) async -> Bool {
    let end = ContinuousClock.now + bound
    while projected.value < position, !projections.tables.isEmpty {
      let left = end - .now
      guard left > .zero, !Task.isCancelled else { return false }
      if isLeading.withLock({ $0 }) {
        await projected.wait(past: position - 1, atMost: min(left, .milliseconds(50)))
      } else {
        await lookHowFarAnotherNodeIs()
        await projected.wait(past: position - 1, atMost: min(left, .milliseconds(5)))
      }
    }
    return true
  }

  var standing: Standing { Standing(log: log.id, database: database) }

  private func lookHowFarAnotherNodeIs() async {
    do {
      if let position = try await standing.slowest(of: projections.names) {
        projected.retreat(to: position)
        projected.advance(to: position)
      }
    } catch {
      logger.debug("could not look how far the read models are", metadata: ["error": "\(error)"])
    }
  }

  private func listen() async {
    let erasures = Erasures.channel(of: log.id)
    for await news in database.listen(to: [LogNews.channel(of: log.id), erasures]) {
      switch news {
      case .reconnected:
        // Something may have been missed; should the log not answer, polling finds it.
        log.forget(nil)
        if let head = try? await log.head() { log.known.advance(to: head) }
      case .notified(erasures, let payload):
        log.forget(Erasures.stream(in: payload))
      case .notified(_, let payload):
        if let head = Int(payload) { log.known.advance(to: head) }
      }
    }
  }

  private func project() async {
    var pause = Duration.milliseconds(5)
    var heldOffAt = ContinuousClock.now
    while !Task.isCancelled {
      do {
        guard try await standing.fits(projections) else {
          logger.error("the read models installed are not this program's; it does not project")
          try await Task.sleep(for: .seconds(1))
          continue
        }
        if let fence = try await lease.take() {
          try await lead(from: standing, fence: fence)
        } else {
          try await Task.sleep(for: settings.pollInterval)
        }
      } catch is CancellationError {
        return
      } catch let later as LaterRelease {
        return await standAside(for: later)
      } catch let error where error.isAboutTheCheckpoint {
        // A rebuild holds a checkpoint as long as it takes to compare two tables.
        let isFirst = heldOffAt.duration(to: .now) > .seconds(1)
        pause = isFirst ? .milliseconds(5) : min(pause * 2, settings.pollInterval)
        heldOffAt = .now
        logger.debug("another node or a rebuild has a checkpoint; looking again")
        try? await Task.sleep(for: pause)
      } catch {
        // Whatever was under way when the program was told to stop has failed for that.
        guard !Task.isCancelled else { return }
        logger.error("projecting failed; trying again", metadata: ["error": "\(error)"])
        try? await Task.sleep(for: settings.pollInterval)
      }
    }
  }

  /// Leaves the lease to a node of a later release, for good.
  private func standAside(for later: LaterRelease) async {
    outdated.withLock { $0 = later }
    logger.error(
      "the log holds an event of a later release; this node does not project any more",
      metadata: [
        "position": "\(later.position)", "type": "\(later.type)", "schema": "\(later.schema)",
      ])
    do {
      try await lease.release()
    } catch {
      logger.warning("the lease runs on until it expires", metadata: ["error": "\(error)"])
    }
  }

  /// Projects until the lease is lost, or the database is found to have lost rows.
  private func lead(from standing: Standing, fence: Int) async throws {
    var members = try await standing.take(projections, fence: fence)
    isLeading.withLock { $0 = true }
    defer { isLeading.withLock { $0 = false } }
    let projector = PageProjector<Event>(
      log: log, database: database, fence: fence, logger: logger)
    var reader = PageReader(log: log, decode: projections.decode, size: settings.pageSize)
    defer { reader.leave() }
    projected.retreat(to: slowest(of: members))
    var renewed = ContinuousClock.now
    while !Task.isCancelled {
      let position = slowest(of: members)
      if renewed.duration(to: .now) > settings.leaseDuration / 3 {
        guard try await lease.take() == fence, try await isKept(position) else { return }
        renewed = .now
      }
      projected.advance(to: position)
      guard let page = try await reader.page(after: position) else {
        try await waitForMore(after: position)
        continue
      }
      members = try await step(projector, page, after: position, members)
      _ = try page.whole()
    }
  }

  private func slowest(of members: [PageProjector<Event>.Member]) -> Int {
    members.lazy.map { $0.state.position }.min() ?? 0
  }

  /// Whether the database is as far as this node took it.
  ///
  /// Rows and checkpoints are not waited for on disk, so a server that fell over comes back without the
  /// last of them; without an error and without a new event, nothing else would tell.
  private func isKept(_ position: Int) async throws -> Bool {
    try await standing.slowest(of: projections.names).map { $0 >= position } ?? true
  }

  /// Takes those that are furthest behind a page further, but not past the others: so they meet, and
  /// go on together.
  private func step(
    _ projector: PageProjector<Event>, _ page: DecodedPage<Event>, after position: Int,
    _ members: [PageProjector<Event>.Member]
  ) async throws -> [PageProjector<Event>.Member] {
    let behind = members.filter { $0.state.position == position }
    let ahead = members.filter { $0.state.position != position }
    let next = ahead.map(\.state.position).min() ?? .max
    return try await projector.project(page.through(next), after: position, into: behind) + ahead
  }

  private func waitForMore(after position: Int) async throws {
    if log.known.value > position {
      // Heard of more than there is: a log restored from an older copy. Not worth spinning for.
      try await Task.sleep(for: settings.pollInterval)
    } else {
      await log.known.wait(past: position, atMost: settings.pollInterval)
    }
  }
}
