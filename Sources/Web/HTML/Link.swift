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
  public var path: String { "/" + segments.map(Link.encoded).joined(separator: "/") }

  /// What a browser is given.
  public var address: String {
    var address = path
    if !query.isEmpty {
      let pairs = query.map { "\(Link.encoded($0.name))=\(Link.encoded($0.value))" }
      address += "?" + pairs.joined(separator: "&")
    }
    if let fragment { address += "#" + Link.encoded(fragment) }
    return address
  }

  private static func encoded(_ text: String) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "~"):
        bytes.append(byte)
      default:
        bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
