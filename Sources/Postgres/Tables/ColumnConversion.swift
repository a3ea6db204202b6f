/// From the type a Swift value is sent as to the type its column has, both in binary form.
enum ColumnConversion {
  static func convert(
    _ bytes: [UInt8], from type: PostgresType, to column: ColumnType
  ) throws(UnencodableValue) -> [UInt8] {
    if type == column.postgresType { return bytes }
    switch (type, column) {
    case (.text, .json), (.json, .text): return bytes
    case (.text, .jsonb), (.json, .jsonb): return [1] + bytes
    case (.text, .date):
      let text = String(decoding: bytes, as: UTF8.self)
      guard let days = CalendarDay.daysSince2000(text) else {
        throw UnencodableValue("not a day: \(text)")
      }
      return bigEndian(days)
    case (.text, .numeric):
      var encoded: [UInt8] = []
      try Numeric.encode(String(decoding: bytes, as: UTF8.self), into: &encoded)
      return encoded
    case (.int8, .int4), (.int2, .int4): return bigEndian(try integer(bytes) as Int32)
    case (.int8, .int2), (.int4, .int2): return bigEndian(try integer(bytes) as Int16)
    case (.int4, .int8), (.int2, .int8): return bigEndian(try integer(bytes) as Int64)
    case (_, _): throw UnencodableValue("\(type) where \(column.postgresType) was due")
    }
  }

  private static func bigEndian(_ value: some FixedWidthInteger) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.appendBigEndian(value)
    return bytes
  }

  private static func integer<Value: FixedWidthInteger>(
    _ bytes: [UInt8]
  ) throws(UnencodableValue) -> Value {
    let isNegative = bytes.first.map { $0 >= 0x80 } ?? false
    let wide = bytes.reduce(isNegative ? -1 as Int64 : 0) { $0 << 8 | Int64($1) }
    guard let value = Value(exactly: wide) else {
      throw UnencodableValue("\(wide) does not fit")
    }
    return value
  }
}

/// An array as text: `{"a","b",NULL}`.
enum ArrayLiteral {
  static func text(ofBinary bytes: [UInt8]) throws(UnencodableValue) -> [UInt8] {
    var text: [UInt8] = [UInt8(ascii: "{")]
    do {
      try bytes.withUnsafeBytes { buffer in
        let cell = Cell(
          type: PostgresType(oid: 0, arrayOID: 0, name: "[]"), isBinary: true, bytes: buffer,
          owner: nil)
        for (index, element) in try cell.elements().enumerated() {
          if index > 0 { text.append(UInt8(ascii: ",")) }
          let value = try String?(from: element)
          append(value, to: &text)
        }
      }
    } catch {
      throw UnencodableValue("an array that has no text: \(error)")
    }
    text.append(UInt8(ascii: "}"))
    return text
  }

  private static func append(_ element: String?, to text: inout [UInt8]) {
    guard let element else { return text += "NULL".utf8 }
    text.append(UInt8(ascii: "\""))
    for byte in element.utf8 {
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") {
        text.append(UInt8(ascii: "\\"))
      }
      text.append(byte)
    }
    text.append(UInt8(ascii: "\""))
  }
}
