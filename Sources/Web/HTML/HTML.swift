public import Domain

/// A piece of HTML, escaped by construction.
///
/// Literals are markup; everything interpolated is escaped over its UTF-8 bytes, so no character,
/// however combined, reaches the page as markup. Only `HTML` itself enters unescaped, and there is no
/// way to make `HTML` from a `String` other than escaping it. Text that starts an attribute which
/// holds an address (`href="\(text)"`) passes `Destination` first.
public struct HTML: ExpressibleByStringInterpolation, Equatable, Sendable {
  /// The UTF-8 bytes to send.
  public private(set) var bytes: [UInt8] = []

  /// Markup as it stands in the source.
  public init(stringLiteral markup: StaticString) {
    markup.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  public init(stringInterpolation: Interpolation) {
    bytes = stringInterpolation.bytes
  }

  /// `text` with every character that means something in HTML escaped.
  public init(_ text: String) {
    HTML.escape(text, into: &bytes)
  }

  /// No HTML at all.
  public static let nothing: HTML = ""

  public var isEmpty: Bool { bytes.isEmpty }

  /// The same bytes as text, for a test that looks inside.
  public var text: String { String(decoding: bytes, as: UTF8.self) }

  public static func + (first: HTML, second: HTML) -> HTML {
    var sum = first
    sum.bytes.append(contentsOf: second.bytes)
    return sum
  }

  public static func += (sum: inout HTML, next: HTML) {
    sum.bytes.append(contentsOf: next.bytes)
  }

  /// What an `HTML` literal is made of.
  public struct Interpolation: StringInterpolationProtocol {
    var bytes: [UInt8] = []

    public init(literalCapacity: Int, interpolationCount: Int) {
      bytes.reserveCapacity(literalCapacity + interpolationCount * 24)
    }

    public mutating func appendLiteral(_ markup: StaticString) {
      markup.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }

    /// Text, escaped; as an address when it starts an attribute that holds one.
    public mutating func appendInterpolation(_ text: String) {
      HTML.escape(opensAddress ? Destination.allowed(text) : text, into: &bytes)
    }

    /// A number, a day, an identity or another value that is its own text.
    public mutating func appendInterpolation(_ value: some LosslessStringConvertible) {
      appendInterpolation(value.description)
    }

    /// A line somebody wrote.
    public mutating func appendInterpolation(_ line: Line) {
      appendInterpolation(line.description)
    }

    /// Text somebody wrote, on one line; `Prose.html` keeps its paragraphs.
    public mutating func appendInterpolation(_ prose: Prose) {
      appendInterpolation(prose.description)
    }

    /// A link of this site.
    public mutating func appendInterpolation(_ link: Link) {
      link.append(to: &bytes, separator: "&amp;")
    }

    public mutating func appendInterpolation(_ html: HTML) {
      bytes.append(contentsOf: html.bytes)
    }

    public mutating func appendInterpolation(_ html: HTML?) {
      if let html { bytes.append(contentsOf: html.bytes) }
    }

    public mutating func appendInterpolation(_ parts: some Sequence<HTML>) {
      for part in parts { bytes.append(contentsOf: part.bytes) }
    }

    /// ` name="value"`, or nothing at all without a value.
    public mutating func appendInterpolation(
      attribute name: StaticString, _ value: (some LosslessStringConvertible)?
    ) {
      guard let value else { return }
      bytes.append(UInt8(ascii: " "))
      appendLiteral(name)
      appendLiteral("=\"")
      HTML.escape(value.description, into: &bytes)
      appendLiteral("\"")
    }

    /// ` name` when it is so, otherwise nothing.
    public mutating func appendInterpolation(flag name: StaticString, _ isSet: Bool) {
      guard isSet else { return }
      bytes.append(UInt8(ascii: " "))
      appendLiteral(name)
    }

    private static let addressAttributes: [[UInt8]] =
      ["href=\"", "src=\"", "action=\"", "formaction=\"", "data=\"", "cite=\"", "poster=\""]
      .map { Array(" \($0)".utf8) }

    private var opensAddress: Bool {
      guard bytes.last == UInt8(ascii: "\"") else { return false }
      return Self.addressAttributes.contains { bytes.suffix($0.count).elementsEqual($0) }
    }
  }

  private static func escape(_ text: String, into bytes: inout [UInt8]) {
    var text = text
    text.withUTF8 { utf8 in
      // Most text means nothing in HTML, and whole runs of it are copied at once. No letter means anything, and
      // none stands below what does.
      var runStart = 0
      for index in utf8.indices where utf8[index] <= UInt8(ascii: ">") {
        guard let reference = reference(to: utf8[index]) else { continue }
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[runStart..<index]))
        reference.withUTF8Buffer { bytes.append(contentsOf: $0) }
        runStart = index + 1
      }
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[runStart...]))
    }
  }

  /// What stands for a byte that means something in HTML; nil for one that does not.
  private static func reference(to byte: UInt8) -> StaticString? {
    switch byte {
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "\""): "&quot;"
    case UInt8(ascii: "'"): "&#39;"
    case 0: "\u{FFFD}"
    default: nil
    }
  }
}

extension Sequence<HTML> {
  /// The parts in a row, with `separator` between them.
  public func joined(separator: HTML = .nothing) -> HTML {
    var sum = HTML.nothing
    for (index, part) in enumerated() {
      if index > 0 { sum += separator }
      sum += part
    }
    return sum
  }
}
