import EventSourcing
import EventStore
import Foundation
import Postgres
import Testing
import TestSupport

/// Tables that follow their files and their program.
@Suite struct InstallerTests {
  @Test func `what is installed and unchanged is left alone`() async throws {
    try await withStore { store in
      let made = try await store.installer().install()
      #expect(made == [])
    }
  }

  @Test func `tables that somebody dropped are made again`() async throws {
    try await withStore { store in
      try await store.append(ParcelTraffic(seed: 3), commands: 20)
      try await store.projecting(pageSize: 10) { try await store.expectCaughtUp($0) }
      let before = try await store.parcels()
      _ = try await store.owner.run("DROP SCHEMA parcels__v1 CASCADE")
      #expect(try await store.installer().install() == ["parcels"])
      #expect(try await store.parcels() == before)
    }
  }

  @Test func `a changed file is installed beside and takes the old one's place`() async throws {
    try await withStore { store in
      try await store.append(ParcelTraffic(seed: 3), commands: 20)
      try await store.projecting(pageSize: 10) { try await store.expectCaughtUp($0) }
      let before = try await store.parcels()
      let changed = try TestStore.writeFiles(
        parcels: Parcels.sql + "CREATE INDEX parcels_weight ON parcels (weight);")
      #expect(try await store.installer(files: changed).install() == ["parcels"])
      #expect(try await store.parcels() == before)
      let schemas = try await store.owner.run(
        "SELECT nspname FROM pg_namespace WHERE nspname LIKE '%\\_\\_v%' ORDER BY 1")
      #expect(try schemas.map { try $0[0] as String } == ["depots__v1", "parcels__v2"])
      // The runner goes on with the new tables.
      try await store.append(.received(depot: "noord", weight: 4), to: .fresh(), version: 0)
      try await store.projecting(pageSize: 10) { try await store.expectCaughtUp($0) }
      let findings = try await store.findings()
      #expect(findings.isEmpty)
    }
  }

  @Test func `a rebuild that differs from what is shown is not shown`() async throws {
    try await withStore { store in
      try await store.append(.received(depot: "noord", weight: 4), to: .fresh(), version: 0)
      try await store.projecting(pageSize: 10) { try await store.expectCaughtUp($0) }
      try await store.owner.run("UPDATE depots__v1.depots SET weight = 40")
      let failure = await #expect(throws: ReadModelError.self) {
        try await store.installer().rebuild(["depots"])
      }
      guard case .differs("depots", _, _) = failure else {
        Issue.record("\(String(describing: failure))")
        return
      }
      #expect(try await store.depots()["noord"]?.weight == 40)
      try await store.installer().rebuild(["depots"], acceptsDifferences: true)
      #expect(try await store.depots()["noord"]?.weight == 4)
    }
  }

  @Test func `a file that does not run changes nothing`() async throws {
    try await withStore { store in
      let broken = try TestStore.writeFiles(parcels: "CREATE TABLE parcels (key nonsense);")
      await #expect(throws: PostgresError.self) {
        try await store.installer(files: broken).install()
      }
      #expect(try await store.parcels() == [:])
      #expect(try await store.installer().install() == [])
    }
  }

  @Test func `there is nothing to rebuild under an unknown name`() async throws {
    try await withStore { store in
      await #expect(throws: ReadModelError.unknown("letters")) {
        try await store.installer().rebuild(["letters"])
      }
    }
  }
}
