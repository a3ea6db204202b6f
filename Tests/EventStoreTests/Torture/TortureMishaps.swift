import EventSourcing
import Postgres

/// What befalls the store while it is written to: cut connections, a killed server, nodes that go.
struct TortureMishaps {
  let server: TortureServer
  let owner: Database
  let nodes: TortureNodes
  let book: TortureBook
  var generator: SeededGenerator
  private(set) var counts: [String: Int] = [:]

  init(
    seed: UInt64, server: TortureServer, owner: Database, nodes: TortureNodes, book: TortureBook
  ) {
    self.server = server
    self.owner = owner
    self.nodes = nodes
    self.book = book
    generator = SeededGenerator(seed: seed)
  }

  /// Something goes wrong every so many answers, until no more answers come.
  mutating func befall() async {
    var left = 20
    for await _ in book.answers {
      left -= 1
      guard left <= 0 else { continue }
      left = Int.random(in: 20...120, using: &generator)
      await strike()
    }
  }

  private mutating func strike() async {
    let kind: String
    switch Int.random(in: 0..<8, using: &generator) {
    case 0, 1:
      kind = "server killed"
      server.kill()
    case 2:
      kind = "node replaced"
      await nodes.replace(Int.random(in: 0..<2, using: &generator))
    case 3:
      kind = "all connections cut"
      await cut("true")
    case _:
      kind = "some connections cut"
      await cut("random() < 0.4")
    }
    counts[kind, default: 0] += 1
  }

  private func cut(_ choice: Statement) async {
    // It may have been killed just now, which is as well.
    _ = try? await owner.run(
      """
      SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE application_name = 'koers node' AND pid <> pg_backend_pid() AND \(splice: choice)
      """)
  }
}
