import EventSourcing
import EventStore
import Foundation
import Postgres
import Testing
import TestSupport

/// The runner, against folds done by hand.
@Suite struct ProjectionRunnerTests {
  @Test(arguments: [1, 3, 1000])
  func `rows and their history are those of an independent fold`(pageSize: Int) async throws {
    try await withStore { store in
      let seed = UInt64.random(in: 1...1_000_000)
      try await store.append(ParcelTraffic(seed: seed), commands: 60)
      try await store.projecting(pageSize: pageSize) { runner in
        try await store.expectCaughtUp(runner)
      }
      let events = try await store.parcelEvents()
      for position in 0...events.count {
        let expected = Ledger(events.prefix(position))
        #expect(
          try await store.parcels(asOf: position) == expected.parcels, "seed \(seed)")
        #expect(try await store.depots(asOf: position) == expected.depots, "seed \(seed)")
      }
      #expect(try await store.parcels() == Ledger(events[...]).parcels, "seed \(seed)")
      #expect(try await store.depots() == Ledger(events[...]).depots, "seed \(seed)")
      #expect(try await store.findings().isEmpty)
    }
  }

  @Test func `a rebuild makes the very rows that live projecting made`() async throws {
    try await withStore { store in
      let seed = UInt64.random(in: 1...1_000_000)
      try await store.append(ParcelTraffic(seed: seed), commands: 80)
      try await store.projecting(pageSize: 7) { runner in
        try await store.expectCaughtUp(runner)
      }
      let before = try await store.everyRow()
      // The comparison of the rebuild itself would throw, too.
      try await store.installer().rebuild()
      #expect(try await store.everyRow() == before, "seed \(seed)")
    }
  }

  @Test func `a rebuild goes on beside live projecting and loses nothing`() async throws {
    try await withStore { store in
      let seed = UInt64.random(in: 1...1_000_000)
      try await store.projecting(pageSize: 5) { runner in
        async let appended: Void = store.append(ParcelTraffic(seed: seed), commands: 80)
        for _ in 0..<3 { try await store.installer().rebuild() }
        try await appended
        try await store.expectCaughtUp(runner)
      }
      let events = try await store.parcelEvents()
      #expect(try await store.parcels() == Ledger(events[...]).parcels, "seed \(seed)")
      #expect(try await store.findings().isEmpty)
    }
  }

  @Test func `the read models are kept up only while a node projects`() async throws {
    try await withStore { store in
      let onlooker = store.runner(pageSize: 10)
      #expect(!(try await onlooker.isKeptUp(within: .seconds(30))))
      try await store.append(ParcelTraffic(seed: 1), commands: 3)
      try await store.projecting(pageSize: 10) { runner in
        try await store.expectCaughtUp(runner)
        #expect(try await runner.isKeptUp(within: .zero))
        #expect(try await onlooker.isKeptUp(within: .zero))
      }
      #expect(!(try await onlooker.isKeptUp(within: .seconds(30))))
    }
  }

  @Test func `another node takes over when the first stops`() async throws {
    try await withStore { store in
      let seed = UInt64.random(in: 1...1_000_000)
      var traffic = ParcelTraffic(seed: seed)
      let (first, second) = (store.runner(pageSize: 3), store.runner(pageSize: 4))
      let firstRun = Task { try await first.run() }
      for _ in 0..<20 { _ = try await store.log.append(traffic.next()) }
      try await store.expectCaughtUp(first)
      let secondRun = Task { try await second.run() }
      // The second, standing by, sees how far the first is.
      try await store.expectCaughtUp(second)
      firstRun.cancel()
      try await firstRun.value
      for _ in 0..<20 { _ = try await store.log.append(traffic.next()) }
      try await store.expectCaughtUp(second)
      secondRun.cancel()
      try await secondRun.value
      let events = try await store.parcelEvents()
      #expect(try await store.parcels() == Ledger(events[...]).parcels, "seed \(seed)")
      #expect(try await store.findings().isEmpty)
    }
  }

  @Test func `an append on another node wakes the runner`() async throws {
    try await withStore { store in
      // Without news it would look once an hour.
      try await store.projecting(pageSize: 10, pollInterval: .seconds(3600)) { runner in
        #expect(await runner.reached(0, within: .seconds(30)))
        let other = store.node()
        var traffic = ParcelTraffic(seed: 1)
        for _ in 0..<5 {
          let receipt = try await other.append(traffic.next())
          #expect(await runner.reached(receipt.position, within: .seconds(30)))
        }
      }
    }
  }

  @Test func `a runner that hears nothing looks for itself`() async throws {
    try await withStore { store in
      try await store.projecting(pageSize: 10, pollInterval: .milliseconds(10)) { runner in
        // Written as psql would: no writer of ours, no news.
        let position = try await store.appendUnheard(
          try Parcel.codec().encode(.received(depot: "noord", weight: 3)))
        #expect(await runner.reached(position, within: .seconds(30)))
        #expect(try await store.depots() == ["noord": DepotRow(parcels: 1, weight: 3)])
      }
    }
  }

  @Test func `waiting for what is not written ends at its bound`() async throws {
    try await withStore { store in
      try await store.projecting(pageSize: 10) { runner in
        let isThere = await runner.reached(1, within: .milliseconds(20))
        #expect(!isThere)
      }
    }
  }
}
