import Foundation
public import Logging
public import Postgres

/// The read log in PostgreSQL: lines wait for each other a moment and go in one statement.
///
/// While the database is slow or away lines that were taken wait, up to a bound; beyond it whoever hands one in waits too.
public actor PostgresReadLog: ReadLog {
  /// How much may wait, travel together and be tried again.
  public struct Limits: Sendable {
    /// Lines that may wait while nobody waits for them.
    public var waitingMax = 4096
    /// Lines in one statement.
    public var linesMax = 512
    /// How long a line waits for others to go with it.
    public var pause: Duration = .milliseconds(100)
    /// The waits between attempts while the database is away; they double.
    public var retryDelays: ClosedRange<Duration> = .milliseconds(100) ... .seconds(5)
    /// How often it is tried once it was told to stop.
    public var lastAttemptsMax = 3

    public init() {}
  }

  private struct Entry {
    let read: Read
    /// Who waits until it is on disk, and is told whether it is; nil when nobody does.
    let caller: CheckedContinuation<Bool, Never>?
  }

  private let database: Database
  private let limits: Limits
  private let logger: Logger
  private let months = ReadMonths()
  private var waiting: [Entry] = []
  private var isWriting = false
  private var isPausing = false
  private var isStopped = false
  private var whenIdle: [CheckedContinuation<Void, Never>] = []

  /// - Parameters:
  ///   - database: connects as `koers_reads`.
  ///   - limits: how much may wait, travel together and be tried again.
  ///   - logger: hears of what cannot be kept.
  public init(
    _ database: Database, limits: Limits = Limits(),
    logger: Logger = Logger(label: "koers.reads")
  ) {
    self.database = database
    self.limits = limits
    self.logger = logger
  }

  public func keep(
    _ read: Read, _ assurance: ReadAssurance
  ) async throws(ReadLogFailure) {
    guard !isStopped else { throw .stopped }
    if assurance == .soon && waiting.count < limits.waitingMax {
      waiting.append(Entry(read: read, caller: nil))
      writeSoon()
    } else {
      let isKept = await withCheckedContinuation { caller in
        waiting.append(Entry(read: read, caller: caller))
        writeNow()
      }
      guard isKept else { throw .notKept }
    }
  }

  /// Takes no more lines and returns when those taken are kept, or were given up with a line at level critical.
  public func stop() async {
    isStopped = true
    writeNow()
    guard isWriting else { return }
    await withCheckedContinuation { whenIdle.append($0) }
  }
}

extension PostgresReadLog {
  private func writeSoon() {
    guard !isWriting, !isPausing else { return }
    isPausing = true
    Task {
      try? await Task.sleep(for: limits.pause)
      isPausing = false
      writeNow()
    }
  }

  private func writeNow() {
    guard !isWriting, !waiting.isEmpty else { return }
    isWriting = true
    // Not a child of whoever handed a line in: it writes for whoever comes after, too.
    Task { await write() }
  }

  private func write() async {
    var delay = limits.retryDelays.lowerBound
    var lastAttempts = 0
    while !waiting.isEmpty {
      let batch = Array(waiting.prefix(limits.linesMax))
      do {
        try await insert(batch.map(\.read))
        waiting.removeFirst(batch.count)
        for entry in batch { entry.caller?.resume(returning: true) }
        delay = limits.retryDelays.lowerBound
      } catch {
        logger.error(
          "The read log cannot be written",
          metadata: ["waiting": "\(waiting.count)", "error": "\(error)"])
        tellCallers()
        if isStopped { lastAttempts += 1 }
        guard lastAttempts < limits.lastAttemptsMax else {
          giveUp()
          break
        }
        try? await Task.sleep(for: delay)
        delay = min(delay * 2, limits.retryDelays.upperBound)
      }
    }
    isWriting = false
    for idle in whenIdle { idle.resume() }
    whenIdle = []
  }

  /// Who waits is shown nothing, so nothing of it is left to keep; what was shown stays until it is kept.
  private func tellCallers() {
    for entry in waiting { entry.caller?.resume(returning: false) }
    waiting.removeAll { $0.caller != nil }
  }

  private func giveUp() {
    logger.critical("Lines of the read log are lost", metadata: ["count": "\(waiting.count)"])
    waiting = []
  }

  private func insert(_ reads: [Read]) async throws {
    for moment in months.missing(among: reads) {
      try await database.run("SELECT make_read_log_month(\(moment))")
    }
    try await database.run(try ReadColumns(reads).insertion)
    months.note(reads)
  }
}
