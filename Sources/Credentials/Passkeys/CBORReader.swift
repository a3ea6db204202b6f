/// Takes items of CBOR from the front of some bytes.
///
/// It asks for no more memory than there are bytes, whatever length they claim, and goes no deeper than
/// `depthMax`. Keys may stand in any order: browsers differ in theirs, and nothing depends on it.
struct CBORReader {
  /// CTAP 2.1, section 8.
  static let depthMax = 4

  private(set) var rest: ArraySlice<UInt8>

  init(_ bytes: ArraySlice<UInt8>) { rest = bytes }

  mutating func item() throws(CBOR.Refusal) -> CBOR { try item(within: Self.depthMax) }

  private mutating func item(within depth: Int) throws(CBOR.Refusal) -> CBOR {
    let head = try byte()
    // Major type 7 has no length: what stands there is the value.
    if head >> 5 == 7 { return try simple(head & 0x1F) }
    let value = try argument(head & 0x1F)
    switch head >> 5 {
    case 0: return .unsigned(value)
    case 1: return .negative(value)
    case 2: return .bytes(Array(try take(value)))
    case 3: return .text(try text(try take(value)))
    case 4: return .array(try array(of: value, within: depth))
    case 5: return .map(try map(of: value, within: depth))
    case _: throw .unsupported
    }
  }

  private mutating func byte() throws(CBOR.Refusal) -> UInt8 {
    guard let byte = rest.popFirst() else { throw .truncated }
    return byte
  }

  private mutating func take(_ count: UInt64) throws(CBOR.Refusal) -> ArraySlice<UInt8> {
    guard count <= UInt64(rest.count) else { throw .truncated }
    let taken = rest.prefix(Int(count))
    rest = rest.dropFirst(Int(count))
    return taken
  }

  /// The number or length that the five low bits of a head stand for.
  private mutating func argument(_ low: UInt8) throws(CBOR.Refusal) -> UInt64 {
    guard low >= 24 else { return UInt64(low) }
    guard low <= 27 else { throw .unsupported }
    let width = 1 << (low - 24)
    let value = try take(UInt64(width)).reduce(0) { $0 << 8 | UInt64($1) }
    let least: UInt64 = width == 1 ? 24 : 1 << (4 * UInt64(width))
    guard value >= least else { throw .notShortest }
    return value
  }

  private func simple(_ low: UInt8) throws(CBOR.Refusal) -> CBOR {
    switch low {
    case 20: .boolean(false)
    case 21: .boolean(true)
    case 22: .null
    case _: throw .unsupported
    }
  }

  private func text(_ bytes: ArraySlice<UInt8>) throws(CBOR.Refusal) -> String {
    guard let text = String(validating: bytes, as: UTF8.self) else { throw .notText }
    return text
  }

  private mutating func array(
    of count: UInt64, within depth: Int
  ) throws(CBOR.Refusal) -> [CBOR] {
    guard depth > 0 else { throw .tooDeep }
    guard count <= UInt64(rest.count) else { throw .truncated }
    var items: [CBOR] = []
    for _ in 0..<count { items.append(try item(within: depth - 1)) }
    return items
  }

  private mutating func map(
    of count: UInt64, within depth: Int
  ) throws(CBOR.Refusal) -> [CBOR.Key: CBOR] {
    guard depth > 0 else { throw .tooDeep }
    guard count <= UInt64(rest.count / 2) else { throw .truncated }
    var entries: [CBOR.Key: CBOR] = [:]
    for _ in 0..<count {
      let key = try key(try item(within: depth - 1))
      guard entries[key] == nil else { throw .duplicateKey }
      entries[key] = try item(within: depth - 1)
    }
    return entries
  }

  private func key(_ item: CBOR) throws(CBOR.Refusal) -> CBOR.Key {
    switch item {
    case .text(let text): return .text(text)
    case .unsigned, .negative:
      guard let number = item.number else { throw .strangeKey }
      return .number(number)
    case .bytes, .array, .map, .boolean, .null: throw .strangeKey
    }
  }
}
