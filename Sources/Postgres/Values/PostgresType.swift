/// A type of PostgreSQL, by the number its catalogue gives it.
public struct PostgresType: Hashable, Sendable, CustomStringConvertible {
  /// Its number in `pg_type`.
  public let oid: UInt32
  /// The number of the array type of which this is the element; 0 when there is none.
  public let arrayOID: UInt32
  /// Its name in SQL.
  public let name: String

  public init(oid: UInt32, arrayOID: UInt32, name: String) {
    self.oid = oid
    self.arrayOID = arrayOID
    self.name = name
  }

  public var description: String { name }

  /// The array of this type; `unknown` when PostgreSQL has none.
  public var array: PostgresType {
    arrayOID == 0 ? .unknown : PostgresType(oid: arrayOID, arrayOID: 0, name: name + "[]")
  }
}

extension PostgresType {
  /// Left to the server to work out.
  public static let unknown = PostgresType(oid: 0, arrayOID: 0, name: "unknown")
  public static let bool = PostgresType(oid: 16, arrayOID: 1000, name: "boolean")
  public static let bytea = PostgresType(oid: 17, arrayOID: 1001, name: "bytea")
  public static let name = PostgresType(oid: 19, arrayOID: 1003, name: "name")
  public static let int8 = PostgresType(oid: 20, arrayOID: 1016, name: "bigint")
  public static let int2 = PostgresType(oid: 21, arrayOID: 1005, name: "smallint")
  public static let int4 = PostgresType(oid: 23, arrayOID: 1007, name: "integer")
  public static let text = PostgresType(oid: 25, arrayOID: 1009, name: "text")
  public static let oid = PostgresType(oid: 26, arrayOID: 1028, name: "oid")
  public static let json = PostgresType(oid: 114, arrayOID: 199, name: "json")
  public static let xml = PostgresType(oid: 142, arrayOID: 143, name: "xml")
  public static let float4 = PostgresType(oid: 700, arrayOID: 1021, name: "real")
  public static let float8 = PostgresType(oid: 701, arrayOID: 1022, name: "double precision")
  public static let bpchar = PostgresType(oid: 1042, arrayOID: 1014, name: "character")
  public static let varchar = PostgresType(oid: 1043, arrayOID: 1015, name: "character varying")
  public static let date = PostgresType(oid: 1082, arrayOID: 1182, name: "date")
  public static let timestamp = PostgresType(
    oid: 1114, arrayOID: 1115, name: "timestamp without time zone")
  public static let timestamptz = PostgresType(
    oid: 1184, arrayOID: 1185, name: "timestamp with time zone")
  public static let time = PostgresType(oid: 1083, arrayOID: 1183, name: "time without time zone")
  public static let interval = PostgresType(oid: 1186, arrayOID: 1187, name: "interval")
  public static let numeric = PostgresType(oid: 1700, arrayOID: 1231, name: "numeric")
  public static let void = PostgresType(oid: 2278, arrayOID: 0, name: "void")
  public static let uuid = PostgresType(oid: 2950, arrayOID: 2951, name: "uuid")
  public static let jsonb = PostgresType(oid: 3802, arrayOID: 3807, name: "jsonb")

  static let known: [PostgresType] = [
    .bool, .bytea, .name, .int8, .int2, .int4, .text, .oid, .json, .xml, .float4, .float8, .bpchar,
    .varchar, .date, .timestamp, .timestamptz, .time, .interval, .numeric, .void, .uuid, .jsonb,
  ]

  private static let byOID: [UInt32: PostgresType] = Dictionary(
    uniqueKeysWithValues: known.map { ($0.oid, $0) }
      + known.filter { $0.arrayOID != 0 }.map { ($0.arrayOID, $0.array) })

  /// The type with the number `oid`; one that is not known here is named after its number.
  public init(oid: UInt32) {
    self =
      Self.byOID[oid] ?? PostgresType(oid: oid, arrayOID: 0, name: "the type with oid \(oid)")
  }
}
