@testable import Credentials

extension CBOR {
  /// Its bytes, with keys in the order of CTAP: shorter first.
  var written: [UInt8] {
    switch self {
    case .unsigned(let value): Self.head(0, value)
    case .negative(let value): Self.head(1, value)
    case .bytes(let bytes): Self.head(2, UInt64(bytes.count)) + bytes
    case .text(let text): Self.head(3, UInt64(text.utf8.count)) + text.utf8
    case .array(let items): Self.head(4, UInt64(items.count)) + items.flatMap(\.written)
    case .map(let entries):
      Self.head(5, UInt64(entries.count))
        + entries.map { ($0.item.written, $1.written) }
        .sorted { ($0.0.count, $0.0.description) < ($1.0.count, $1.0.description) }
        .flatMap { $0 + $1 }
    case .boolean(let value): [value ? 0xF5 : 0xF4]
    case .null: [0xF6]
    }
  }

  private static func head(_ major: UInt8, _ value: UInt64) -> [UInt8] {
    let bytes = withUnsafeBytes(of: value.bigEndian, Array.init)
    return switch value {
    case ..<24: [major << 5 | UInt8(value)]
    case ..<0x100: [major << 5 | 24] + bytes.suffix(1)
    case ..<0x1_0000: [major << 5 | 25] + bytes.suffix(2)
    case ..<0x1_0000_0000: [major << 5 | 26] + bytes.suffix(4)
    case _: [major << 5 | 27] + bytes
    }
  }

  /// Some item, with what stands in it at most so deep.
  static func made(by generator: inout some RandomNumberGenerator, within depth: Int) -> CBOR {
    let size = Int.random(in: 0...5, using: &generator)
    let value = generator.next() >> UInt64.random(in: 0...63, using: &generator)
    switch Int.random(in: 0...(depth > 0 ? 7 : 5), using: &generator) {
    case 0: return .unsigned(value)
    case 1: return .negative(value)
    case 2: return .bytes(generator.bytes(size * 7))
    case 3: return .text(String(repeating: "ü", count: size * 7))
    case 4: return .boolean(size < 3)
    case 5: return .null
    case 6: return .array((0..<size).map { _ in made(by: &generator, within: depth - 1) })
    case _:
      let entries = (0..<size).map { number in
        (Key.number(number * number * 50 - 100), made(by: &generator, within: depth - 1))
      }
      return .map(Dictionary(uniqueKeysWithValues: entries))
    }
  }
}

extension CBOR.Key {
  fileprivate var item: CBOR {
    switch self {
    case .text(let text): .text(text)
    case .number(let number):
      number < 0 ? .negative(UInt64(-1 - number)) : .unsigned(UInt64(number))
    }
  }
}

extension [UInt8] {
  /// Changes, adds or takes away a byte, or cuts off the end.
  mutating func spoil(using generator: inout some RandomNumberGenerator) {
    let place = Int.random(in: 0...count, using: &generator)
    switch Int.random(in: 0...3, using: &generator) {
    case 0 where place < count: self[place] ^= 1 << UInt8.random(in: 0...7, using: &generator)
    case 1 where place < count: remove(at: place)
    case 2: removeLast(count - place)
    case _: insert(generator.bytes(1)[0], at: place)
    }
  }
}
