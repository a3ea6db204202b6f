/// The values bound to a statement, encoded one after another in one buffer.
struct Parameters: Sendable {
  struct Entry: Sendable {
    let type: UInt32
    let isBinary: Bool
    let start: Int
    /// -1 is NULL.
    let length: Int
  }

  private(set) var bytes: [UInt8] = []
  private(set) var entries: [Entry] = []
  /// The first value that could not be encoded; such a statement is never sent.
  private(set) var problem: String?

  var count: Int { entries.count }
  var types: [UInt32] { entries.map(\.type) }

  mutating func append<Value: PostgresEncodable>(_ value: Value) {
    let start = bytes.count
    var length = -1
    if !value.isNull {
      do throws(UnencodableValue) {
        try value.encode(into: &bytes)
      } catch {
        problem = problem ?? "value \(count + 1) as \(Value.postgresType): \(error.reason)"
      }
      length = bytes.count - start
    }
    if length > Int(Int32.max) {
      problem = problem ?? "value \(count + 1) is longer than 2 GB"
    }
    // What libpq is given as text must end in a zero byte.
    bytes.append(0)
    let type = Value.postgresType.oid
    entries.append(Entry(type: type, isBinary: type != 0, start: start, length: length))
  }

  /// Appends an array whose elements, each with its length before it, are encoded already.
  mutating func append(
    arrayOf type: PostgresType, count: Int, hasNull: Bool, _ elements: [UInt8]
  ) {
    let start = bytes.count
    bytes.appendBigEndian(Int32(count == 0 ? 0 : 1))
    bytes.appendBigEndian(Int32(hasNull ? 1 : 0))
    bytes.appendBigEndian(type.oid)
    if count > 0 {
      bytes.appendBigEndian(Int32(count))
      bytes.appendBigEndian(Int32(1))
      bytes += elements
    }
    let length = bytes.count - start
    bytes.append(0)
    entries.append(
      Entry(type: type.array.oid, isBinary: true, start: start, length: length))
  }

  mutating func append(_ other: Parameters) {
    let offset = bytes.count
    bytes += other.bytes
    entries += other.entries.map {
      Entry(type: $0.type, isBinary: $0.isBinary, start: $0.start + offset, length: $0.length)
    }
    problem = problem ?? other.problem
  }

  /// Hands out the values as the arrays libpq takes.
  func withArrays<Result>(
    _ body: (
      _ values: UnsafePointer<UnsafePointer<CChar>?>?, _ lengths: UnsafePointer<Int32>?,
      _ formats: UnsafePointer<Int32>?
    ) -> Result
  ) -> Result {
    if entries.isEmpty { return body(nil, nil, nil) }
    return bytes.withUnsafeBytes { raw in
      let base = raw.baseAddress?.assumingMemoryBound(to: CChar.self)
      let values = entries.map { entry in entry.length < 0 ? nil : base.map { $0 + entry.start } }
      let lengths = entries.map { Int32(truncatingIfNeeded: max(0, $0.length)) }
      let formats = entries.map { Int32($0.isBinary ? 1 : 0) }
      return values.withUnsafeBufferPointer { values in
        lengths.withUnsafeBufferPointer { lengths in
          formats.withUnsafeBufferPointer { formats in
            body(values.baseAddress, lengths.baseAddress, formats.baseAddress)
          }
        }
      }
    }
  }
}

/// A text whose type is left to the server, so that it may stand for an enumeration or an interval.
struct Untyped: PostgresEncodable {
  let text: String?

  static var postgresType: PostgresType { .unknown }
  var isNull: Bool { text == nil }

  func encode(into bytes: inout [UInt8]) throws(UnencodableValue) {
    guard let text else { return }
    guard !text.utf8.contains(0) else { throw UnencodableValue("a zero byte in a text") }
    bytes.append(contentsOf: text.utf8)
  }
}
