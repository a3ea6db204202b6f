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
  /// The types whose values go into the columns as they are encoded; none for a column of arrays.
  @usableFromInline let plainTypes: [UInt32]
  @usableFromInline var next = 0
  private(set) var problem: PostgresError?
  /// One buffer for each column in arrays, one for all in a copy.
  @usableFromInline var buffers: [[UInt8]]
  private(set) var hasNull: [Bool]

  init(_ columns: [Column], _ form: Form) {
    self.columns = columns
    self.form = form
    plainTypes = columns.map { column in
      let type = column.type.postgresType
      return form == .copy || column.type.unnestedType == type ? type.oid : .max
    }
    buffers = Array(repeating: [], count: form == .copy ? 1 : columns.count)
    hasNull = Array(repeating: false, count: columns.count)
  }

  /// Writes the column called `name`, which must be the next one.
  ///
  /// Inlined where a row is written: without knowing the type of each value, Swift would look it up.
  @inlinable
  public mutating func write<Value: PostgresEncodable>(_ name: String, _ value: Value) {
    guard isDue(name) else { return }
    defer { next += 1 }
    if value.isNull { return writeNull() }
    do throws(UnencodableValue) {
      if Value.postgresType.oid == plainTypes[next] {
        let start = beginValue()
        try value.encode(into: &buffers[buffer])
        try endValue(from: start)
      } else {
        try convert(value)
      }
    } catch {
      refuse(name, error)
    }
  }

  /// The buffer that the next value goes to.
  @usableFromInline var buffer: Int { form == .copy ? 0 : next }

  @usableFromInline
  mutating func isDue(_ name: String) -> Bool {
    guard problem == nil else { return false }
    guard next < columns.count, columns[next].name.name == name else {
      let due = next < columns.count ? columns[next].name.name : "the end of the row"
      problem = PostgresError(.encoding, "column \(name) where \(due) was due")
      return false
    }
    return true
  }

  @usableFromInline
  mutating func writeNull() {
    hasNull[next] = true
    buffers[buffer].appendBigEndian(Int32(-1))
  }

  /// Leaves room for the length of a value.
  ///
  /// - Returns: where the value begins.
  @usableFromInline
  mutating func beginValue() -> Int {
    buffers[buffer].appendBigEndian(Int32(0))
    return buffers[buffer].count
  }

  @usableFromInline
  mutating func endValue(from start: Int) throws(UnencodableValue) {
    guard let length = Int32(exactly: buffers[buffer].count - start) else {
      throw UnencodableValue("longer than 2 GB")
    }
    buffers[buffer].replaceBigEndian(length, at: start - 4)
  }

  @usableFromInline
  mutating func refuse(_ name: String, _ value: UnencodableValue) {
    problem = PostgresError(.encoding, "column \(name): \(value.reason)")
  }

  /// Writes a value whose type is not its column's.
  @usableFromInline
  mutating func convert<Value: PostgresEncodable>(_ value: Value) throws(UnencodableValue) {
    let type = columns[next].type
    var encoded: [UInt8] = []
    try value.encode(into: &encoded)
    var converted = try ColumnConversion.convert(encoded, from: Value.postgresType, to: type)
    if form == .arrays, type.unnestedType != type.postgresType {
      converted = try ArrayLiteral.text(ofBinary: converted)
    }
    buffers[buffer].appendBigEndian(Int32(converted.count))
    buffers[buffer] += converted
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
}
