/// A code that signs in once when the authenticator app is lost: 120 random bits, to be written down.
///
/// So many bits that its plain SHA-256 may be kept (OWASP ASVS 5.0, 6.5.2).
public struct RecoveryCode: Hashable, Sendable {
  static let byteCount = 15
  private static let groupLength = 4

  private let bytes: [UInt8]

  init(using generator: inout some RandomNumberGenerator) {
    bytes = generator.bytes(Self.byteCount)
  }

  /// Reads a code however it was copied: in capitals, in other groups, with `o` for `0` or `l` for `1`.
  ///
  /// Nil for what cannot be one.
  public init?(_ typed: String) {
    let symbols = typed.utf8.compactMap(Self.symbol)
    guard let bytes = Alphabet.handwritten.bytes(symbols), bytes.count == Self.byteCount else {
      return nil
    }
    self.bytes = bytes
  }

  /// Its 24 letters and digits in groups of four, to be shown this once.
  public var written: String {
    let symbols = Array(Alphabet.handwritten.text(bytes).utf8)
    let groups = stride(from: 0, to: symbols.count, by: Self.groupLength).map {
      String(decoding: symbols[$0..<$0 + Self.groupLength], as: UTF8.self)
    }
    return groups.joined(separator: "-")
  }

  /// What is kept of it.
  public var digest: SecretDigest { SecretDigest(of: bytes) }

  /// The symbol that was meant; nil for what only separates.
  private static func symbol(_ byte: UInt8) -> UInt8? {
    let small = (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
    return switch small {
    case UInt8(ascii: "-"), UInt8(ascii: " "): nil
    case UInt8(ascii: "o"): UInt8(ascii: "0")
    case UInt8(ascii: "i"), UInt8(ascii: "l"): UInt8(ascii: "1")
    case _: small
    }
  }
}

extension RecoveryCode: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  public var description: String { "a recovery code" }
  public var debugDescription: String { description }
  public var customMirror: Mirror { Mirror(self, children: []) }
}

/// The recovery codes that somebody has left, of which only the digests are kept.
public struct RecoveryCodes: Hashable, Sendable {
  /// How many are given out at a time.
  public static let countMade = 10

  public let unused: Set<SecretDigest>

  /// - Parameter unused: as they were kept.
  public init(unused: Set<SecretDigest>) { self.unused = unused }

  /// Ten new codes, to be shown once and to replace all there were.
  public static func made(
    using generator: inout some RandomNumberGenerator
  ) -> (written: [RecoveryCode], kept: RecoveryCodes) {
    let codes = (0..<countMade).map { _ in RecoveryCode(using: &generator) }
    return (codes, RecoveryCodes(unused: Set(codes.map(\.digest))))
  }

  /// What is left after this code was used; nil when it is none of them, or was used before.
  ///
  /// Keep what is left in one transaction with finding what there was.
  public func using(_ code: RecoveryCode) -> RecoveryCodes? {
    let digest = code.digest
    guard unused.contains(digest) else { return nil }
    return RecoveryCodes(unused: unused.subtracting([digest]))
  }
}
