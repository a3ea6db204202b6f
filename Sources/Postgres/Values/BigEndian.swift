extension [UInt8] {
  mutating func appendBigEndian(_ value: some FixedWidthInteger) {
    Swift.withUnsafeBytes(of: value.bigEndian) { append(contentsOf: $0) }
  }

  mutating func replaceBigEndian<Value: FixedWidthInteger>(_ value: Value, at offset: Int) {
    withUnsafeMutableBytes {
      $0.storeBytes(of: value.bigEndian, toByteOffset: offset, as: Value.self)
    }
  }
}

extension UnsafeRawBufferPointer {
  /// The number at `offset`; nil when the buffer ends before it does.
  func bigEndian<Value: FixedWidthInteger>(
    at offset: Int = 0, as type: Value.Type = Value.self
  ) -> Value? {
    guard offset >= 0, offset + MemoryLayout<Value>.size <= count else { return nil }
    return Value(bigEndian: loadUnaligned(fromByteOffset: offset, as: Value.self))
  }
}
