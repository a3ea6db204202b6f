import Foundation

/// An absolute address that is safe to send secrets to: `https`, or `http` on this machine itself.
///
/// It has no user, no password and no fragment, and is kept exactly as it was written, because addresses
/// are compared byte for byte.
public struct Address: Hashable, Sendable, CustomStringConvertible {
  static let bytesMax = 2_048

  public let text: String
  /// Whether it leads to this machine.
  let isLoopback: Bool

  /// Reads an address; nil when it is not one, or not a safe one.
  public init?(_ text: String) {
    guard text.utf8.count <= Self.bytesMax, text.utf8.allSatisfy({ (0x21...0x7E).contains($0) }),
      let url = URL(string: text, encodingInvalidCharacters: false),
      let host = url.host(percentEncoded: true), !host.isEmpty,
      url.user() == nil, url.password() == nil, url.fragment() == nil
    else { return nil }
    isLoopback = ["localhost", "127.0.0.1", "::1"].contains(host)
    switch url.scheme {
    case "https": break
    case "http" where isLoopback: break
    case _: return nil
    }
    self.text = text
  }

  public var description: String { text }

  var hasQuery: Bool { text.utf8.contains(UInt8(ascii: "?")) }

  /// The address with these fields in its query.
  func adding(_ form: Form) -> String { text + (hasQuery ? "&" : "?") + form.encoded }

  public static func == (one: Address, other: Address) -> Bool { one.text.isExactly(other.text) }
}

extension String {
  /// Whether it is `other` byte for byte: `==` takes texts for equal that only look the same.
  func isExactly(_ other: String) -> Bool { utf8.elementsEqual(other.utf8) }

  /// The same in a time that tells nothing about where they differ.
  func isExactlyInConstantTime(_ other: String) -> Bool {
    guard utf8.count == other.utf8.count else { return false }
    return zip(utf8, other.utf8).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
  }
}
