import EventSourcing
import EventStore
import Foundation
import Postgres
import Synchronization

/// The nodes of one process on one store, any of which may be taken away and replaced at any moment.
final class TortureNodes: Sendable {
  /// What one node of the program runs.
  private struct Node {
    let database: Database
    let log: PostgresLog
    let runner: ProjectionRunner<Parcel>
    let running: Task<Void, any Error>
  }

  let count: Int
  private let configuration: Database.Configuration
  private let nodes: Mutex<[Node]>

  /// Starts `count` nodes; `name` is what their connections are called.
  init(_ count: Int, on server: Database.Configuration, calledBy name: String) {
    self.count = count
    var configuration = server
    configuration.role = "koers_writer"
    configuration.serverSettings = PostgresLog.serverSettings
    configuration.sharedConnectionsMax = 2
    configuration.applicationName = name
    self.configuration = configuration
    nodes = Mutex((0..<count).map { [configuration] _ in Self.start(on: configuration) })
  }

  func log(_ node: Int) -> PostgresLog { nodes.withLock { $0[node].log } }

  func runner(_ node: Int) -> ProjectionRunner<Parcel> { nodes.withLock { $0[node].runner } }

  /// Stops the node, and another begins in its place.
  ///
  /// What it had taken still gets its answer.
  func replace(_ node: Int) async {
    let old = nodes.withLock { nodes in
      defer { nodes[node] = Self.start(on: configuration) }
      return nodes[node]
    }
    await stop(old)
  }

  func stop() async { for node in nodes.withLock(\.self) { await stop(node) } }

  private func stop(_ node: Node) async {
    node.running.cancel()
    _ = await node.running.result
    await node.log.stop()
    await node.database.close()
  }

  private static func start(on configuration: Database.Configuration) -> Node {
    let database = Database(configuration, logger: .silent)
    // Gives up soon, so that some outcomes stay unknown to whoever asked.
    var limits = PostgresLog.Limits()
    limits.retriesMax = 0
    let log = PostgresLog(database, keys: .test, limits: limits, logger: .silent)
    let runner = TestStore.runner(pageSize: 100, log: log, database: database)
    return Node(
      database: database, log: log, runner: runner, running: Task { try await runner.run() })
  }
}
