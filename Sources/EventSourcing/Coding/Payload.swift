/// Swift values as the bytes of one JSON text, and back.
///
/// What it writes is byte for byte what `JSONEncoder` writes with its keys sorted and its slashes as they
/// are; what it reads is any JSON text (RFC 8259), by the rules of `JSONDecoder`: of a name that stands
/// twice the first counts, unknown names are passed over. Types of Foundation that its own coders
/// treat apart (`Data`, `Date`, `Decimal`, `URL`) are kept in the form of their own `Codable`.
public enum Payload {
  /// The value that `bytes` hold.
  ///
  /// - Throws: `DecodingError` with the place in the text; its words never repeat the text's values.
  public static func decode<Value: Decodable>(
    _: Value.Type, from bytes: [UInt8]
  ) throws -> Value {
    try Outline(bytes).decode(Value.self, at: 0)
  }

  /// The bytes that say `value`.
  ///
  /// - Throws: `EncodingError` for a number that JSON cannot say, or a value nested deeper than 512.
  public static func encode(_ value: some Encodable) throws -> [UInt8] {
    let sheet = Sheet()
    try sheet.encode(value, at: Sheet.root)
    return try sheet.written(from: Sheet.root)
  }

  /// The bytes that say `json`, as `encode(_:)` writes them.
  static func encode(json: JSON) throws -> [UInt8] {
    var bytes: [UInt8] = []
    try json.write(into: &bytes, depth: 1)
    return bytes
  }

  /// The value whose one member `name` holds what `bytes` say, as an enumeration's case is kept.
  static func decode<Value: Decodable>(
    _: Value.Type, from bytes: [UInt8], as name: String
  ) throws -> Value {
    try Outline(bytes, named: name).decode(Value.self, at: 0)
  }

  /// The name of the one member of `value`, and the bytes that say what is under it; nil when it has not
  /// one member.
  static func encodeCase(_ value: some Encodable) throws -> (name: String, bytes: [UInt8])? {
    let sheet = Sheet()
    try sheet.encode(value, at: Sheet.root)
    guard let member = sheet.onlyMember(of: Sheet.root) else { return nil }
    return (sheet.name(of: member), try sheet.written(from: member))
  }
}
