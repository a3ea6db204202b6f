import EventSourcing
import EventStore
import Foundation
import Postgres
import Testing
import TestSupport

/// What read models hold of one stream, made anew after something of it was erased.
@Suite struct RefoldTests {
  private static let depot = "dijk"
  private static let parcel = Identity.fresh()
  private static let stream = StreamName(Parcel.category, parcel)

  @Test func `what was erased of one stream is gone, and the rest stands as it stood`() async throws
  {
    try await withParcels { store in
      let before = try await store.parcels().filter { $0.key != Self.parcel.uuid }
      try await erase(in: store)
      try await store.installer().refold([Self.stream])
      #expect(try await store.parcels().filter { $0.key != Self.parcel.uuid } == before)
      #expect(try await words(in: store).isEmpty)
      #expect(try await store.findings().isEmpty)
      // Rows that are made of many streams were made anew as a whole; the others stayed where they are.
      let schemas = try await store.owner.run(
        "SELECT nspname FROM pg_namespace WHERE nspname LIKE '%\\_\\_v%' ORDER BY 1")
      #expect(try schemas.map { try $0[0] as String } == ["depots__v2", "parcels__v1"])
    }
  }

  @Test func `projecting goes on from there`() async throws {
    try await withParcels { store in
      try await erase(in: store)
      try await store.projecting(pageSize: 10) { runner in
        try await store.installer().refold([Self.stream])
        try await store.append(.received(depot: "noord", weight: 4), to: .fresh(), version: 0)
        try await store.expectCaughtUp(runner)
      }
      #expect(try await store.findings().isEmpty)
    }
  }

  @Test func `what a read model has not taken yet is not made anew`() async throws {
    try await withParcels { store in
      try await store.append(.inspected, to: Self.parcel, version: 2)
      await #expect(throws: ReadModelError.behind("parcels")) {
        try await store.installer().refold([Self.stream])
      }
    }
  }

  @Test func `it is known whether the read models have taken all that there is`() async throws {
    try await withParcels { store in
      #expect(try await store.installer().havePassed(try await store.log.head()))
      try await store.append(.inspected, to: Self.parcel, version: 2)
      let head = try await store.log.head()
      #expect(!(try await store.installer().havePassed(head)))
      try await store.projecting(pageSize: 10) { try await store.expectCaughtUp($0) }
      #expect(try await store.installer().havePassed(head))
    }
  }

  @Test func `a row of another stream under the same key has the whole made anew`() async throws {
    try await withParcels { store in
      try await store.owner.run(
        "UPDATE parcels__v1.parcels_superseded SET until = 1 WHERE key = \(Self.parcel.uuid)")
      try await erase(in: store)
      try await store.installer().refold([Self.stream])
      #expect(try await words(in: store).isEmpty)
      #expect(try await store.findings().isEmpty)
    }
  }

  /// Some traffic, and a parcel that was behind the dike twice.
  private func withParcels(_ body: (TestStore) async throws -> Void) async throws {
    try await withStore { store in
      try await store.append(ParcelTraffic(seed: 3), commands: 20)
      let depot = Self.depot
      try await store.append(.received(depot: depot, weight: 5), to: Self.parcel, version: 0)
      try await store.append(
        .moved(from: depot, to: depot + "je", weight: 5), to: Self.parcel, version: 1)
      try await store.projecting(pageSize: 10) { try await store.expectCaughtUp($0) }
      #expect(!(try await words(in: store)).isEmpty)
      try await body(store)
    }
  }

  private func erase(in store: TestStore) async throws {
    try await StreamKeys(of: store.log, in: store.owner).destroy(keyOf: Self.stream)
  }

  /// The rows that still say where it was.
  private func words(in store: TestStore) async throws -> Rows {
    try await store.owner.run(
      """
      SELECT depot FROM parcels WHERE depot LIKE \(Self.depot + "%")
      UNION ALL SELECT depot FROM parcels_superseded WHERE depot LIKE \(Self.depot + "%")
      UNION ALL SELECT key FROM depots WHERE key LIKE \(Self.depot + "%")
      UNION ALL SELECT key FROM depots_superseded WHERE key LIKE \(Self.depot + "%")
      """)
  }
}
