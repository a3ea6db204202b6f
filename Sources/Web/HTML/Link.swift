/// A place on this site: a path, what is asked of it and where on the page.
///
/// Made by `Site` alone; segments and values are percent-encoded over their UTF-8 bytes, so nothing that
/// comes from outside can become another path or another question.
public struct Link: Hashable, Sendable {
  let segments: [String]
  var query: [Parameter] = []
  var fragment: String?

  struct Parameter: Hashable, Sendable {
    let name: String
    let value: String
  }

  init(_ segments: String...) {
    self.segments = segments
  }

  init(segments: [String]) {
    self.segments = segments
  }

  /// The same place with one more question, or with `name` answered otherwise.
  public func with(_ name: String, _ value: String?) -> Link {
    var link = self
    link.query.removeAll { $0.name == name }
    if let value { link.query.append(Parameter(name: name, value: value)) }
    return link
  }

  /// The element with this identity on the same page.
  public func at(_ fragment: String) -> Link {
    var link = self
    link.fragment = fragment
    return link
  }

  /// Everything before the question mark.
  public var path: String {
    var bytes: [UInt8] = []
    appendPath(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// What a browser is given.
  public var address: String {
    var bytes: [UInt8] = []
    append(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Writes the address behind `bytes`: nothing in it means anything in HTML but the `&` between two questions.
  func append(to bytes: inout [UInt8], separator: StaticString = "&") {
    appendPath(to: &bytes)
    var mark: StaticString = "?"
    for parameter in query {
      mark.withUTF8Buffer { bytes.append(contentsOf: $0) }
      Link.append(parameter.name, to: &bytes)
      bytes.append(UInt8(ascii: "="))
      Link.append(parameter.value, to: &bytes)
      mark = separator
    }
    guard let fragment else { return }
    bytes.append(UInt8(ascii: "#"))
    Link.append(fragment, to: &bytes)
  }

  private func appendPath(to bytes: inout [UInt8]) {
    if segments.isEmpty { bytes.append(UInt8(ascii: "/")) }
    for segment in segments {
      bytes.append(UInt8(ascii: "/"))
      Link.append(segment, to: &bytes)
    }
  }

  /// Writes `text` percent-encoded; mostly there is nothing to encode, and it goes as it is.
  private static func append(_ text: String, to bytes: inout [UInt8]) {
    var text = text
    text.withUTF8 { utf8 in
      guard !utf8.allSatisfy(isUnreserved) else { return bytes.append(contentsOf: utf8) }
      for byte in utf8 {
        if isUnreserved(byte) {
          bytes.append(byte)
        } else {
          bytes.append(UInt8(ascii: "%"))
          bytes.append(digit(byte >> 4))
          bytes.append(digit(byte & 15))
        }
      }
    }
  }

  /// What never needs encoding (RFC 3986, section 2.3).
  private static func isUnreserved(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
      UInt8(ascii: "_"), UInt8(ascii: "~"):
      true
    case _: false
    }
  }

  private static func digit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10
  }
}
