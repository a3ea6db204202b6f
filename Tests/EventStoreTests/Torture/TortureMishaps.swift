import EventSourcing
import Postgres
import Synchronization

/// What befalls the store while it is written to: cut connections, a killed server, nodes that go and
/// nodes that are killed.
final class TortureMishaps: Sendable {
  private enum Mishap {
    case serverKilled
    case nodeKilled
    case nodeReplaced
    case connectionsCut(Statement)
  }

  private struct Counts {
    var serverKills = 0
    var nodesReplaced = 0
    var connectionsCut = 0
  }

  let server: TortureServer
  let owner: Database
  let nodes: TortureNodes
  let process: TortureProcess
  let book: TortureBook
  private let seed: UInt64
  private let counts = Mutex(Counts())

  init(
    seed: UInt64, server: TortureServer, owner: Database, nodes: TortureNodes,
    process: TortureProcess, book: TortureBook
  ) {
    self.seed = seed
    self.server = server
    self.owner = owner
    self.nodes = nodes
    self.process = process
    self.book = book
  }

  /// Whether the worst has happened, so that the round is one.
  var haveKilled: Bool { process.kills > 0 && counts.withLock { $0.serverKills > 0 } }

  /// What has befallen so far.
  var toll: TortureToll {
    let counts = counts.withLock(\.self)
    var toll = TortureToll()
    toll.serverKills = counts.serverKills
    toll.nodeKills = process.kills
    toll.nodesReplaced = counts.nodesReplaced
    toll.connectionsCut = counts.connectionsCut
    return toll
  }

  /// Something goes wrong every so many answers, until no more answers come.
  func befall() async {
    var generator = SeededGenerator(seed: seed)
    var left = 20
    for await _ in book.answers {
      left -= 1
      guard left <= 0 else { continue }
      left = Int.random(in: 20...120, using: &generator)
      await strike(Self.draw(&generator), &generator)
    }
  }

  private static func draw(_ generator: inout SeededGenerator) -> Mishap {
    switch Int.random(in: 0..<10, using: &generator) {
    case 0, 1: .serverKilled
    case 2, 3: .nodeKilled
    case 4: .nodeReplaced
    case 5: .connectionsCut("true")
    case _: .connectionsCut("random() < 0.4")
    }
  }

  private func strike(_ mishap: Mishap, _ generator: inout SeededGenerator) async {
    switch mishap {
    case .serverKilled:
      if server.kill() { counts.withLock { $0.serverKills += 1 } }
    case .nodeKilled: process.kill()
    case .nodeReplaced:
      await nodes.replace(Int.random(in: 0..<nodes.count, using: &generator))
      counts.withLock { $0.nodesReplaced += 1 }
    case .connectionsCut(let choice):
      let cut = await cut(choice)
      counts.withLock { $0.connectionsCut += cut }
    }
  }

  private func cut(_ choice: Statement) async -> Int {
    // The server may have been killed just now, which is as well.
    let cut = try? await owner.run(
      """
      SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE application_name IN (\(TortureServer.node), \(TortureServer.killedNode))
        AND pid <> pg_backend_pid() AND \(splice: choice)
      """)
    return cut?.count ?? 0
  }
}
