/// Reads rows out of the bytes of a binary COPY, however these were cut into pieces.
///
/// The format is that of PostgreSQL's documentation of COPY, section Binary Format.
struct BinaryRows {
  private static let signature: [UInt8] = [
    0x50, 0x47, 0x43, 0x4F, 0x50, 0x59, 0x0A, 0xFF, 0x0D, 0x0A, 0x00,
  ]

  private var bytes: [UInt8] = []
  private var offset = 0
  private var hasReadHeader = false
  /// Whether the end of the data has been read.
  private(set) var isComplete = false

  /// Adds a piece as it came from the server.
  mutating func feed(_ piece: some Collection<UInt8>) {
    if offset > 0 {
      bytes.removeFirst(offset)
      offset = 0
    }
    bytes.append(contentsOf: piece)
  }

  /// The next whole row, as one range of bytes for each field, nil for NULL; nil when more is needed.
  ///
  /// - Throws: `BinaryRowsError` when this is not what a COPY sends.
  mutating func next() throws(BinaryRowsError) -> [ArraySlice<UInt8>?]? {
    guard try readHeader(), !isComplete else { return nil }
    var cursor = offset
    guard let count = integer(Int16.self, at: &cursor) else { return nil }
    guard count >= 0 else {
      isComplete = true
      return nil
    }
    var fields: [ArraySlice<UInt8>?] = []
    fields.reserveCapacity(Int(count))
    for _ in 0..<count {
      guard let length = integer(Int32.self, at: &cursor) else { return nil }
      guard length >= 0 else {
        fields.append(nil)
        continue
      }
      guard bytes.count - cursor >= Int(length) else { return nil }
      fields.append(bytes[cursor..<(cursor + Int(length))])
      cursor += Int(length)
    }
    offset = cursor
    return fields
  }

  private mutating func readHeader() throws(BinaryRowsError) -> Bool {
    guard !hasReadHeader else { return true }
    var cursor = Self.signature.count
    guard let flags = integer(Int32.self, at: &cursor),
      let extensionLength = integer(Int32.self, at: &cursor),
      bytes.count - cursor >= Int(extensionLength)
    else { return false }
    guard bytes.starts(with: Self.signature), flags == 0 else { throw .notBinaryCopy }
    offset = cursor + Int(extensionLength)
    hasReadHeader = true
    return true
  }

  private func integer<I: FixedWidthInteger>(_: I.Type, at cursor: inout Int) -> I? {
    guard bytes.count - cursor >= MemoryLayout<I>.size else { return nil }
    defer { cursor += MemoryLayout<I>.size }
    return I(bigEndianBytes: bytes[cursor..<(cursor + MemoryLayout<I>.size)])
  }
}

/// The bytes are not those of a binary COPY.
enum BinaryRowsError: Error {
  case notBinaryCopy
}

extension FixedWidthInteger {
  /// The number that `bytes` spell, most significant first.
  init(bigEndianBytes bytes: ArraySlice<UInt8>) {
    self = bytes.reduce(0) { ($0 << 8) | Self(truncatingIfNeeded: $1) }
  }
}
