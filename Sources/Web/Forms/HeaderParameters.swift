/// The value of a header and its parameters: `form-data; name="file"; filename="bank.json"`.
struct HeaderParameters {
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
