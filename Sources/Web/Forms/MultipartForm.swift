/// A form that brings a file along, as `multipart/form-data` (RFC 7578), read strictly over bytes.
struct MultipartForm: Equatable, Sendable {
  /// One field, or one file.
  struct Part: Equatable, Sendable {
    let name: String
    /// What the file is called where it came from; nil for a field, empty when no file was chosen.
    let fileName: String?
    let bytes: [UInt8]
  }

  /// What the head of one part may hold.
  private static let headBytesMax = 2048
  private static let lineEnd: [UInt8] = [0x0D, 0x0A]
  private static let dashes: [UInt8] = [0x2D, 0x2D]

  let parts: [Part]

  /// Reads `bytes`; nil when they are not well-formed, or hold more than `partsMax` parts.
  init?(bytes: [UInt8], boundary: [UInt8], partsMax: Int) {
    var parts: [Part] = []
    var rest = bytes[...]
    let delimiter = Self.dashes + boundary
    guard rest.drop(ifFirst: delimiter) else { return nil }
    while !rest.drop(ifFirst: Self.dashes) {
      guard parts.count < partsMax, rest.drop(ifFirst: Self.lineEnd),
        let head = rest.drop(through: Self.lineEnd + Self.lineEnd), head.count <= Self.headBytesMax,
        let content = rest.drop(through: Self.lineEnd + delimiter),
        let part = Part(head: head, content: content)
      else { return nil }
      parts.append(part)
    }
    guard rest.isEmpty || rest.elementsEqual(Self.lineEnd), !parts.isEmpty else { return nil }
    self.parts = parts
  }
}

extension MultipartForm {
  /// The boundary that a content type names; nil when it is none of RFC 2046, section 5.1.1.
  static func boundary(in contentType: String) -> [UInt8]? {
    var parameters = HeaderParameters(contentType)
    guard parameters.value == "multipart/form-data", let text = parameters.take("boundary"),
      parameters.isEmpty || parameters.only("charset")
    else { return nil }
    let boundary = Array(text.utf8)
    guard (1...70).contains(boundary.count), boundary.last != 0x20,
      boundary.allSatisfy({ isAllowed($0) })
    else { return nil }
    return boundary
  }

  private static func isAllowed(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
      UInt8(ascii: "A")...UInt8(ascii: "Z"):
      true
    case _: "'()+_,-./:=? ".utf8.contains(byte)
    }
  }
}

extension MultipartForm.Part {
  /// Reads the lines of a part's head, of which one names its field.
  fileprivate init?(head: ArraySlice<UInt8>, content: ArraySlice<UInt8>) {
    var disposition: HeaderParameters?
    for line in head.lines {
      let halves = line.split(separator: UInt8(ascii: ":"), maxSplits: 1)
      guard halves.count == 2, let text = String(validating: halves[1], as: UTF8.self) else {
        return nil
      }
      guard String(decoding: halves[0], as: UTF8.self).lowercased() == "content-disposition" else {
        continue
      }
      guard disposition == nil else { return nil }
      disposition = HeaderParameters(text)
    }
    guard var disposition, disposition.value == "form-data", let name = disposition.take("name"),
      !name.isEmpty
    else { return nil }
    let fileName = disposition.take("filename")
    guard disposition.isEmpty else { return nil }
    self.init(name: name, fileName: fileName, bytes: Array(content))
  }
}

/// The value of a header and its parameters: `form-data; name="file"; filename="bank.json"`.
private struct HeaderParameters {
  let value: String
  private var parameters: [String: String] = [:]
  /// Whether it was no such thing.
  private var isMalformed = false

  init(_ text: String) {
    var parts = Self.parts(of: text.utf8)
    value = parts.isEmpty ? "" : parts.removeFirst().lowercased()
    for part in parts {
      let halves = part.utf8.split(separator: UInt8(ascii: "="), maxSplits: 1)
        .map { String(Substring($0)) }
      guard halves.count == 2,
        parameters.updateValue(Self.unquoted(halves[1]), forKey: halves[0].lowercased()) == nil
      else {
        isMalformed = true
        return
      }
    }
  }

  var isEmpty: Bool { !isMalformed && parameters.isEmpty }

  /// Whether nothing is left but `name`.
  func only(_ name: String) -> Bool { !isMalformed && parameters.keys.elementsEqual([name]) }

  /// Takes out the parameter; nil when it is not there, or anything is malformed.
  mutating func take(_ name: String) -> String? {
    isMalformed ? nil : parameters.removeValue(forKey: name)
  }

  /// What stands between semicolons outside quotes, without the blanks around it.
  ///
  /// A browser writes a quote in a name as `%22`, so that a quote always ends one.
  private static func parts(of text: String.UTF8View) -> [String] {
    var parts: [[UInt8]] = [[]]
    var isQuoted = false
    for byte in text {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if byte == UInt8(ascii: ";"), !isQuoted {
        parts.append([])
      } else {
        parts[parts.count - 1].append(byte)
      }
    }
    return parts.map { part in
      let blank = UInt8(ascii: " ")
      let head = part.drop { $0 == blank }
      return String(decoding: head.reversed().drop { $0 == blank }.reversed(), as: UTF8.self)
    }
  }

  private static func unquoted(_ text: String) -> String {
    let (quote, bytes) = (UInt8(ascii: "\""), text.utf8)
    guard bytes.count >= 2, bytes.first == quote, bytes.last == quote else { return text }
    return String(decoding: bytes.dropFirst().dropLast(), as: UTF8.self)
  }
}

extension ArraySlice<UInt8> {
  /// Goes on behind `text` when it comes first; otherwise stays.
  fileprivate mutating func drop(ifFirst text: [UInt8]) -> Bool {
    guard starts(with: text) else { return false }
    self = dropFirst(text.count)
    return true
  }

  /// Goes on behind the first `text`, and gives what came before it; nil when there is none.
  fileprivate mutating func drop(through text: [UInt8]) -> ArraySlice<UInt8>? {
    var place = startIndex
    while let found = self[place...].firstIndex(of: text[0]) {
      if self[found...].starts(with: text) {
        let before = self[..<found]
        self = self[(found + text.count)...]
        return before
      }
      place = found + 1
    }
    return nil
  }

  /// What stands between line ends.
  fileprivate var lines: [ArraySlice<UInt8>] {
    var (lines, rest): ([ArraySlice<UInt8>], ArraySlice<UInt8>) = ([], self)
    while let line = rest.drop(through: [0x0D, 0x0A]) { lines.append(line) }
    return lines + [rest]
  }
}
