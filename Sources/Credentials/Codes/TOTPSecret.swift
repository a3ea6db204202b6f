import Foundation

/// What a person's authenticator app and Koers both know: 160 random bits (RFC 4226, section 4).
///
/// Keep it closed in a `SecretBox`. It never shows in a description or a dump.
public struct TOTPSecret: Hashable, Sendable, CustomStringConvertible, CustomDebugStringConvertible,
  CustomReflectable
{
  static let byteCount = 20

  /// Its twenty bytes, to be closed.
  public let bytes: [UInt8]

  public init(using generator: inout some RandomNumberGenerator) {
    bytes = generator.bytes(Self.byteCount)
  }

  /// Nil unless there are twenty bytes.
  public init?(bytes: [UInt8]) {
    guard bytes.count == Self.byteCount else { return nil }
    self.bytes = bytes
  }

  /// Its 32 characters, for who cannot scan a picture (RFC 4648, section 6).
  public var base32: String { Alphabet.base32.text(bytes) }

  /// Writes the address that an authenticator app reads from a picture.
  ///
  /// - Parameters:
  ///   - issuer: what the app files it under, such as the name of the organisation.
  ///   - account: whose it is, such as an address to sign in with.
  /// - Returns: an `otpauth` address; it holds the secret.
  public func address(issuer: String, account: String) -> String {
    let issuer = Self.escaped(issuer)
    return "otpauth://totp/\(issuer):\(Self.escaped(account))?secret=\(base32)&issuer=\(issuer)"
      + "&algorithm=SHA1&digits=\(TOTP.digits)&period=\(TOTP.stepSeconds)"
  }

  public var description: String { "a TOTP secret" }
  public var debugDescription: String { description }
  public var customMirror: Mirror { Mirror(self, children: []) }

  /// All but the unreserved characters of RFC 3986, section 2.3, in hexadecimal.
  private static func escaped(_ text: String) -> String {
    text.utf8.reduce(into: "") { escaped, byte in
      if isUnreserved(byte) {
        escaped.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        escaped += "%" + hexadecimal(byte >> 4) + hexadecimal(byte & 0xF)
      }
    }
  }

  private static func hexadecimal(_ digit: UInt8) -> String {
    String(digit, radix: 16, uppercase: true)
  }

  private static func isUnreserved(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
      UInt8(ascii: "_"), UInt8(ascii: "~"):
      true
    case _: false
    }
  }
}
