import EventSourcing
import Foundation

/// The tables as someone would keep them by hand: a fold that shares nothing with the store's.
struct Ledger {
  private(set) var parcels: [UUID: ParcelRow] = [:]
  private(set) var depots: [String: DepotRow] = [:]

  init(_ events: some Sequence<Recorded<Parcel>>) {
    for recorded in events {
      let parcel = recorded.stream.identity.uuid
      switch recorded.event {
      case .received(let depot, let weight):
        parcels[parcel] = ParcelRow(depot: depot, weight: weight, seen: recorded.recordedAt)
        add(1, weight, to: depot)
      case .moved(let from, let to, let weight):
        parcels[parcel]?.depot = to
        add(-1, -weight, to: from)
        add(1, weight, to: to)
      case .lost(let depot, let weight):
        parcels[parcel] = nil
        add(-1, -weight, to: depot)
      case .inspected: break
      }
    }
  }

  private mutating func add(_ count: Int, _ weight: Int, to depot: String) {
    let old = depots[depot] ?? DepotRow(parcels: 0, weight: 0)
    let new = DepotRow(parcels: old.parcels + count, weight: old.weight + weight)
    depots[depot] = new.parcels == 0 ? nil : new
  }
}
