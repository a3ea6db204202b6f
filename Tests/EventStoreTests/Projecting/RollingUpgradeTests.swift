import EventSourcing
import EventStore
import Foundation
import Logging
import Testing
import TestSupport

/// Nodes of two releases on one log: what the older cannot know it leaves to the newer.
@Suite struct RollingUpgradeTests {
  /// What a later release writes: an event this one does not have, and one in another shape.
  private static let later = [
    StoredEvent(type: "parcel.repainted", schema: 1, payload: Array(#"{"colour":"red"}"#.utf8)),
    StoredEvent(
      type: "parcel.inspected", schema: 2, payload: Array(#"{"by":"somebody"}"#.utf8)),
    StoredEvent(type: "crate.opened", schema: 1, payload: Array("{}".utf8)),
  ]

  @Test(arguments: later)
  func `an older node hands over to a newer one and parks nothing`(
    _ event: StoredEvent
  ) async throws {
    try await withStore { store in
      let said = RememberedLog()
      let older = store.runner(pageSize: 10, logger: said.logger)
      let olderRun = Task { try await older.run() }
      try await store.append(.received(depot: "noord", weight: 5), to: .fresh(), version: 0)
      try await store.expectCaughtUp(older)
      #expect(older.isOutdatedBy == nil)

      // In one append, so that the older node meets both on one page.
      let (known, unknown) = (Identity.fresh(), Identity.fresh())
      _ = try await store.log.append(
        Appending(
          envelope(),
          slices: [
            .init(
              to: StreamName(Parcel.category, known), expecting: 0,
              [try Parcel.codec().encode(.received(depot: "zuid", weight: 7))]),
            .init(to: StreamName(Parcel.category, unknown), expecting: 0, [event]),
          ]))
      let newer = store.runner(pageSize: 10, decode: Self.decode)
      let newerRun = Task { try await newer.run() }
      try await store.expectCaughtUp(newer)
      // The older node sees how far the newer is, and goes on saying so to its pages.
      try await store.expectCaughtUp(older)
      let parked = try await store.installer().parked()
      #expect(parked.isEmpty)
      #expect(older.isOutdatedBy?.position == 3)
      #expect(older.isOutdatedBy?.type == event.type)
      #expect(newer.isOutdatedBy == nil)
      #expect(said.lines(at: .error).count == 1)
      for run in [olderRun, newerRun] {
        run.cancel()
        try await run.value
      }
      let depots = try await store.depots()
      #expect(
        depots == [
          "noord": DepotRow(parcels: 1, weight: 5), "zuid": DepotRow(parcels: 1, weight: 7),
        ])
    }
  }

  @Test func `an older node shows what came before the event it does not know`() async throws {
    try await withStore { store in
      try await store.append(.received(depot: "noord", weight: 5), to: .fresh(), version: 0)
      try await store.append(stored: Self.later[0], to: .fresh(), version: 0)
      try await store.append(.received(depot: "noord", weight: 7), to: .fresh(), version: 0)
      try await store.projecting(pageSize: 10) { older in
        #expect(await older.reached(1, within: .seconds(30)))
        #expect(await !older.reached(2, within: .milliseconds(50)))
      }
      let depots = try await store.depots()
      #expect(depots == ["noord": DepotRow(parcels: 1, weight: 5)])
    }
  }

  @Test func `an older program makes no read model anew from a log that it cannot read`()
    async throws
  {
    try await withStore { store in
      try await store.append(.received(depot: "noord", weight: 5), to: .fresh(), version: 0)
      try await store.append(stored: Self.later[0], to: .fresh(), version: 0)
      try await store.projecting(pageSize: 10, decode: Self.decode) {
        try await store.expectCaughtUp($0)
      }
      let before = try await store.everyRow()
      let refusal = await #expect(throws: LaterRelease.self) {
        try await store.installer().rebuild()
      }
      #expect(
        refusal?.description
          == "Event 2 (parcel.repainted, schema 1) was written by a later release; run that one.")
      #expect(try await store.everyRow() == before)
    }
  }

  /// What the later release makes of its own events.
  @Sendable private static func decode(
    _ stored: Recorded<StoredEvent>
  ) throws -> Recorded<Parcel> {
    if later.contains(stored.event) { return stored.map { _ in .inspected } }
    return try Parcel.decode(stored)
  }
}
