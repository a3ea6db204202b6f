import EventSourcing
import EventStore
import Foundation
import Postgres
import Testing
import TestSupport

/// One history, made by many at once under mishaps, and then looked at from every side.
struct TortureRound {
  /// How long the worst may take to happen once the time is up.
  private static let patience = Duration.seconds(60)
  /// So many that a node sends a second call before the first is answered.
  private static let writers = 24

  let seed: UInt64
  let duration: Duration

  func run() async throws -> TortureToll {
    try await TortureServer.with { server in
      let owner = Database(
        try TortureServer.configuration(server.server.connectionString()), logger: .silent)
      try await TestTemplate.deployParcelStore(to: owner)
      let store = TestStore(owner)
      let result: Result<TortureToll, any Error>
      do {
        result = .success(try await run(on: store, server))
      } catch { result = .failure(error) }
      await store.log.stop()
      await store.writer.close()
      await store.web.close()
      await owner.close()
      return try result.get()
    }
  }

  private func run(on store: TestStore, _ server: TortureServer) async throws -> TortureToll {
    var generator = SeededGenerator(seed: seed)
    let streams = (0..<12).map { _ in Identity(milliseconds: 0, using: &generator) }
    let book = TortureBook()
    let nodes = TortureNodes(2, on: store.owner.configuration, calledBy: TortureServer.node)
    let process = TortureProcess(
      TortureErrand(
        address: server.server.connectionString(), streams: streams, seed: generator.next()),
      book: book)
    let mishaps = TortureMishaps(
      seed: generator.next(), server: server, owner: store.owner, nodes: nodes, process: process,
      book: book)
    let followers = [1, 50].map { pageSize in
      Task {
        var subscriber = TortureSubscriber(store.log, pageSize: pageSize)
        try await subscriber.follow()
        return subscriber.seen
      }
    }
    let befalling = Task { await mishaps.befall() }
    let processes = Task { try await process.keepRunning() }
    let seeds = (0..<Self.writers).map { _ in generator.next() as UInt64 }
    try await write(streams, on: nodes, seeds: seeds, book: book, mishaps)
    process.stop()
    try await processes.value
    book.close()
    await befalling.value
    try await store.becomesQuiet()
    let head = try await store.log.head()
    for node in 0..<nodes.count {
      let isThere = await nodes.runner(node).reached(head, within: .seconds(60))
      #expect(isThere, "node \(node) projects up to \(head), seed \(seed)")
    }
    for follower in followers { follower.cancel() }
    let seen = try await [followers[0].value, followers[1].value]
    await nodes.stop()
    #expect(mishaps.haveKilled, "seed \(seed)")
    var toll = mishaps.toll
    toll.take(head, book)
    toll.lost = try await TortureChecks(seed: seed, store: store, book: book)
      .check(subscribers: seen)
    return toll
  }

  /// Lets everybody write for as long as the round lasts, and until the worst has happened.
  private func write(
    _ streams: [Identity], on nodes: TortureNodes, seeds: [UInt64], book: TortureBook,
    _ mishaps: TortureMishaps
  ) async throws {
    let end = ContinuousClock.now + duration
    try await withThrowingTaskGroup(of: Void.self) { group in
      for seed in seeds {
        group.addTask {
          var writer = TortureWriter(
            seed: seed, streams: streams.map { StreamName(Parcel.category, $0) }, nodes: nodes,
            book: book)
          try await writer.write {
            .now >= (mishaps.haveKilled ? end : end + Self.patience)
          }
        }
      }
      try await group.waitForAll()
    }
  }
}

extension TortureToll {
  /// Counts what was written and answered in a round.
  fileprivate mutating func take(_ head: Int, _ book: TortureBook) {
    let entries = book.entries.values
    rounds = 1
    events = head
    acknowledged = entries.count { !$0.acknowledgements.isEmpty }
    refused = entries.count { !$0.outcomes.isEmpty && $0.outcomes.allSatisfy { $0 == .refused } }
    unknown = entries.count - acknowledged - refused
  }
}

extension TestStore {
  /// Waits until the server, which may just have been killed, is back, and until nobody works for a
  /// process that was killed.
  fileprivate func becomesQuiet() async throws {
    let end = ContinuousClock.now + .seconds(60)
    while ContinuousClock.now < end {
      let left = try? await owner.run(
        "SELECT pid FROM pg_stat_activity WHERE application_name = \(TortureServer.killedNode)")
      if left?.isEmpty == true, (try? await writer.run("SELECT 1")) != nil { return }
    }
    throw ServerStaysAway()
  }

  private struct ServerStaysAway: Error {}
}
