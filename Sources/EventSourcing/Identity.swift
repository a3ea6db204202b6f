public import Foundation

/// The identity of one thing for ever: a UUID, made outside the rules and handed in as a value.
///
/// New ones are version 7 (RFC 9562), so identities made later sort later and land together in an
/// index.
public struct Identity: Hashable, Comparable, Sendable, LosslessStringConvertible {
  public let uuid: UUID

  public init(uuid: UUID) { self.uuid = uuid }

  /// Reads the usual text form; nil when `description` is not a UUID of 36 characters.
  public init?(_ description: String) { self.init(utf8: description.utf8Span) }

  /// The usual text form in lower case, as PostgreSQL writes it.
  public var description: String {
    String(unsafeUninitializedCapacity: Self.textLength) { text in
      withUnsafeBytes(of: uuid.uuid) { bytes in
        var at = 0
        for (place, byte) in bytes.enumerated() {
          if Self.isAfterHyphen(place) {
            text[at] = UInt8(ascii: "-")
            at += 1
          }
          text[at] = HexDigits.digit(of: byte >> 4)
          text[at + 1] = HexDigits.digit(of: byte)
          at += 2
        }
      }
      return Self.textLength
    }
  }

  public static func < (lhs: Identity, rhs: Identity) -> Bool {
    withUnsafeBytes(of: lhs.uuid.uuid) { left in
      withUnsafeBytes(of: rhs.uuid.uuid) { right in left.lexicographicallyPrecedes(right) }
    }
  }
}

extension Identity: TextCoded {
  private static let textLength = 36

  public init?(utf8: UTF8Span) {
    let text = utf8.span
    guard text.count == Self.textLength else { return nil }
    var value: uuid_t = (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)
    let isRead = withUnsafeMutableBytes(of: &value) { bytes in
      var at = 0
      for place in 0..<16 {
        if Self.isAfterHyphen(place) {
          guard text[at] == UInt8(ascii: "-") else { return false }
          at += 1
        }
        guard let high = HexDigits.value(of: text[at]),
          let low = HexDigits.value(of: text[at + 1])
        else { return false }
        bytes[place] = high << 4 | low
        at += 2
      }
      return true
    }
    guard isRead else { return nil }
    uuid = UUID(uuid: value)
  }

  /// The groups of a UUID's text hold 4, 2, 2, 2 and 6 bytes.
  @inline(__always)
  private static func isAfterHyphen(_ place: Int) -> Bool {
    place == 4 || place == 6 || place == 8 || place == 10
  }
}

extension Identity {
  /// A new version 7 identity made of `milliseconds` since 1970 and random bits from `generator`.
  public init(
    milliseconds: UInt64, using generator: inout some RandomNumberGenerator
  ) {
    let random = (generator.next() as UInt64, generator.next() as UInt64)
    let high = milliseconds << 16 | 0x7000 | random.0 & 0x0FFF
    let low = 0x8000_0000_0000_0000 | random.1 >> 2
    var bytes: uuid_t = (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)
    withUnsafeMutableBytes(of: &bytes) { buffer in
      buffer.storeBytes(of: high.bigEndian, as: UInt64.self)
      buffer.storeBytes(of: low.bigEndian, toByteOffset: 8, as: UInt64.self)
    }
    self.init(uuid: UUID(uuid: bytes))
  }

  /// A new identity made now.
  ///
  /// Reads the clock and the system's randomness, so it is called at the edge (a form being drawn, a
  /// seed being loaded), never by a rule.
  public static func fresh() -> Identity {
    var generator = SystemRandomNumberGenerator()
    let milliseconds = UInt64(max(0, Date().timeIntervalSince1970 * 1000))
    return Identity(milliseconds: milliseconds, using: &generator)
  }
}

extension Identity {
  /// The identity of the part `number` of what bears this one: always the same for the same two.
  public func numbered(_ number: Int) -> Identity {
    var bytes = uuid.uuid
    withUnsafeMutableBytes(of: &bytes) { buffer in
      for place in 0..<4 {
        buffer[12 + place] &+= UInt8(truncatingIfNeeded: number + 1 >> (8 * (3 - place)))
      }
    }
    return Identity(uuid: UUID(uuid: bytes))
  }
}
