/// A secret as a `SecretBox` closed it, with the identifier of the key that opens it.
///
/// Its text is `$aes256gcm$k=2026-11$nonce$ciphertext$tag`, the last three in base64 without padding.
public struct ClosedSecret: Hashable, Sendable, LosslessStringConvertible {
  static let nonceBytes = 12
  private static let tagBytes = 16

  public let keyID: SecretBox.Key.ID
  let nonce: [UInt8]
  let ciphertext: [UInt8]
  let tag: [UInt8]

  init(keyID: SecretBox.Key.ID, nonce: [UInt8], ciphertext: [UInt8], tag: [UInt8]) {
    self.keyID = keyID
    self.nonce = nonce
    self.ciphertext = ciphertext
    self.tag = tag
  }

  /// Reads what `description` writes; nil for anything else.
  public init?(_ description: String) {
    let parts = description.utf8.split(
      separator: UInt8(ascii: "$"), omittingEmptySubsequences: false)
    guard parts.count == 6, parts[0].isEmpty, parts[1].elementsEqual("aes256gcm".utf8),
      parts[2].starts(with: "k=".utf8),
      let keyID = SecretBox.Key.ID(String(Substring(parts[2].dropFirst(2)))),
      let nonce = Alphabet.base64.bytes(parts[3]), nonce.count == Self.nonceBytes,
      let ciphertext = Alphabet.base64.bytes(parts[4]),
      let tag = Alphabet.base64.bytes(parts[5]), tag.count == Self.tagBytes
    else { return nil }
    self.init(keyID: keyID, nonce: nonce, ciphertext: ciphertext, tag: tag)
  }

  public var description: String {
    let parts = [nonce, ciphertext, tag].map(Alphabet.base64.text)
    return "$aes256gcm$k=\(keyID)$" + parts.joined(separator: "$")
  }
}
