extension Cell {
  /// An integer of whatever width the column has.
  func integer<Value: FixedWidthInteger>(as type: Value.Type = Value.self) throws -> Value {
    let wide: Int64
    if !isBinary {
      guard let parsed = Int64(try text()) else { throw mismatch("not an integer") }
      wide = parsed
    } else {
      switch self.type {
      case .int8: wide = try bigEndian(as: Int64.self)
      case .int4: wide = Int64(try bigEndian(as: Int32.self))
      case .int2: wide = Int64(try bigEndian(as: Int16.self))
      case .oid: wide = Int64(try bigEndian(as: UInt32.self))
      case _: throw mismatch("not an integer type")
      }
    }
    guard let value = Value(exactly: wide) else { throw mismatch("\(wide) does not fit") }
    return value
  }

  func floatingPoint() throws -> Double {
    guard isBinary else {
      guard let parsed = Double(try text()) else { throw mismatch("not a number") }
      return parsed
    }
    switch type {
    case .float8: return Double(bitPattern: try bigEndian(as: UInt64.self))
    case .float4: return Double(Float(bitPattern: try bigEndian(as: UInt32.self)))
    case _: throw mismatch("not a floating-point type")
    }
  }
}

extension Int: PostgresEncodable, PostgresDecodable {
  public static var postgresType: PostgresType { .int8 }
  public func encode(into bytes: inout [UInt8]) throws(UnencodableValue) {
    bytes.appendBigEndian(Int64(self))
  }
  public init(from cell: Cell) throws { self = try cell.integer() }
}

extension Int64: PostgresEncodable, PostgresDecodable {
  public static var postgresType: PostgresType { .int8 }
  public func encode(into bytes: inout [UInt8]) throws(UnencodableValue) {
    bytes.appendBigEndian(self)
  }
  public init(from cell: Cell) throws { self = try cell.integer() }
}

extension Int32: PostgresEncodable, PostgresDecodable {
  public static var postgresType: PostgresType { .int4 }
  public func encode(into bytes: inout [UInt8]) throws(UnencodableValue) {
    bytes.appendBigEndian(self)
  }
  public init(from cell: Cell) throws { self = try cell.integer() }
}

extension Int16: PostgresEncodable, PostgresDecodable {
  public static var postgresType: PostgresType { .int2 }
  public func encode(into bytes: inout [UInt8]) throws(UnencodableValue) {
    bytes.appendBigEndian(self)
  }
  public init(from cell: Cell) throws { self = try cell.integer() }
}

extension Double: PostgresEncodable, PostgresDecodable {
  public static var postgresType: PostgresType { .float8 }
  public func encode(into bytes: inout [UInt8]) throws(UnencodableValue) {
    bytes.appendBigEndian(bitPattern)
  }
  public init(from cell: Cell) throws { self = try cell.floatingPoint() }
}

extension Bool: PostgresEncodable, PostgresDecodable {
  public static var postgresType: PostgresType { .bool }
  public func encode(into bytes: inout [UInt8]) throws(UnencodableValue) {
    bytes.append(self ? 1 : 0)
  }
  public init(from cell: Cell) throws {
    if cell.isBinary {
      guard cell.type == .bool else { throw cell.mismatch("not a boolean") }
      self = try cell.bigEndian(as: UInt8.self) != 0
    } else {
      switch try cell.text() {
      case "t": self = true
      case "f": self = false
      case _: throw cell.mismatch("not a boolean")
      }
    }
  }
}
