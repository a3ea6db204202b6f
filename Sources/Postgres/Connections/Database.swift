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
    connector.close()
    shared.close()
    leases.close()
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

  /// Ends every connection and the thread that serves them.
  ///
  /// What waits for a connection fails with `.closed`, what waits for an answer with `.outcomeUnknown`.
  public func close() async {
    connector.close()
    shared.close()
    leases.close()
    await BlockingWork.run("postgres-close") { [reactor] in reactor.stopAndJoin() }
  }
}
