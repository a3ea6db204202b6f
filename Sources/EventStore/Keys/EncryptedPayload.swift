import EventSourcing
import Foundation

/// A payload whose personal data are encrypted.
///
/// In the place of such a text stands `{"~":"n…"}`: the letter of its class, and nonce, ciphertext and tag in base64.
/// No field is called `~`, and within a text every quote has a backslash before it, so those six bytes at the beginning
/// stand nowhere else.
enum EncryptedPayload {
  private static let opening = Array(#"{"~":""#.utf8)
  private static let closing = Array(#""}"#.utf8)

  /// `event` with its personal data encrypted by `key`.
  static func encrypting(_ event: StoredEvent, with key: StreamKey) throws -> StoredEvent {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(event.payload.count + 64 * event.personal.count)
    var end = 0
    for field in event.personal {
      bytes += event.payload[end..<field.range.lowerBound]
      let sealed = try key.encrypted(Array(event.payload[field.range]), as: field.kind)
      bytes += opening
      bytes.append(field.kind.letter)
      bytes += Data(sealed).base64EncodedData()
      bytes += closing
      end = field.range.upperBound
    }
    bytes += event.payload[end...]
    return StoredEvent(type: event.type, schema: event.schema, payload: bytes)
  }

  /// Whether anything in `payload` is encrypted.
  static func isEncrypted(_ payload: [UInt8]) -> Bool { firstField(in: payload, after: 0) != nil }

  /// `event` with its personal data readable, or the stand-ins of their classes once the key is destroyed.
  ///
  /// - Throws: `UnreadablePersonalData` when it is not what the key encrypted.
  static func decrypting(_ event: StoredEvent, with standing: KeyStanding) throws -> StoredEvent {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(event.payload.count)
    var end = 0
    while let field = firstField(in: event.payload, after: end) {
      bytes += event.payload[end..<field.range.lowerBound]
      try append(textOf: field, in: event.payload, with: standing, to: &bytes)
      end = field.range.upperBound
    }
    bytes += event.payload[end...]
    return StoredEvent(type: event.type, schema: event.schema, payload: bytes)
  }

  /// An encrypted text in a payload.
  private struct Field {
    /// From its opening to its closing, both included.
    let range: Range<Int>
    /// The letter of its class and what follows it.
    let token: Range<Int>
  }

  /// Asked of every event of every replay, so it looks at each byte once.
  private static func firstField(in payload: [UInt8], after place: Int) -> Field? {
    let bytes = payload.span
    var tilde = place + 2
    while tilde + 3 < bytes.count {
      defer { tilde += 1 }
      guard bytes[tilde] == UInt8(ascii: "~"), payload[(tilde - 2)...].starts(with: opening) else {
        continue
      }
      let token = tilde - 2 + opening.count
      guard let quote = payload[token...].firstIndex(of: UInt8(ascii: "\"")) else { return nil }
      return Field(
        range: (tilde - 2)..<min(quote + closing.count, payload.count), token: token..<quote)
    }
    return nil
  }

  private static func append(
    textOf field: Field, in payload: [UInt8], with standing: KeyStanding, to bytes: inout [UInt8]
  ) throws {
    guard let letter = payload[field.token].first, let kind = PersonalData(letter: letter) else {
      throw UnreadablePersonalData()
    }
    switch standing {
    case .destroyed: kind.standIn.withUTF8Buffer { bytes += $0 }
    case .present(let key):
      guard let sealed = Data(base64Encoded: Data(payload[field.token].dropFirst())) else {
        throw UnreadablePersonalData()
      }
      bytes += try key.decrypted(sealed, as: kind)
    }
  }
}

/// What stands in the log as encrypted personal data is not what its stream's key encrypted.
struct UnreadablePersonalData: Error {}
