import EventSourcing
import EventStore
import Foundation
import Postgres
import Synchronization

/// Two nodes on one store, either of which may be taken away and replaced at any moment.
final class TortureNodes: Sendable {
  /// What one node of the program runs.
  private struct Node {
    let database: Database
    let log: PostgresLog
    let runner: ProjectionRunner<Parcel>
    let running: Task<Void, any Error>
  }

  private let store: TestStore
  private let nodes: Mutex<[Node]>

  init(_ store: TestStore) {
    self.store = store
    nodes = Mutex((0..<2).map { _ in Self.start(on: store) })
  }

  func log(_ node: Int) -> PostgresLog { nodes.withLock { $0[node].log } }

  func runner(_ node: Int) -> ProjectionRunner<Parcel> { nodes.withLock { $0[node].runner } }

  /// Stops the node, and another begins in its place.
  ///
  /// What it had taken still gets its answer.
  func replace(_ node: Int) async {
    let old = nodes.withLock { nodes in
      defer { nodes[node] = Self.start(on: store) }
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

  private static func start(on store: TestStore) -> Node {
    var configuration = store.owner.configuration
    configuration.role = "koers_writer"
    configuration.sharedConnectionsMax = 2
    configuration.applicationName = "koers node"
    let database = Database(configuration, logger: .silent)
    // Gives up soon, so that some outcomes stay unknown to whoever asked.
    var limits = PostgresLog.Limits()
    limits.retriesMax = 0
    let log = PostgresLog(database, limits: limits, logger: .silent)
    let runner = store.runner(
      pageSize: 100, log: log, database: database)
    return Node(
      database: database, log: log, runner: runner, running: Task { try await runner.run() })
  }
}
