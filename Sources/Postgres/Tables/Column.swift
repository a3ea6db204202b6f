/// A column of a table: its name and its type.
public struct Column: Hashable, Sendable {
  public let name: SQLName
  public let type: ColumnType

  public init(_ name: SQLName, _ type: ColumnType) {
    self.name = name
    self.type = type
  }
}

/// The types a read model's columns may have; each may be NULL.
public enum ColumnType: Hashable, Sendable, CaseIterable {
  case uuid, text, int8, int4, int2, bool, timestamptz, float8, bytea
  /// Written and read as text: `2026-03-02`.
  case date
  /// Written and read as text: `1234.50`.
  case numeric
  /// Written as text or `JSONText`.
  case json, jsonb
  case textArray, uuidArray

  public var postgresType: PostgresType {
    switch self {
    case .uuid: .uuid
    case .text: .text
    case .int8: .int8
    case .int4: .int4
    case .int2: .int2
    case .bool: .bool
    case .timestamptz: .timestamptz
    case .float8: .float8
    case .bytea: .bytea
    case .date: .date
    case .numeric: .numeric
    case .json: .json
    case .jsonb: .jsonb
    case .textArray: .text.array
    case .uuidArray: .uuid.array
    }
  }

  /// What its values are sent as when many rows go as one array per column: an array of arrays would
  /// be taken apart, so arrays travel as their text.
  var unnestedType: PostgresType {
    switch self {
    case .textArray, .uuidArray: .text
    case .uuid, .text, .int8, .int4, .int2, .bool, .timestamptz, .float8, .bytea, .date, .numeric,
      .json, .jsonb:
      postgresType
    }
  }
}
