/// A value that can be bound to a statement.
///
/// The value is sent in PostgreSQL's binary form together with its type, so the server guesses nothing.
/// A type of your own conforms by way of one that does: give `postgresType`, and let `encode` call
/// the other's.
public protocol PostgresEncodable: PostgresArrayEncodable {
  /// The type it is sent as.
  static var postgresType: PostgresType { get }
  /// Whether it is sent as NULL.
  var isNull: Bool { get }
  /// Appends its binary form; called only when it is not null.
  func encode(into bytes: inout [UInt8]) throws(UnencodableValue)
}

/// A type whose arrays can be bound to a statement.
public protocol PostgresArrayEncodable: Sendable {
  static var postgresArrayType: PostgresType { get }
  static func encode(_ elements: [Self], into bytes: inout [UInt8]) throws(UnencodableValue)
}

/// Why a value cannot be sent.
public struct UnencodableValue: Error, Sendable {
  public let reason: String
  public init(_ reason: String) { self.reason = reason }
}

extension PostgresEncodable {
  @inlinable public var isNull: Bool { false }

  public static var postgresArrayType: PostgresType { postgresType.array }

  public static func encode(
    _ elements: [Self], into bytes: inout [UInt8]
  ) throws(UnencodableValue) {
    guard postgresType.arrayOID != 0 else {
      throw UnencodableValue("there is no array of \(postgresType)")
    }
    bytes.appendBigEndian(Int32(elements.isEmpty ? 0 : 1))
    bytes.appendBigEndian(Int32(elements.contains { $0.isNull } ? 1 : 0))
    bytes.appendBigEndian(postgresType.oid)
    guard !elements.isEmpty else { return }
    bytes.appendBigEndian(Int32(elements.count))
    bytes.appendBigEndian(Int32(1))
    for element in elements { try element.encodeWithLength(into: &bytes) }
  }

  /// Appends its length and its binary form; the length of NULL is -1.
  func encodeWithLength(into bytes: inout [UInt8]) throws(UnencodableValue) {
    guard !isNull else { return bytes.appendBigEndian(Int32(-1)) }
    let start = bytes.count
    bytes.appendBigEndian(Int32(0))
    try encode(into: &bytes)
    guard let length = Int32(exactly: bytes.count - start - 4) else {
      throw UnencodableValue("longer than 2 GB")
    }
    bytes.replaceBigEndian(length, at: start)
  }
}

extension PostgresEncodable where Self: RawRepresentable, RawValue: PostgresEncodable {
  @inlinable public static var postgresType: PostgresType { RawValue.postgresType }
  @inlinable public var isNull: Bool { rawValue.isNull }
  @inlinable
  public func encode(into bytes: inout [UInt8]) throws(UnencodableValue) {
    try rawValue.encode(into: &bytes)
  }
}

extension Optional: PostgresArrayEncodable where Wrapped: PostgresEncodable {}

extension Optional: PostgresEncodable where Wrapped: PostgresEncodable {
  @inlinable public static var postgresType: PostgresType { Wrapped.postgresType }

  @inlinable public var isNull: Bool {
    switch self {
    case .none: true
    case .some(let value): value.isNull
    }
  }

  @inlinable
  public func encode(into bytes: inout [UInt8]) throws(UnencodableValue) {
    if case .some(let value) = self { try value.encode(into: &bytes) }
  }
}

extension Array: PostgresArrayEncodable where Element: PostgresArrayEncodable {}

extension Array: PostgresEncodable where Element: PostgresArrayEncodable {
  public static var postgresType: PostgresType { Element.postgresArrayType }

  public func encode(into bytes: inout [UInt8]) throws(UnencodableValue) {
    try Element.encode(self, into: &bytes)
  }
}

/// An array of bytes is a `bytea`.
extension UInt8: PostgresArrayEncodable {
  public static var postgresArrayType: PostgresType { .bytea }

  public static func encode(
    _ elements: [UInt8], into bytes: inout [UInt8]
  ) throws(UnencodableValue) {
    bytes.append(contentsOf: elements)
  }
}
