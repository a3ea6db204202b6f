public import Foundation

/// The identity of one thing for ever: a UUID, made outside the rules and handed in as a value.
///
/// New ones are version 7 (RFC 9562), so identities made later sort later and land together in an
/// index.
public struct Identity: Hashable, Comparable, Sendable, Codable, LosslessStringConvertible {
  public let uuid: UUID

  public init(uuid: UUID) { self.uuid = uuid }

  /// Reads the usual text form; nil when `description` is not a UUID of 36 characters.
  public init?(_ description: String) {
    guard description.utf8.count == 36, let uuid = UUID(uuidString: description) else {
      return nil
    }
    self.uuid = uuid
  }

  /// The usual text form in lower case, as PostgreSQL writes it.
  public var description: String { uuid.uuidString.lowercased() }

  public static func < (lhs: Identity, rhs: Identity) -> Bool {
    withUnsafeBytes(of: lhs.uuid.uuid) { left in
      withUnsafeBytes(of: rhs.uuid.uuid) { right in left.lexicographicallyPrecedes(right) }
    }
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let identity = Identity(text) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a UUID: \(text)")
    }
    self = identity
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
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
