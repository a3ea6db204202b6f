/// How values come onto the sheet.
extension Sheet {
  /// Encodes `value` into the node at `index`.
  func encode<Value: Encodable>(_ value: Value, at index: Int) throws {
    if Value.self == String.self { return put(known(value) as String, at: index) }
    if Value.self == Int.self { return put(whole: known(value) as Int, at: index) }
    if Value.self == Bool.self {
      return put(word: (known(value) as Bool) ? "true" : "false", at: index)
    }
    if try putOther(value, at: index) { return }
    try value.encode(to: PayloadEncoder(sheet: self, index: index))
    if nodes[index].kind == .empty, index != Self.root { nodes[index].kind = .object }
  }

  func encodeNil(at index: Int) { put(word: "null", at: index) }

  private func putOther<Value>(_ value: Value, at index: Int) throws -> Bool {
    if Value.self == Int64.self {
      put(whole: known(value) as Int64, at: index)
    } else if Value.self == Double.self {
      try put(fraction: known(value) as Double, at: index)
    } else if Value.self == Float.self {
      try put(fraction: known(value) as Float, at: index)
    } else if Value.self == UInt.self {
      put(whole: known(value) as UInt, at: index)
    } else if Value.self == Int8.self {
      put(whole: known(value) as Int8, at: index)
    } else if Value.self == Int16.self {
      put(whole: known(value) as Int16, at: index)
    } else if Value.self == Int32.self {
      put(whole: known(value) as Int32, at: index)
    } else if Value.self == Int128.self {
      put(whole: known(value) as Int128, at: index)
    } else if Value.self == UInt8.self {
      put(whole: known(value) as UInt8, at: index)
    } else if Value.self == UInt16.self {
      put(whole: known(value) as UInt16, at: index)
    } else if Value.self == UInt32.self {
      put(whole: known(value) as UInt32, at: index)
    } else if Value.self == UInt64.self {
      put(whole: known(value) as UInt64, at: index)
    } else if Value.self == UInt128.self {
      put(whole: known(value) as UInt128, at: index)
    } else {
      return false
    }
    return true
  }

  /// `value` as the type that it was just found to be.
  @inline(__always)
  private func known<Value, Known>(_ value: Value) -> Known {
    unsafeBitCast(value, to: Known.self)
  }

  private func put(_ value: String, at index: Int) {
    leaf(at: index) { $0.appendQuoted(value) }
  }

  private func put(word: StaticString, at index: Int) {
    leaf(at: index) { text in word.withUTF8Buffer { text.append(contentsOf: $0) } }
  }

  private func put(whole: some FixedWidthInteger, at index: Int) {
    leaf(at: index) { $0.append(contentsOf: whole.description.utf8) }
  }

  /// Whole numbers are written without `.0`.
  private func put<Fraction: BinaryFloatingPoint & LosslessStringConvertible>(
    fraction: Fraction, at index: Int
  ) throws {
    guard fraction.isFinite else {
      throw EncodingError.invalidValue(
        fraction,
        EncodingError.Context(
          codingPath: path(to: index), debugDescription: "not a number that JSON can say"))
    }
    let description = fraction.description
    leaf(at: index) { text in
      text.append(
        contentsOf: description.hasSuffix(".0")
          ? description.utf8.dropLast(2) : description.utf8[...])
    }
  }

  @inline(__always)
  private func leaf(at index: Int, _ write: (inout [UInt8]) -> Void) {
    let start = Int32(text.count)
    write(&text)
    nodes[index].kind = .leaf
    nodes[index].text = start..<Int32(text.count)
  }
}
