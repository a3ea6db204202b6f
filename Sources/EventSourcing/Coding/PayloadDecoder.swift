/// Decodes Swift values from the bytes of one JSON text.
///
/// It does what `JSONDecoder` does for types of Swift's own and of the domain, several times faster:
/// a value here is a place in an `Outline`, so a decoder is made by writing down two words.
struct PayloadDecoder: Decoder, SingleValueDecodingContainer {
  let outline: Outline
  let index: Int

  var codingPath: [any CodingKey] { outline.path(to: index) }
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key>(keyedBy: Key.Type) throws -> KeyedDecodingContainer<Key> {
    KeyedDecodingContainer(try PayloadObject<Key>(outline, at: index))
  }

  func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
    try PayloadArray(outline, at: index)
  }

  func singleValueContainer() throws -> any SingleValueDecodingContainer { self }

  func decodeNil() -> Bool { outline.marks[index].kind == .null }

  func decode<Value: Decodable>(_: Value.Type) throws -> Value {
    try outline.decode(Value.self, at: index)
  }
}

extension Outline {
  /// The value at `index`.
  ///
  /// The types that JSON knows are told apart by identity, which costs a comparison; asking whether a
  /// type conforms to a protocol would cost more than reading the value.
  @inline(__always)
  func decode<Value: Decodable>(_: Value.Type, at index: Int) throws -> Value {
    if Value.self == String.self { return same(try string(at: index)) }
    if Value.self == Int.self { return same(try number(Int.self, at: index)) }
    if Value.self == Bool.self { return same(try truth(at: index)) }
    return try decodeOther(Value.self, at: index)
  }

  private func decodeOther<Value: Decodable>(_: Value.Type, at index: Int) throws -> Value {
    if Value.self == Int64.self { return same(try number(Int64.self, at: index)) }
    if Value.self == Double.self { return same(try float(Double.self, at: index)) }
    if Value.self == Float.self { return same(try float(Float.self, at: index)) }
    if Value.self == UInt.self { return same(try number(UInt.self, at: index)) }
    if Value.self == Int8.self { return same(try number(Int8.self, at: index)) }
    if Value.self == Int16.self { return same(try number(Int16.self, at: index)) }
    if Value.self == Int32.self { return same(try number(Int32.self, at: index)) }
    if Value.self == Int128.self { return same(try number(Int128.self, at: index)) }
    if Value.self == UInt8.self { return same(try number(UInt8.self, at: index)) }
    if Value.self == UInt16.self { return same(try number(UInt16.self, at: index)) }
    if Value.self == UInt32.self { return same(try number(UInt32.self, at: index)) }
    if Value.self == UInt64.self { return same(try number(UInt64.self, at: index)) }
    if Value.self == UInt128.self { return same(try number(UInt128.self, at: index)) }
    do {
      return try Value(from: PayloadDecoder(outline: self, index: index))
    } catch DecodingError.dataCorrupted(let context)
      where !(context.underlyingError is PayloadFault)
    {
      throw corrupted(Value.self, .refused, at: index)
    }
  }

  /// `value` as the type that it was just found to be.
  @inline(__always)
  private func same<Value, Known>(_ value: Known) -> Value {
    unsafeBitCast(value, to: Value.self)
  }

  private func string(at index: Int) throws -> String {
    guard marks[index].isText else { throw mismatch(String.self, at: index) }
    return text(at: index)
  }

  private func truth(at index: Int) throws -> Bool {
    switch marks[index].kind {
    case .yes: true
    case .no: false
    case .null, .whole, .number, .ascii, .unicode, .escaped, .array, .object, .name:
      throw mismatch(Bool.self, at: index)
    }
  }

  private func number<Whole: FixedWidthInteger>(
    _: Whole.Type, at index: Int
  ) throws -> Whole {
    try expectNumber(Whole.self, at: index)
    guard let number = whole(Whole.self, at: index) else {
      throw corrupted(Whole.self, .outOfRange, at: index)
    }
    return number
  }

  private func float<Fraction: BinaryFloatingPoint & LosslessStringConvertible>(
    _: Fraction.Type, at index: Int
  ) throws -> Fraction {
    try expectNumber(Fraction.self, at: index)
    guard let number = fraction(Fraction.self, at: index) else {
      throw corrupted(Fraction.self, .outOfRange, at: index)
    }
    return number
  }

  @inline(__always)
  private func expectNumber(_ type: Any.Type, at index: Int) throws {
    let kind = marks[index].kind
    guard kind == .whole || kind == .number else { throw mismatch(type, at: index) }
  }
}
