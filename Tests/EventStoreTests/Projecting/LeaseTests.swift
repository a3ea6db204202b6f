import EventSourcing
import EventStore
import Foundation
import Postgres
import Testing
import TestSupport

/// One node projects at a time, and a node that is gone keeps nobody waiting for long.
@Suite struct LeaseTests {
  @Test func `a lease that is not renewed passes to whoever asks next`() async throws {
    try await withStore { store in
      // A node that took the lease and was then killed.
      try await store.writer.run(
        "SELECT take_lease(1::smallint, 'projections', \(UUID()), 200)")
      try await store.append(.received(depot: "noord", weight: 1), to: .fresh(), version: 0)
      try await store.projecting(pageSize: 10) { try await store.expectCaughtUp($0) }
      let depots = try await store.depots()
      #expect(depots == ["noord": DepotRow(parcels: 1, weight: 1)])
    }
  }

  @Test func `a lease is one node's until it expires`() async throws {
    try await withStore { store in
      let (first, second) = (UUID(), UUID())
      func take(_ owner: UUID, _ milliseconds: Int) async throws -> Int? {
        try await store.writer.run(
          "SELECT take_lease(1::smallint, 'projections', \(owner), \(milliseconds)) AS fence"
        ).first.map { try $0["fence"] }
      }
      let taken = try await take(first, 60_000)
      let refused = try await take(second, 60_000)
      let renewed = try await take(first, -1)
      let passed = try await take(second, 60_000)
      #expect(taken == 1)
      #expect(refused == nil)
      #expect(renewed == 1)
      #expect(passed == 2)
    }
  }

  @Test func `a node that is cut off loses the lease, and another goes on where it was`()
    async throws
  {
    try await withStore { store in
      var traffic = ParcelTraffic(seed: 11)
      let connection = store.owner.connecting(as: "koers_writer")
      let (cutOff, standingBy) = (
        store.runner(pageSize: 3, database: connection), store.runner(pageSize: 4)
      )
      let cutOffRun = Task { try await cutOff.run() }
      for _ in 0..<20 { _ = try await store.log.append(traffic.next()) }
      try await store.expectCaughtUp(cutOff)
      let standingByRun = Task { try await standingBy.run() }
      await connection.close()
      for _ in 0..<20 { _ = try await store.log.append(traffic.next()) }
      try await store.expectCaughtUp(standingBy)
      for run in [cutOffRun, standingByRun] {
        run.cancel()
        _ = await run.result
      }
      let ledger = Ledger(try await store.parcelEvents())
      let (parcels, depots) = (try await store.parcels(), try await store.depots())
      #expect(parcels == ledger.parcels)
      #expect(depots == ledger.depots)
      let findings = try await store.findings()
      #expect(findings.isEmpty)
    }
  }

  @Test func `a node that was overtaken leaves the rows as they are, and goes on once it leads`()
    async throws
  {
    try await withStore { store in
      let parcel = Identity.fresh()
      try await store.append(.received(depot: "noord", weight: 1), to: parcel, version: 0)
      try await store.projecting(pageSize: 10) { runner in
        try await store.expectCaughtUp(runner)
        // As whoever took over in the meantime has left them.
        try await store.owner.run("UPDATE parcels SET since = since + 100")
        try await store.append(
          .moved(from: "noord", to: "zuid", weight: 1), to: parcel, version: 1)
        #expect(await !runner.reached(2, within: .milliseconds(300)))
        #expect(try await store.depots() == ["noord": DepotRow(parcels: 1, weight: 1)])
        try await store.owner.run("UPDATE parcels SET since = since - 100")
        try await store.expectCaughtUp(runner)
        #expect(try await store.depots() == ["zuid": DepotRow(parcels: 1, weight: 1)])
      }
    }
  }

  @Test func `what a server lost when it fell over is projected again, though nothing new comes`()
    async throws
  {
    try await withStore { store in
      try await store.append(.received(depot: "noord", weight: 1), to: .fresh(), version: 0)
      try await store.projecting(pageSize: 10) { runner in
        try await store.expectCaughtUp(runner)
        try await store.loseProjections()
        // A node that hears nothing looks in the database how far they are.
        let other = store.runner(pageSize: 10)
        #expect(await other.reached(1, within: .seconds(30)))
        #expect(try await store.depots() == ["noord": DepotRow(parcels: 1, weight: 1)])
      }
    }
  }

  @Test func `a node that lost its lease unnoticed moves no checkpoint`() async throws {
    try await withStore { store in
      try await store.append(.received(depot: "noord", weight: 1), to: .fresh(), version: 0)
      try await store.writer.run("UPDATE es_checkpoint SET fence = 7")
      for statement in [
        "SELECT advance_checkpoints(1::smallint, '{depots}', '{1}', 0, 1, 6)",
        "SELECT advance_checkpoints(1::smallint, '{depots}', '{1}', 1, 2, 7)",
        "SELECT advance_checkpoints(1::smallint, '{depots}', '{2}', 0, 1, 7)",
        "SELECT advance_checkpoints(1::smallint, '{depots,parcels}', '{1,2}', 0, 1, 7)",
      ] as [Statement] {
        let refusal = await #expect(throws: PostgresError.self) {
          try await store.writer.run(statement)
        }
        #expect(refusal?.sqlState == .checkpointMoved)
      }
      try await store.writer.run(
        "SELECT advance_checkpoints(1::smallint, '{depots,parcels}', '{1,1}', 0, 1, 7)")
    }
  }
}
