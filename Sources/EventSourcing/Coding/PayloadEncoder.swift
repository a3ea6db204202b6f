/// Encodes Swift values onto a sheet, each into the node that was made for it.
struct PayloadEncoder: Encoder, SingleValueEncodingContainer {
  let sheet: Sheet
  let index: Int

  var codingPath: [any CodingKey] { sheet.path(to: index) }
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key>(keyedBy: Key.Type) -> KeyedEncodingContainer<Key> {
    KeyedEncodingContainer(SheetObject<Key>(sheet, at: index))
  }

  func unkeyedContainer() -> any UnkeyedEncodingContainer { SheetArray(sheet, at: index) }

  func singleValueContainer() -> any SingleValueEncodingContainer { self }

  func encodeNil() { sheet.encodeNil(at: index) }

  func encode(_ value: some Encodable) throws { try sheet.encode(value, at: index) }
}

/// The members of one object, under the keys of the type that is being encoded.
struct SheetObject<Key: CodingKey>: KeyedEncodingContainerProtocol {
  private let sheet: Sheet
  private let index: Int

  init(_ sheet: Sheet, at index: Int) {
    sheet.open(.object, at: index)
    self.sheet = sheet
    self.index = index
  }

  var codingPath: [any CodingKey] { sheet.path(to: index) }

  func encodeNil(forKey key: Key) { sheet.encodeNil(at: member(key)) }

  func encode(_ value: some Encodable, forKey key: Key) throws {
    try sheet.encode(value, at: member(key))
  }

  func nestedContainer<Nested>(
    keyedBy: Nested.Type, forKey key: Key
  ) -> KeyedEncodingContainer<Nested> {
    KeyedEncodingContainer(SheetObject<Nested>(sheet, at: member(key)))
  }

  func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
    SheetArray(sheet, at: member(key))
  }

  func superEncoder() -> any Encoder {
    PayloadEncoder(sheet: sheet, index: sheet.member("super", of: index))
  }

  func superEncoder(forKey key: Key) -> any Encoder {
    PayloadEncoder(sheet: sheet, index: member(key))
  }

  private func member(_ key: Key) -> Int { sheet.member(key.stringValue, of: index) }
}

/// The elements of one array.
struct SheetArray: UnkeyedEncodingContainer {
  private let sheet: Sheet
  private let index: Int
  private(set) var count = 0

  init(_ sheet: Sheet, at index: Int) {
    sheet.open(.array, at: index)
    self.sheet = sheet
    self.index = index
  }

  var codingPath: [any CodingKey] { sheet.path(to: index) }

  mutating func encodeNil() { sheet.encodeNil(at: element()) }

  mutating func encode(_ value: some Encodable) throws {
    try sheet.encode(value, at: element())
  }

  mutating func nestedContainer<Nested>(
    keyedBy: Nested.Type
  ) -> KeyedEncodingContainer<Nested> {
    KeyedEncodingContainer(SheetObject<Nested>(sheet, at: element()))
  }

  mutating func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
    SheetArray(sheet, at: element())
  }

  mutating func superEncoder() -> any Encoder {
    PayloadEncoder(sheet: sheet, index: element())
  }

  private mutating func element() -> Int {
    count += 1
    return sheet.element(of: index)
  }
}
