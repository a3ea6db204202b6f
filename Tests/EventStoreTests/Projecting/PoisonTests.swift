import EventSourcing
import EventStore
import Foundation
import Logging
import Postgres
import Testing
import TestSupport

/// Poison: an event that a read model cannot take.
@Suite struct PoisonTests {
  /// Somebody's name stands where a weight should.
  private let sickening = StoredEvent(
    type: "parcel.moved", schema: 1,
    payload: Array(#"{"from":"noord","to":"zuid","weight":"Jansen"}"#.utf8))

  @Test func `an event nobody can read parks its stream alone and replays after the fix`()
    async throws
  {
    try await withStore { store in
      let (sick, sound) = (Identity.fresh(), Identity.fresh())
      try await store.append(.received(depot: "noord", weight: 5), to: sick, version: 0)
      try await store.append(stored: sickening, to: sick, version: 1)
      try await store.append(
        .moved(from: "noord", to: "zuid", weight: 5), to: sick, version: 2)
      try await store.append(.received(depot: "noord", weight: 7), to: sound, version: 0)
      try await store.projecting(pageSize: 10) { runner in
        #expect(await runner.reached(4, within: .seconds(30)))
        #expect(
          try await store.depots() == ["noord": DepotRow(parcels: 2, weight: 12)])
        // What comes later of the parked stream waits, too; the rest flows on.
        try await store.append(.lost(depot: "zuid", weight: 5), to: sick, version: 3)
        try await store.append(.lost(depot: "noord", weight: 7), to: sound, version: 1)
        #expect(await runner.reached(6, within: .seconds(30)))
        #expect(try await store.depots() == ["noord": DepotRow(parcels: 1, weight: 5)])
      }
      let parked = try await store.installer().parked()
      #expect(
        parked.map { "\($0.readModel) \($0.stream) \($0.position)" } == [
          "depots parcel-\(sick) 2", "parcels parcel-\(sick) 2",
        ])
      let findings = try await store.findings().filter {
        if case .parked = $0 { true } else { false }
      }
      #expect(Set(findings) == Set(parked.map(Finding.parked)))
      // Before the fault is mended the replay leaves the stream where it was.
      try await store.installer().replayParked()
      #expect(try await store.installer().parked().map(\.position) == [2, 2])
      try await store.installer(decode: mended).replayParked()
      #expect(try await store.depots() == [:])
      #expect(try await store.parcels() == [:])
      #expect(try await store.installer().parked().isEmpty)
    }
  }

  @Test func `the alarm says which stream and why, and nothing that is in the event`()
    async throws
  {
    try await withStore { store in
      let sick = Identity.fresh()
      try await store.append(stored: sickening, to: sick, version: 0)
      let log = RememberedLog()
      try await store.projecting(pageSize: 10, logger: log.logger) { runner in
        #expect(await runner.reached(1, within: .seconds(30)))
      }
      let reason = "parcel.moved, schema 1: weight is of another kind"
      #expect(
        log.lines(at: .error).sorted()
          == ["depots", "parcels"].map {
            "a stream is parked: a read model cannot take an event of it position=1 "
              + "read-model=\($0) reason=\(reason) stream=parcel-\(sick)"
          })
      #expect(try await store.installer().parked().map(\.reason) == [reason, reason])
      let said = log.lines().joined() + (try await store.findings().description)
      #expect(!said.contains("Jansen"))
    }
  }

  @Test func `a row the database refuses parks the stream for that read model`() async throws {
    try await withStore { store in
      let (sick, sound) = (Identity.fresh(), Identity.fresh())
      try await store.append(.received(depot: "noord\u{0}", weight: 5), to: sick, version: 0)
      try await store.append(.received(depot: "noord", weight: 7), to: sound, version: 0)
      try await store.projecting(pageSize: 10) { runner in
        #expect(await runner.reached(2, within: .seconds(30)))
      }
      #expect(try await store.depots() == ["noord": DepotRow(parcels: 1, weight: 7)])
      let parked = try await store.installer().parked()
      #expect(parked.map(\.position) == [1, 1])
      #expect(parked.allSatisfy { $0.reason.hasPrefix("the database refuses the row") })
      #expect(parked.allSatisfy { !$0.reason.contains("noord") })
    }
  }

  /// What the program does with the event once the fault is mended.
  private let mended: Projections<Parcel>.Decode = { stored in
    if stored.event.type == "parcel.moved", stored.version == 2 {
      return stored.map { _ in .inspected }
    }
    return try Parcel.decode(stored)
  }
}
