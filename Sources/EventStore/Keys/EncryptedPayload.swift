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
  static func isEncrypted(_ payload: [UInt8]) -> Bool { firstField(in: payload[...]) != nil }

  /// `event` with its personal data readable, or the stand-ins of their classes once the key is destroyed.
  ///
  /// - Throws: `UnreadablePersonalData` when it is not what the key encrypted.
  static func decrypting(_ event: StoredEvent, with standing: KeyStanding) throws -> StoredEvent {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(event.payload.count)
    var rest = event.payload[...]
    while let field = firstField(in: rest) {
      bytes += rest[..<field.range.lowerBound]
      bytes += try text(of: field, in: event.payload, with: standing)
      rest = rest[field.range.upperBound...]
    }
    bytes += rest
    return StoredEvent(type: event.type, schema: event.schema, payload: bytes)
  }

  /// An encrypted text in a payload.
  private struct Field {
    /// From its opening to its closing, both included.
    let range: Range<Int>
    /// The letter of its class and what follows it.
    let token: Range<Int>
  }

  private static func firstField(in payload: ArraySlice<UInt8>) -> Field? {
    var search = payload
    while let tilde = search.firstIndex(of: UInt8(ascii: "~")) {
      let start = tilde - 2
      if start >= payload.startIndex, payload[start...].starts(with: opening) {
        let token = start + opening.count
        guard let quote = payload[token...].firstIndex(of: UInt8(ascii: "\"")) else { return nil }
        return Field(
          range: start..<min(quote + closing.count, payload.endIndex), token: token..<quote)
      }
      search = search[(tilde + 1)...]
    }
    return nil
  }

  private static func text(
    of field: Field, in payload: [UInt8], with standing: KeyStanding
  ) throws -> [UInt8] {
    guard let letter = payload[field.token].first, let kind = PersonalData(letter: letter) else {
      throw UnreadablePersonalData()
    }
    switch standing {
    case .destroyed: return kind.standIn.withUTF8Buffer { Array($0) }
    case .present(let key):
      guard let sealed = Data(base64Encoded: Data(payload[field.token].dropFirst())) else {
        throw UnreadablePersonalData()
      }
      return try key.decrypted(Array(sealed), as: kind)
    }
  }
}

/// What stands in the log as encrypted personal data is not what its stream's key encrypted.
struct UnreadablePersonalData: Error {}
