import EventSourcing
import EventStore
import Foundation
import Logging
import Postgres
import Testing
import TestSupport

/// Rows that the database refuses, while read models are made anew and while they follow the log.
@Suite struct RefusedRowTests {
  @Test
  func `what stands still for a refused row stands still after a rebuild, and the rest is made`()
    async throws
  {
    try await withStore { store in
      let sick = Identity.fresh()
      try await store.append(.received(depot: "noord\u{0}", weight: 5), to: sick, version: 0)
      try await store.append(.received(depot: "noord", weight: 7), to: .fresh(), version: 0)
      // More depots than one, so that the one refused has to be found among them.
      try await store.append(ParcelTraffic(seed: 11), commands: 40)
      try await store.projecting(pageSize: 10) { try await store.expectCaughtUp($0) }
      let (rows, depots) = (try await store.everyRow(), try await store.depots())
      let parked = try await store.installer().parked()
      try await store.installer().replayParked()
      #expect(try await store.everyRow() == rows)
      #expect(try await store.depots() == depots)
      #expect(try await store.installer().parked().map(\.description) == parked.map(\.description))
      // It still waits, and what comes of others flows on.
      try await store.append(.lost(depot: "noord\u{0}", weight: 5), to: sick, version: 1)
      try await store.append(.received(depot: "noord", weight: 1), to: .fresh(), version: 0)
      try await store.projecting(pageSize: 10) { try await store.expectCaughtUp($0) }
      let count = depots["noord"]?.parcels ?? 0
      let now = try await store.depots()
      #expect(now["noord"]?.parcels == count + 1)
      let after = try await store.installer().parked()
      let findings = try await store.findings()
      #expect(Set(findings) == Set(after.map(Finding.parked)))
    }
  }

  @Test func `a release whose tables refuse a row parks its stream from that event, and says so`()
    async throws
  {
    try await withStore { store in
      let (sick, sound) = (Identity.fresh(), Identity.fresh())
      try await store.append(.received(depot: "noord", weight: 5), to: sick, version: 0)
      try await store.append(.received(depot: "oost", weight: 7), to: sound, version: 0)
      try await store.append(.moved(from: "noord", to: "zuid", weight: 5), to: sick, version: 1)
      try await store.append(.inspected, to: sick, version: 2)
      try await store.append(.moved(from: "oost", to: "west", weight: 7), to: sound, version: 1)
      try await store.projecting(pageSize: 10) { try await store.expectCaughtUp($0) }
      let closed = try TestStore.writeFiles(
        parcels: Parcels.sql + "ALTER TABLE parcels ADD CHECK (depot <> 'zuid');")
      let log = RememberedLog()
      #expect(try await store.installer(files: closed, logger: log.logger).install() == ["parcels"])
      let parcels = try await store.parcels()
      #expect(parcels.mapValues(\.depot) == [sick.uuid: "noord", sound.uuid: "west"])
      let parked = try await store.installer(files: closed).parked()
      #expect(
        parked.map { "\($0.readModel) \($0.stream) \($0.position)" } == ["parcels parcel-\(sick) 3"]
      )
      #expect(
        log.lines(at: .error) == [
          "a stream is parked: a read model cannot take an event of it position=3 "
            + "read-model=parcels reason=\(parked[0].reason) stream=parcel-\(sick)"
        ])
      let findings = try await store.findings()
      #expect(findings == parked.map(Finding.parked))
      // The release after it takes the event again.
      #expect(try await store.installer().install() == ["parcels"])
      let mended = try await store.parcels()
      #expect(mended[sick.uuid]?.depot == "zuid")
      #expect(try await store.installer().parked().isEmpty)
    }
  }

  @Test
  func `a text that no index can hold parks its stream, also in a rebuild, and the others flow on`()
    async throws
  {
    try await withStore { store in
      let (sick, sound) = (Identity.fresh(), Identity.fresh())
      // Of random letters nothing is left out when it is compressed.
      var generator = SeededGenerator(seed: 5)
      let depot = String(
        (0..<20_000).map { _ in
          Character(UnicodeScalar(UInt8.random(in: 33...126, using: &generator)))
        }.filter { $0 != "\"" && $0 != "\\" })
      try await store.append(.received(depot: depot, weight: 5), to: sick, version: 0)
      try await store.append(.received(depot: "noord", weight: 7), to: sound, version: 0)
      try await store.projecting(pageSize: 10) { try await store.expectCaughtUp($0) }
      let live = try await store.installer().parked()
      #expect(
        live.map { "\($0.readModel) \($0.stream) \($0.position)" } == [
          "depots parcel-\(sick) 1", "parcels parcel-\(sick) 1",
        ])
      let (rows, indexes) = (try await store.everyRow(), try await store.indexes())
      #expect(try await store.depots() == ["noord": DepotRow(parcels: 1, weight: 7)])
      try await store.installer().replayParked()
      #expect(try await store.everyRow() == rows)
      #expect(try await store.installer().parked().map(\.description) == live.map(\.description))
      // The tables are indexed like any other, and go on.
      try await store.append(.received(depot: "noord", weight: 1), to: .fresh(), version: 0)
      try await store.projecting(pageSize: 10) { try await store.expectCaughtUp($0) }
      #expect(try await store.depots() == ["noord": DepotRow(parcels: 2, weight: 8)])
      #expect(try await store.indexes() == indexes)
    }
  }

  @Test func `a row that cannot be read any more parks who would change it, until it is made anew`()
    async throws
  {
    try await withStore { store in
      try await store.append(.received(depot: "noord", weight: 5), to: .fresh(), version: 0)
      try await store.projecting(pageSize: 10) { try await store.expectCaughtUp($0) }
      try await store.owner.batch([
        "ALTER TABLE depots__v1.depots ALTER weight DROP NOT NULL",
        "UPDATE depots__v1.depots SET weight = NULL",
      ])
      let sick = Identity.fresh()
      try await store.append(.received(depot: "noord", weight: 7), to: sick, version: 0)
      try await store.append(.received(depot: "zuid", weight: 8), to: .fresh(), version: 0)
      try await store.projecting(pageSize: 10) { try await store.expectCaughtUp($0) }
      let parked = try await store.installer().parked()
      #expect(
        parked.map(\.description) == [
          "depots has left parcel-\(sick) since event 2: a row that stands there cannot be read"
        ])
      try await store.installer().replayParked()
      #expect(
        try await store.depots() == [
          "noord": DepotRow(parcels: 2, weight: 12), "zuid": DepotRow(parcels: 1, weight: 8),
        ])
      #expect(try await store.findings().isEmpty)
    }
  }
}

extension TestStore {
  /// How the tables of the read models are indexed, whichever generation they are of.
  fileprivate func indexes() async throws -> [String] {
    try await owner.run(
      """
      SELECT regexp_replace(indexdef, '__v[0-9]+', '') FROM pg_indexes
      WHERE schemaname LIKE '%\\_\\_v%' ORDER BY 1
      """
    ).map { try $0[0] }
  }
}
