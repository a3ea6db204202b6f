import EventSourcing
import EventStore
import Foundation
import Postgres
import Testing
import TestSupport

/// Who sees which rows: the database decides, on every way to them.
@Suite struct VisibilityTests {
  @Test(arguments: ["parcels", "parcels_superseded"] as [SQLName])
  func `a page without a viewer sees no rows`(_ view: SQLName) async throws {
    try await withParcels { store in
      let seen = try await rows(of: view, as: nil, in: store)
      #expect(seen.isEmpty)
    }
  }

  @Test(arguments: ["parcels", "parcels_superseded"] as [SQLName])
  func `a viewer of another organisation sees no rows`(_ view: SQLName) async throws {
    try await withParcels { store in
      let seen = try await rows(of: view, as: ("west", 9), in: store)
      #expect(seen.isEmpty)
    }
  }

  @Test(arguments: ["parcels", "parcels_superseded"] as [SQLName])
  func `a viewer sees the own organisation up to the own clearance`(
    _ view: SQLName
  ) async throws {
    try await withParcels { store in
      let all = try await rows(of: view, as: ("noord", 2), in: store)
      let few = try await rows(of: view, as: ("noord", 1), in: store)
      #expect(all.sorted() == [5, 80])
      #expect(few == [5])
    }
  }

  @Test func `a page reads no event, and changes no row`() async throws {
    try await withParcels { store in
      for statement in [
        "SELECT * FROM es_event", "SELECT * FROM es_batch", "DELETE FROM parcels__v1.parcels",
        "INSERT INTO depots__v1.depots VALUES ('x', 1, 'x', NULL, 0, 1, 1)",
      ] as [Statement] {
        let denial = await #expect(throws: PostgresError.self) {
          try await store.web.run(statement)
        }
        #expect(denial?.sqlState == .insufficientPrivilege)
      }
      let moments = try await store.web.run("SELECT position, recorded_at FROM log_moment")
      #expect(!moments.isEmpty)
    }
  }

  /// Two parcels stay in Noord, one of them secret, and two that were there went to Zuid.
  private func withParcels(_ body: (TestStore) async throws -> Void) async throws {
    try await withStore { store in
      for weight in [5, 80] {
        try await store.append(.received(depot: "noord", weight: weight), to: .fresh(), version: 0)
        let gone = Identity.fresh()
        try await store.append(.received(depot: "noord", weight: weight), to: gone, version: 0)
        try await store.append(
          .moved(from: "noord", to: "zuid", weight: weight), to: gone, version: 1)
      }
      try await store.projecting(pageSize: 10) { try await store.expectCaughtUp($0) }
      try await body(store)
    }
  }

  private func rows(
    of view: SQLName, as viewer: (organisation: String, clearance: Int)?, in store: TestStore
  ) async throws -> [Int] {
    var statements: [Statement] = ["SELECT weight FROM \(view)"]
    if let viewer {
      let setting =
        "{\"organisation\":\"\(viewer.organisation)\",\"clearance\":\(viewer.clearance)}"
      statements.insert("SELECT set_config('koers.viewer', \(setting), true)", at: 0)
    }
    return try await store.web.batch(statements).last?.map { try $0["weight"] } ?? []
  }
}
