import EventSourcing
import Foundation
import Postgres

/// One row for each parcel that is not lost.
enum Parcels: ReadModel {
  static let name = "parcels"
  static let rowsAreOfOneStream = true

  static func keys(of recorded: Recorded<Parcel>) -> [UUID] { [recorded.stream.identity.uuid] }

  static func fold(
    _ row: ParcelRow?, at key: UUID, _ recorded: Recorded<Parcel>
  ) -> ParcelRow? {
    switch recorded.event {
    case .received(let depot, let weight):
      return ParcelRow(depot: depot, weight: weight, seen: recorded.recordedAt)
    case .moved(_, let depot, _):
      var row = row
      row?.depot = depot
      return row
    case .lost: return nil
    case .inspected: return row
    }
  }

  static let sql = """
    CREATE TABLE parcels (
      key uuid PRIMARY KEY,
      since bigint NOT NULL,
      organisation text NOT NULL,
      programme uuid,
      confidentiality smallint NOT NULL,
      depot text NOT NULL,
      weight bigint NOT NULL,
      seen timestamptz NOT NULL
    );
    CREATE INDEX parcels_depot ON parcels (depot);
    """
}

struct ParcelRow: TableRow, Scoped, Hashable {
  var depot: String
  var weight: Int
  var seen: Date

  /// Heavy parcels are secret, and each depot's people see their own.
  var scope: Scope { Scope(organisation: depot, confidentiality: weight > 50 ? 2 : 0) }

  init(depot: String, weight: Int, seen: Date) {
    self.depot = depot
    self.weight = weight
    self.seen = seen
  }

  static let columns = [
    Column("depot", .text), Column("weight", .int8), Column("seen", .timestamptz),
  ]

  func encode(into writer: inout ColumnWriter) {
    writer.write("depot", depot)
    writer.write("weight", weight)
    writer.write("seen", seen)
  }

  init(from row: Row) throws {
    self.init(depot: try row["depot"], weight: try row["weight"], seen: try row["seen"])
  }
}

/// One row for each depot that has parcels; a move touches two.
enum Depots: ReadModel {
  static let name = "depots"

  static func keys(of recorded: Recorded<Parcel>) -> [String] {
    switch recorded.event {
    case .received(let depot, _), .lost(let depot, _): [depot]
    case .moved(let from, let to, _): [from, to]
    case .inspected: []
    }
  }

  static func fold(
    _ row: DepotRow?, at key: String, _ recorded: Recorded<Parcel>
  ) -> DepotRow? {
    var row = row ?? DepotRow(parcels: 0, weight: 0)
    switch recorded.event {
    case .received(_, let weight): row.add(1, weight)
    case .moved(let from, let to, let weight) where from != to:
      row.add(key == to ? 1 : -1, key == to ? weight : -weight)
    case .lost(_, let weight): row.add(-1, -weight)
    case .moved, .inspected: break
    }
    return row.parcels == 0 ? nil : row
  }

  static let sql = """
    CREATE TABLE depots (
      key text PRIMARY KEY,
      since bigint NOT NULL,
      organisation text NOT NULL,
      programme uuid,
      confidentiality smallint NOT NULL,
      parcels bigint NOT NULL,
      weight bigint NOT NULL
    );
    """
}

struct DepotRow: TableRow, Scoped, Hashable {
  private(set) var parcels: Int
  private(set) var weight: Int

  var scope: Scope { Scope(organisation: "head office") }

  init(parcels: Int, weight: Int) {
    self.parcels = parcels
    self.weight = weight
  }

  mutating func add(_ parcels: Int, _ weight: Int) {
    self.parcels += parcels
    self.weight += weight
  }

  static let columns = [Column("parcels", .int8), Column("weight", .int8)]

  func encode(into writer: inout ColumnWriter) {
    writer.write("parcels", parcels)
    writer.write("weight", weight)
  }

  init(from row: Row) throws {
    self.init(parcels: try row["parcels"], weight: try row["weight"])
  }
}
