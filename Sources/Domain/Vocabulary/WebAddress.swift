/// The address of a page that a reader may follow: `http` or `https`, printable ASCII, no blanks.
public struct WebAddress: Hashable, Sendable, LosslessStringConvertible {
  public static let lengthMax = 2000

  public let description: String

  /// Nil for any other scheme, so that a link never runs a script.
  public init?(_ description: String) {
    let bytes = description.utf8
    let schemes = ["https://", "http://"]
    guard bytes.count <= Self.lengthMax, bytes.allSatisfy(Self.isAllowed),
      schemes.contains(where: { bytes.count > $0.utf8.count && bytes.starts(with: $0.utf8) })
    else { return nil }
    self.description = description
  }

  private static func isAllowed(_ byte: UInt8) -> Bool {
    (0x21...0x7E).contains(byte)
      && ![UInt8(ascii: "\""), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\\")]
        .contains(byte)
  }
}

extension WebAddress: Codable {
  public init(from decoder: any Decoder) throws {
    self = try WebAddress.decodeText(from: decoder)
  }

  public func encode(to encoder: any Encoder) throws { try encodeText(to: encoder) }
}
