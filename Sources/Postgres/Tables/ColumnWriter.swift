/// Takes the values of one row, column by column in the declared order.
///
/// The first value that does not fit its column is remembered and thrown when the row is sent.
public struct ColumnWriter {
  /// Where the values go.
  enum Form {
    /// One array for each column.
    case arrays
    /// The fields of a row one after another, as binary COPY has them.
    case copy
  }

  private let columns: [Column]
  private let form: Form
  private var next = 0
  private(set) var problem: PostgresError?
  /// One buffer for each column in arrays, one for all in a copy.
  private(set) var buffers: [[UInt8]]
  private(set) var hasNull: [Bool]

  init(_ columns: [Column], _ form: Form) {
    self.columns = columns
    self.form = form
    buffers = Array(repeating: [], count: form == .copy ? 1 : columns.count)
    hasNull = Array(repeating: false, count: columns.count)
  }

  /// Writes the column called `name`, which must be the next one.
  public mutating func write<Value: PostgresEncodable>(_ name: String, _ value: Value) {
    guard problem == nil else { return }
    guard next < columns.count, columns[next].name.name == name else {
      let due = next < columns.count ? columns[next].name.name : "the end of the row"
      problem = PostgresError(.encoding, "column \(name) where \(due) was due")
      return
    }
    do throws(UnencodableValue) {
      try append(value, to: columns[next], buffer: form == .copy ? 0 : next)
    } catch {
      problem = PostgresError(.encoding, "column \(name): \(error.reason)")
    }
    if value.isNull { hasNull[next] = true }
    next += 1
  }

  mutating func beginRow() {
    next = 0
    if form == .copy { buffers[0].appendBigEndian(Int16(columns.count)) }
  }

  mutating func endRow() {
    guard problem == nil, next < columns.count else { return }
    problem = PostgresError(.encoding, "column \(columns[next].name) is missing")
  }

  mutating func takeBytes() -> [UInt8] {
    defer { buffers[0].removeAll(keepingCapacity: true) }
    return buffers[0]
  }

  mutating func appendRaw(_ bytes: [UInt8]) { buffers[0] += bytes }

  private mutating func append<Value: PostgresEncodable>(
    _ value: Value, to column: Column, buffer: Int
  ) throws(UnencodableValue) {
    guard !value.isNull else { return buffers[buffer].appendBigEndian(Int32(-1)) }
    let type = column.type
    if Value.postgresType == type.postgresType,
      form == .copy || type.unnestedType == type.postgresType
    {
      return try value.encodeWithLength(into: &buffers[buffer])
    }
    var encoded: [UInt8] = []
    try value.encode(into: &encoded)
    var converted = try ColumnConversion.convert(encoded, from: Value.postgresType, to: type)
    if form == .arrays, type.unnestedType != type.postgresType {
      converted = try ArrayLiteral.text(ofBinary: converted)
    }
    buffers[buffer].appendBigEndian(Int32(converted.count))
    buffers[buffer] += converted
  }
}
