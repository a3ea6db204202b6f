/// The members of one JSON object, under the keys of the type that is being decoded.
struct PayloadObject<Key: CodingKey>: KeyedDecodingContainerProtocol {
  /// Up to how many members are looked for one by one.
  private static var fewMax: Int { 32 }

  private let outline: Outline
  private let index: Int
  /// Where the members stand, when there are many.
  private let places: [String: Int]?

  init(_ outline: Outline, at index: Int) throws {
    guard outline.marks[index].kind == .object else {
      throw outline.mismatch([String: Any].self, at: index)
    }
    self.outline = outline
    self.index = index
    places = outline.places(of: index, unlessFewerThan: Self.fewMax)
  }

  var codingPath: [any CodingKey] { outline.path(to: index) }

  /// Each name once that is a key of the type.
  var allKeys: [Key] {
    if let places { return places.keys.compactMap { Key(stringValue: $0) } }
    if let only = outline.onlyName(of: index) {
      guard let key = Key(stringValue: only) else { return [] }
      return [key]
    }
    let names = outline.names(of: index)
    var texts: [String] = []
    for name in names {
      let text = outline.text(at: name)
      if !texts.contains(text) { texts.append(text) }
    }
    return texts.compactMap { Key(stringValue: $0) }
  }

  func contains(_ key: Key) -> Bool { place(of: key) != nil }

  func decodeNil(forKey key: Key) throws -> Bool {
    outline.marks[try found(key)].kind == .null
  }

  func decode<Value: Decodable>(_: Value.Type, forKey key: Key) throws -> Value {
    try outline.decode(Value.self, at: try found(key))
  }

  func decodeIfPresent<Value: Decodable>(_: Value.Type, forKey key: Key) throws -> Value? {
    guard let place = place(of: key), outline.marks[place].kind != .null else { return nil }
    return try outline.decode(Value.self, at: place)
  }

  func nestedContainer<Nested>(
    keyedBy: Nested.Type, forKey key: Key
  ) throws -> KeyedDecodingContainer<Nested> {
    KeyedDecodingContainer(try PayloadObject<Nested>(outline, at: try found(key)))
  }

  func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
    try PayloadArray(outline, at: try found(key))
  }

  func superDecoder() throws -> any Decoder {
    guard let place = outline.member("super", of: index) else {
      throw outline.missing(PathKey(stringValue: "super"), in: index)
    }
    return PayloadDecoder(outline: outline, index: place)
  }

  func superDecoder(forKey key: Key) throws -> any Decoder {
    PayloadDecoder(outline: outline, index: try found(key))
  }

  private func place(of key: Key) -> Int? {
    if let places { return places[key.stringValue] }
    return outline.member(key.stringValue, of: index)
  }

  private func found(_ key: Key) throws -> Int {
    guard let place = place(of: key) else { throw outline.missing(key, in: index) }
    return place
  }
}

extension Outline {
  /// The members of an object under their names, the first where one stands twice; nil when they are
  /// few enough to be looked for.
  fileprivate func places(of object: Int, unlessFewerThan few: Int) -> [String: Int]? {
    guard Int(marks[object].next) - object > 2 * few else { return nil }
    let names = names(of: object)
    guard names.count > few else { return nil }
    return Dictionary(names.map { (text(at: $0), $0 + 1) }, uniquingKeysWith: { first, _ in first })
  }
}
