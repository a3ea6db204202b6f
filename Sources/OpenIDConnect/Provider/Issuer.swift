/// The name by which a provider goes, which is also where it tells about itself.
///
/// It is compared byte for byte: a slash more at the end is another issuer.
public struct Issuer: Hashable, Sendable, CustomStringConvertible {
  public let address: Address

  /// Reads an issuer; nil when it is not a safe address, or has a query.
  public init?(_ text: String) {
    guard let address = Address(text), !address.hasQuery else { return nil }
    self.address = address
  }

  public var description: String { address.text }

  /// Where the provider describes itself (OpenID Connect Discovery 1.0, section 4).
  var discoveryAddress: String {
    let path = ".well-known/openid-configuration"
    return address.text.utf8.last == UInt8(ascii: "/")
      ? address.text + path : "\(address.text)/\(path)"
  }
}
