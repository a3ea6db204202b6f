import EventSourcing
import EventStore
import Foundation
import Postgres
import Testing
import TestSupport

/// One history, made by many at once under mishaps, and then looked at from every side.
struct TortureRound {
  let seed: UInt64
  let duration: Duration

  func run() async throws {
    try await TortureServer.with { server in
      var configuration = try Database.Configuration(server.server.connectionString())
      configuration.connectTimeout = .seconds(30)
      configuration.leaseTimeout = .seconds(60)
      configuration.statementTimeout = .seconds(60)
      let owner = Database(configuration, logger: .silent)
      try await TestTemplate.deployParcelStore(to: owner)
      let store = TestStore(owner)
      let result: Result<Void, any Error>
      do {
        result = .success(try await run(on: store, server))
      } catch { result = .failure(error) }
      await store.log.stop()
      await store.writer.close()
      await store.web.close()
      await owner.close()
      try result.get()
    }
  }

  private func run(on store: TestStore, _ server: TortureServer) async throws {
    var generator = SeededGenerator(seed: seed)
    let streams = (0..<8).map { _ in
      StreamName(Parcel.category, Identity(milliseconds: 0, using: &generator))
    }
    let seeds = (0..<17).map { _ in generator.next() as UInt64 }
    let book = TortureBook()
    let nodes = TortureNodes(store)
    let followers = [1, 50].map { pageSize in
      Task {
        var subscriber = TortureSubscriber(store.log, pageSize: pageSize)
        try await subscriber.follow()
        return subscriber.seen
      }
    }
    let befalling = Task {
      var mishaps = TortureMishaps(
        seed: seeds[0], server: server, owner: store.owner, nodes: nodes, book: book)
      await mishaps.befall()
      return mishaps.counts
    }
    let end = ContinuousClock.now + duration
    try await withThrowingTaskGroup(of: Void.self) { group in
      for seed in seeds.dropFirst() {
        group.addTask {
          var writer = TortureWriter(seed: seed, streams: streams, nodes: nodes, book: book)
          try await writer.write(until: end)
        }
      }
      try await group.waitForAll()
    }
    book.close()
    let mishaps = await befalling.value
    try await store.becomesReachable()
    let head = try await store.log.head()
    for node in 0..<2 {
      let isThere = await nodes.runner(node).reached(head, within: .seconds(60))
      #expect(isThere, "node \(node) projects up to \(head), seed \(seed)")
    }
    for follower in followers { follower.cancel() }
    let seen = try await [followers[0].value, followers[1].value]
    await nodes.stop()
    let answers = book.entries.values.flatMap(\.outcomes)
    print(
      "torture: seed \(seed), \(head) events, \(book.entries.count) commands,"
        + " \(answers.count { $0 == .refused }) refusals,"
        + " \(answers.count { $0 == .unknown }) unknown, \(mishaps)")
    try await TortureChecks(seed: seed, store: store, book: book).check(subscribers: seen)
  }
}

extension TestStore {
  /// Waits until the server, which may just have been killed, is back.
  fileprivate func becomesReachable() async throws {
    let end = ContinuousClock.now + .seconds(60)
    while ContinuousClock.now < end {
      if (try? await owner.run("SELECT 1")) != nil, (try? await writer.run("SELECT 1")) != nil {
        return
      }
    }
    throw ServerStaysAway()
  }

  private struct ServerStaysAway: Error {}
}
