/// What a document's content is known by: its SHA-256 (FIPS 180-4).
///
/// It is kept as 64 lower-case hexadecimal digits. Who has it can test a guess at the content, so in events it is
/// personal data.
public struct ContentDigest: Hashable, Sendable {
  public static let byteCount = 32

  public let bytes: [UInt8]

  /// Nil for another number of bytes than a SHA-256 has.
  public init?(_ bytes: some Sequence<UInt8>) {
    let bytes = Array(bytes)
    guard bytes.count == Self.byteCount else { return nil }
    self.bytes = bytes
  }
}

extension ContentDigest: TextCoded {
  public init?(utf8: UTF8Span) {
    let text = utf8.span
    guard text.count == 2 * Self.byteCount else { return nil }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(Self.byteCount)
    for place in stride(from: 0, to: text.count, by: 2) {
      guard let high = HexDigits.value(of: text[place]),
        let low = HexDigits.value(of: text[place + 1])
      else { return nil }
      bytes.append(high << 4 | low)
    }
    self.bytes = bytes
  }

  public var description: String {
    String(
      decoding: bytes.flatMap { [HexDigits.digit(of: $0 >> 4), HexDigits.digit(of: $0)] },
      as: UTF8.self)
  }
}
