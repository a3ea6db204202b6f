/// A value that can be read out of a row.
///
/// A type of your own conforms by reading one that does and turning that into itself.
public protocol PostgresDecodable: PostgresArrayDecodable {
  /// Reads the value, or throws what does not fit; the error is given the column's name on its way.
  init(from cell: Cell) throws
}

/// A type whose arrays can be read out of a row.
public protocol PostgresArrayDecodable {
  static func decodeArray(from cell: Cell) throws -> [Self]
}

extension PostgresDecodable {
  public static func decodeArray(from cell: Cell) throws -> [Self] {
    try cell.elements().map(Self.init(from:))
  }
}

extension PostgresDecodable where Self: RawRepresentable, RawValue: PostgresDecodable {
  public init(from cell: Cell) throws {
    let rawValue = try RawValue(from: cell)
    guard let value = Self(rawValue: rawValue) else { throw cell.mismatch("not one of its cases") }
    self = value
  }
}

extension Optional: PostgresArrayDecodable where Wrapped: PostgresDecodable {}

extension Optional: PostgresDecodable where Wrapped: PostgresDecodable {
  public init(from cell: Cell) throws {
    self = cell.isNull ? .none : .some(try Wrapped(from: cell))
  }
}

extension Array: PostgresArrayDecodable where Element: PostgresArrayDecodable {}

extension Array: PostgresDecodable where Element: PostgresArrayDecodable {
  public init(from cell: Cell) throws {
    self = try Element.decodeArray(from: cell)
  }
}

/// An array of bytes is a `bytea`, or the bytes of a text.
extension UInt8: PostgresArrayDecodable {
  public static func decodeArray(from cell: Cell) throws -> [UInt8] {
    try cell.octets()
  }
}
