import EventSourcing
import EventStore
import Foundation
import Testing
import TestSupport

/// Events as former releases wrote them, read by this one.
@Suite struct UpcastingTests {
  /// Byte for byte what the first release wrote, when weights were texts and depots had no name yet.
  private static let golden = StoredEvent(
    type: "parcel.received", schema: 1, payload: Array(#"{"at":"noord","weight":"12"}"#.utf8))

  private static func decode(_ stored: Recorded<StoredEvent>) throws -> Recorded<Parcel> {
    let codec = try EventCodec<Parcel>(
      category: Parcel.category,
      upcasters: [
        Upcaster("received", from: 1) { json in
          .object(["depot": json["at"] ?? .null, "weight": json["weight"] ?? .null])
        },
        Upcaster("received", from: 2) { json in
          guard case .object(var fields) = json, case .string(let text)? = fields["weight"],
            let weight = Int(text)
          else { return json }
          fields["weight"] = .integer(weight)
          return .object(fields)
        },
      ])
    return try stored.map(codec.decode)
  }

  @Test func `an event of the first release makes today's row, live and rebuilt`() async throws {
    try await withStore { store in
      let parcel = Identity.fresh()
      try await store.append(stored: Self.golden, to: parcel, version: 0)
      try await store.append(
        stored: StoredEvent(
          type: "parcel.received", schema: 3,
          payload: Array(#"{"depot":"zuid","weight":3}"#.utf8)),
        to: .fresh(), version: 0)
      let kept = try await store.log.events(
        in: StreamName(Parcel.category, parcel), after: 0)
      #expect(kept.map(\.event) == [Self.golden])
      let today = [
        "noord": DepotRow(parcels: 1, weight: 12), "zuid": DepotRow(parcels: 1, weight: 3),
      ]
      try await store.projecting(pageSize: 10, decode: Self.decode) {
        try await store.expectCaughtUp($0)
      }
      let live = try await store.depots()
      #expect(live == today)
      try await store.installer(decode: Self.decode).rebuild()
      let rebuilt = try await store.depots()
      #expect(rebuilt == today)
    }
  }
}
