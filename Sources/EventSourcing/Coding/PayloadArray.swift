/// The elements of one JSON array, one after another.
struct PayloadArray: UnkeyedDecodingContainer {
  private let outline: Outline
  /// These are short so that the whole fits where Swift keeps a container without allocating.
  private let array: UInt32
  private var next: UInt32
  private(set) var currentIndex = 0

  init(_ outline: Outline, at index: Int) throws {
    guard outline.marks[index].kind == .array else {
      throw outline.mismatch([Any].self, at: index)
    }
    self.outline = outline
    array = UInt32(index)
    next = array + 1
  }

  var codingPath: [any CodingKey] { outline.path(to: Int(array)) }

  var count: Int? {
    let end = outline.marks[Int(array)].next
    return sequence(first: array + 1) { outline.marks[Int($0)].next }.prefix { $0 < end }.count
  }

  var isAtEnd: Bool { next >= outline.marks[Int(array)].next }

  mutating func decodeNil() throws -> Bool {
    guard outline.marks[try element(Any.self)].kind == .null else { return false }
    advance()
    return true
  }

  mutating func decode<Value: Decodable>(_: Value.Type) throws -> Value {
    let value = try outline.decode(Value.self, at: try element(Value.self))
    advance()
    return value
  }

  mutating func nestedContainer<Nested>(
    keyedBy: Nested.Type
  ) throws -> KeyedDecodingContainer<Nested> {
    let object = try PayloadObject<Nested>(outline, at: try element([String: Any].self))
    advance()
    return KeyedDecodingContainer(object)
  }

  mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
    let array = try PayloadArray(outline, at: try element([Any].self))
    advance()
    return array
  }

  mutating func superDecoder() throws -> any Decoder {
    let decoder = PayloadDecoder(outline: outline, index: try element(Any.self))
    advance()
    return decoder
  }

  private func element(_ expected: Any.Type) throws -> Int {
    guard !isAtEnd else {
      throw DecodingError.valueNotFound(
        expected,
        DecodingError.Context(
          codingPath: codingPath + [PathKey(intValue: currentIndex)],
          debugDescription: "the array ends before"))
    }
    return Int(next)
  }

  private mutating func advance() {
    next = outline.marks[Int(next)].next
    currentIndex += 1
  }
}
