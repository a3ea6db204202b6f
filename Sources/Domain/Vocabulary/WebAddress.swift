public import EventSourcing

/// The address of a page that a reader may follow: `http` or `https`, printable ASCII, no blanks.
public struct WebAddress: Hashable, Sendable, LosslessStringConvertible {
  public static let lengthMax = 2000

  public let description: String

  /// Nil for any other scheme, so that a link never runs a script.
  public init?(_ description: String) {
    self.init(utf8: description.utf8Span)
  }

  private static func isAllowed(_ byte: UInt8) -> Bool {
    (0x21...0x7E).contains(byte)
      && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "<") && byte != UInt8(ascii: ">")
      && byte != UInt8(ascii: "\\")
  }

  private static func begins(_ text: Span<UInt8>, _ scheme: StaticString) -> Bool {
    guard text.count > scheme.utf8CodeUnitCount else { return false }
    for place in 0..<scheme.utf8CodeUnitCount where text[place] != scheme.utf8Start[place] {
      return false
    }
    return true
  }
}

extension WebAddress: TextCoded {
  public init?(utf8: UTF8Span) {
    let text = utf8.span
    guard text.count <= Self.lengthMax,
      Self.begins(text, "https://") || Self.begins(text, "http://")
    else { return nil }
    for place in text.indices where !Self.isAllowed(text[place]) { return nil }
    description = String(copying: utf8)
  }
}
