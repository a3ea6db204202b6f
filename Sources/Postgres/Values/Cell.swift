/// One value of one row as the server sent it: NULL, or bytes in text or binary form with their type.
public struct Cell {
  public let type: PostgresType
  /// Whether the bytes are in PostgreSQL's binary form rather than text.
  public let isBinary: Bool
  let bytes: UnsafeRawBufferPointer?
  /// What `bytes` point into.
  let owner: AnyObject?

  public var isNull: Bool { bytes == nil }

  /// What was wrong with a value; a row adds which column it stood in.
  public struct Mismatch: Error, Sendable {
    public let reason: String
    public init(_ reason: String) { self.reason = reason }
  }

  public func mismatch(_ reason: String) -> Mismatch { Mismatch(reason) }

  /// The value's bytes as sent; throws on NULL.
  public func withBytes<Result>(
    _ body: (UnsafeRawBufferPointer) throws -> Result
  ) throws -> Result {
    guard let bytes else { throw mismatch("NULL") }
    return try withExtendedLifetime(owner) { try body(bytes) }
  }

  /// The text of a value sent as text, or of a binary one whose binary form is its text.
  func text() throws -> String {
    try withBytes { bytes in
      do {
        return try bytes.withMemoryRebound(to: UInt8.self) {
          String(copying: try UTF8Span(validating: $0.span))
        }
      } catch {
        throw mismatch("bytes that are not UTF-8")
      }
    }
  }

  /// Reads a fixed-width binary value.
  func bigEndian<Value: FixedWidthInteger>(as type: Value.Type = Value.self) throws -> Value {
    try withBytes { bytes in
      guard bytes.count == MemoryLayout<Value>.size, let value = bytes.bigEndian(as: type) else {
        throw mismatch("\(bytes.count) bytes where \(MemoryLayout<Value>.size) were due")
      }
      return value
    }
  }
}
