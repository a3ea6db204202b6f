/// The part of CBOR (RFC 8949) that authenticators speak: CTAP 2.1, section 8.
///
/// No tags, no fractions, no lengths left open.
indirect enum CBOR: Hashable, Sendable {
  case unsigned(UInt64)
  /// The number is `-1` less what stands here.
  case negative(UInt64)
  case bytes([UInt8])
  case text(String)
  case array([CBOR])
  case map([Key: CBOR])
  case boolean(Bool)
  case null

  /// What authenticators file things under.
  enum Key: Hashable, Sendable {
    case number(Int)
    case text(String)
  }

  /// Why bytes are not taken for CBOR.
  enum Refusal: Error, Hashable, Sendable {
    /// The bytes end before the item does.
    case truncated
    /// Something stands behind the item.
    case trailingBytes
    /// A number or length is written longer than it need be.
    case notShortest
    /// Arrays and maps stand in one another deeper than CTAP allows.
    case tooDeep
    /// A tag, a fraction, an open length, or a number that is reserved.
    case unsupported
    /// Text that is not UTF-8.
    case notText
    /// A map has the same key twice.
    case duplicateKey
    /// A key is neither a number nor text.
    case strangeKey
  }

  /// Reads one item that takes all the bytes.
  init(_ bytes: [UInt8]) throws(Refusal) {
    var reader = CBORReader(bytes[...])
    self = try reader.item()
    guard reader.rest.isEmpty else { throw .trailingBytes }
  }
}

extension CBOR {
  subscript(key: Key) -> CBOR? {
    if case .map(let entries) = self { entries[key] } else { nil }
  }

  /// Its number, when an `Int` can hold it.
  var number: Int? {
    switch self {
    case .unsigned(let value): Int(exactly: value)
    case .negative(let value): Int(exactly: value).map { -1 - $0 }
    case .bytes, .text, .array, .map, .boolean, .null: nil
    }
  }

  var bytes: [UInt8]? {
    if case .bytes(let bytes) = self { bytes } else { nil }
  }

  var keys: Set<Key> {
    if case .map(let entries) = self { Set(entries.keys) } else { [] }
  }
}
