import Domain

/// Where a link may lead when its address comes as text.
enum Destination {
  /// `text` when it is a path or a place on this site or an address on the web, otherwise `#`.
  ///
  /// A path may not begin with two slashes, which a browser reads as another host.
  static func allowed(_ text: String) -> String {
    if text.utf8.first == UInt8(ascii: "#") || isPath(text) { return text }
    return WebAddress(text) == nil ? "#" : text
  }

  /// Whether `text` is a path on this site, as a browser reads it.
  static func isPath(_ text: String) -> Bool {
    let bytes = text.utf8
    return bytes.first == UInt8(ascii: "/")
      && bytes.dropFirst().first != UInt8(ascii: "/")
      && bytes.allSatisfy { (0x21...0x7E).contains($0) && $0 != UInt8(ascii: "\\") }
  }
}
