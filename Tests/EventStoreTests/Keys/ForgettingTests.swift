import Foundation
import Postgres
import Testing

@testable import EventSourcing
@testable import EventStore

/// What nodes remember of a stream whose key is destroyed.
@Suite struct ForgettingTests {
  private static let parcel = Identity.fresh()
  private static let stream = StreamName(Parcel.category, parcel)
  private static let known = [Parcel.received(depot: "dijk", weight: 3)]

  @Test func `the node that destroys a key remembers nothing of its stream`() async throws {
    try await withStore { store in
      let (gateway, other) = (LogGateway(store.log), Identity.fresh())
      for parcel in [Self.parcel, other] { try await gateway.receive(parcel) }
      #expect(gateway.remembered(Self.stream) == Self.known)
      #expect(!store.log.keys(of: Self.stream).isEmpty)

      try await StreamKeys(of: store.log, in: store.owner).destroy(keyOf: Self.stream)
      #expect(gateway.remembered(Self.stream) == nil)
      #expect(store.log.keys(of: Self.stream).isEmpty)
      let rest = StreamName(Parcel.category, other)
      #expect(gateway.remembered(rest) == Self.known)
      #expect(!store.log.keys(of: rest).isEmpty)
    }
  }

  @Test func `so do others, as soon as they hear of it`() async throws {
    try await withStore { store in
      let node = store.node()
      let runner = store.runner(pageSize: 10, log: node)
      let running = Task { try await runner.run() }
      // It hears what others record: from then on it misses nothing.
      try await LogGateway(store.log).receive(.fresh())
      try await wait(on: node) { node.known.value == 1 }
      let gateway = LogGateway(node)
      try await gateway.receive(Self.parcel)
      #expect(gateway.remembered(Self.stream) == Self.known)

      try await StreamKeys(of: store.log, in: store.owner).destroy(keyOf: Self.stream)
      try await wait(on: node) {
        gateway.remembered(Self.stream) == nil && node.keys(of: Self.stream).isEmpty
      }
      running.cancel()
      try await running.value
      await node.stop()
    }
  }

  @Test func `a node that may have missed it remembers nothing any more`() async throws {
    try await withStore { store in
      let node = store.node()
      let gateway = LogGateway(node)
      try await gateway.receive(Self.parcel)
      let runner = store.runner(pageSize: 10, log: node)
      let running = Task { try await runner.run() }
      try await wait(on: node) {
        gateway.remembered(Self.stream) == nil && node.keys(of: Self.stream).isEmpty
      }
      running.cancel()
      try await running.value
      await node.stop()
    }
  }

  /// Waits for what a node does by itself, as long as the suite may last.
  private func wait(on node: PostgresLog, until isDone: () -> Bool) async throws {
    while !isDone() { await node.known.wait(past: node.known.value, atMost: .milliseconds(20)) }
  }
}

/// Takes parcels in.
private enum Depot: Decider {
  typealias Event = Parcel

  enum Refusal: Error, Equatable, Sendable { case none }

  static let category = Parcel.category
  static let initial: [Parcel] = []

  static func decide(_ depot: String, _ parcels: [Parcel]) throws(Refusal) -> [Parcel] {
    [.received(depot: depot, weight: 3)]
  }

  static func evolve(_ parcels: [Parcel], _ event: Parcel) -> [Parcel] { parcels + [event] }
}

extension LogGateway {
  fileprivate func receive(_ parcel: Identity) async throws {
    _ = try await perform(
      Order<Depot>("dijk", on: parcel), in: Envelope(command: .fresh(), actor: "test"))
  }

  fileprivate func remembered(_ stream: StreamName) -> [Parcel]? {
    memory.recall(stream, of: Depot.self)?.state
  }
}

extension PostgresLog {
  fileprivate func keys(of stream: StreamName) -> [StreamName: StreamKey] {
    cipher.keyring.remembered.keys(of: [stream])
  }
}
