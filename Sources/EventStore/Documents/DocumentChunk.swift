import EventSourcing

/// A part of a content, which is closed and opened by itself.
///
/// It is bound to its place: exchanged with another, left out at the end or put into another content, what is read does
/// not open.
struct DocumentChunk {
  /// How much of a content one holds.
  static let bytesMax = 256 * 1024

  /// From 0 on.
  let number: Int32
  let isLast: Bool
  /// In the clear or closed, by what has it.
  let bytes: [UInt8]

  func closed(by key: StreamKey, in digest: ContentDigest) throws -> [UInt8] {
    try key.encrypted(bytes, at: place(in: digest))
  }

  /// - Throws: `CryptoKitError` when it is not what was closed there.
  func opened(by key: StreamKey, in digest: ContentDigest) throws -> [UInt8] {
    try key.decrypted(bytes, at: place(in: digest))
  }

  /// Longer than what binds a personal text, so that neither is taken for the other.
  private func place(in digest: ContentDigest) -> [UInt8] {
    let number = withUnsafeBytes(of: number.bigEndian) { Array($0) }
    return Array("/document/".utf8) + digest.bytes + number + [isLast ? 1 : 0]
  }
}
