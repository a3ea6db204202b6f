public import Logging

/// A PostgreSQL database: where statements go and rows come from.
///
/// Single statements and batches share a few pipelined connections; transactions, sessions and COPY borrow one
/// each. Connections are made when they are first needed and made again when they are lost. Nothing here
/// blocks a thread of the shared pool.
///
/// Cancelling a task cancels its statement at the server; the call still ends with the server's word,
/// so `.cancelled` means that nothing took effect.
public final class Database: Sendable {
  public let configuration: Configuration
  let reactor: Reactor
  let connector: Connector
  let shared: SharedPool
  let leases: LeasePool
  let logger: Logger
  let calls = Calls()

  public init(_ configuration: Configuration, logger: Logger = Logger(label: "koers.postgres")) {
    self.configuration = configuration
    self.logger = logger
    reactor = Reactor()
    connector = Connector(configuration, reactor: reactor, logger: logger)
    shared = SharedPool(connector)
    leases = LeasePool(connector)
    reactor.start()
  }

  deinit {
    refuseCalls()
    shared.endConnections()
    leases.endConnections()
    reactor.stop()
  }

  /// Runs one statement in a transaction of its own.
  @discardableResult
  nonisolated(nonsending) public func run(
    _ statement: Statement
  ) async throws(PostgresError) -> Rows {
    guard let rows = try await batch([statement]).first else {
      throw PostgresError(.decoding, "no answer", statement: statement.sql)
    }
    return rows
  }

  /// Runs statements in one round trip and one transaction: all take effect, or none and the first
  /// error is thrown.
  @discardableResult
  nonisolated(nonsending) public func batch(
    _ statements: [Statement]
  ) async throws(PostgresError) -> [Rows] {
    guard !statements.isEmpty else { return [] }
    if let statement = statements.first(where: \.outlivesItsTransaction) {
      throw PostgresError(
        .misuse, "a shared connection takes nothing that outlives one batch",
        statement: statement.sql)
    }
    try calls.enter()
    defer { calls.leave() }
    for _ in 0..<Self.attemptsMax {
      let connection = try await shared.connection()
      switch await connection.perform(Exchange(statements)) {
      case .answered(let rows): return rows
      case .failed(let error): throw error
      case .notSent, .again: continue
      }
    }
    throw PostgresError(
      .connectionLost, "no attempt of \(Self.attemptsMax) was carried out",
      statement: statements.first?.sql)
  }

  /// Nothing took effect in those that are repeated, so repeating is safe; the bound is for a server
  /// that keeps ending connections.
  private static let attemptsMax = 8

  /// Waits for what runs, then ends every connection and the thread that serves them.
  ///
  /// From here on every call fails with `.closed`, and so does what waits for a connection. What runs
  /// longer than `patience` is ended and told what is known, mostly `.outcomeUnknown`; cancelling the
  /// task ends it at once. Not to be called within a transaction or session of this database.
  public func close(waiting patience: Duration = .seconds(30)) async {
    refuseCalls()
    await calls.untilLeft(within: patience, by: reactor)
    shared.endConnections()
    leases.endConnections()
    await BlockingWork.run("postgres-close") { [reactor] in reactor.stopAndJoin() }
  }

  private func refuseCalls() {
    calls.close()
    connector.close()
    shared.refuse()
    leases.refuse()
  }
}
