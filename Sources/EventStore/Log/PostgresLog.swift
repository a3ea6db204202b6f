public import EventSourcing
public import Logging
public import Postgres
public import ServiceLifecycle

/// The log in PostgreSQL.
///
/// Any number of nodes may append to one log; each sends whatever waits in one call under one lock, over
/// one connection. Keeps every promise of `Log`, durably.
public final class PostgresLog: Log, ClaimedNames {
  /// How much may wait, travel together and be tried again.
  public struct Limits: Sendable {
    /// Appends that may wait before more are turned away as busy.
    public var waitingMax = 4096
    /// Appends in one call.
    public var commandsMax = 512
    /// Bytes of payload after which a call takes no more appends.
    public var bytesMax = 1 << 20
    /// Times in a row that writing may fail before what waits is given up.
    public var retriesMax = 6
    /// The wait before the first of them; doubles with each.
    public var retryDelay: Duration = .milliseconds(25)

    public init() {}
  }

  /// What a connection that writes should be set to.
  ///
  /// The same few statements come again and again with arrays of every length, and planning them anew
  /// costs more than any plan could save. All but those of a few small tables ask by an index; one that is
  /// planned while its table is empty would otherwise go on reading the whole table, however it grows.
  public static let serverSettings = [
    "plan_cache_mode": "force_generic_plan", "jit": "off", "enable_seqscan": "off",
  ]

  /// How far the log is known to have come: by every commit of this node and by news from others.
  public let known = RisingPosition()

  let database: Database
  private let appends: Database
  private let keyTaking: Database
  let id: Int16
  let names: EventNames
  private let queue: AppendQueue
  private let limits: Limits
  private let news: LogNews
  private let partitions: PartitionsAhead
  let cipher: PersonalDataCipher
  let erasures = Erasures()
  private let logger: Logger

  /// The log `id` of `organisation` in `database`, which connects as `koers_writer`.
  ///
  /// The keys under which personal data lie in it are wrapped by `keys`.
  public init(
    _ database: Database, id: Int16 = 1, organisation: String = "", keys: KeyEncryptionKeys,
    limits: Limits = Limits(), logger: Logger = Logger(label: "koers.log")
  ) {
    self.database = database
    // Appends have a connection to themselves, and so do new keys: a page's question does not wait behind a flush,
    // nor the one flush behind the other.
    var configuration = database.configuration
    configuration.sharedConnectionsMax = 1
    self.appends = Database(configuration, logger: logger)
    self.keyTaking = Database(configuration, logger: logger)
    self.id = id
    self.names = EventNames(organisation: organisation)
    self.limits = limits
    self.logger = logger
    self.queue = AppendQueue(waitingMax: limits.waitingMax)
    self.partitions = PartitionsAhead(database: database, logger: logger)
    self.news = LogNews(log: id, database: database, logger: logger)
    self.cipher = PersonalDataCipher(
      keyring: Keyring(log: id, reading: database, taking: keyTaking, wrapping: keys),
      logger: logger)
  }

  public func append(_ appending: Appending) async throws(AppendFailure) -> Receipt {
    let pending: PendingAppend
    do {
      let digest = try await cipher.keyring.digest(of: appending.envelope)
      pending = try PendingAppend(try await cipher.encrypted(appending), digest)
    } catch {
      throw .unavailable(error)
    }
    return try await withCheckedContinuation { caller in
      let entry = AppendQueue.Entry(pending) { caller.resume(returning: $0) }
      switch queue.admit(entry) {
      case .writersAreAtWork: break
      case .startWriter: startWriter()
      case .full: entry.answer(.failure(.busy))
      case .stopped: entry.answer(.failure(.unavailable(LogStopped())))
      }
    }.get()
  }

  private func startWriter() {
    let writer = AppendWriter(
      log: id, database: appends, queue: queue, names: names, limits: limits, logger: logger
    ) { [known, news, partitions] head in
      known.advance(to: head)
      news.tell(head)
      partitions.reached(head)
    }
    // Not a child of the append that starts it: it writes for whoever comes after, too. What it sends
    // first, it sends before anything else has to wake up.
    Task.immediate { await writer.run() }
  }

  /// Takes no more appends and returns when every one taken has its answer.
  public func stop() async {
    await queue.stop()
    await appends.close()
    await keyTaking.close()
  }
}

/// The log was told to stop; nothing was written.
public struct LogStopped: Error {}

extension PostgresLog: Service {
  /// Does nothing until the program is told to stop, and then lets what waits be written.
  public func run() async throws {
    try? await gracefulShutdown()
    await stop()
  }
}
