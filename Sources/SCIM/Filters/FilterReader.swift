import EventSourcing
import Foundation

/// Reads filters and paths, byte by byte (RFC 7644, figure 1).
struct FilterReader {
  private let bytes: [UInt8]
  private var place = 0
  /// How many brackets are open; what is nested deeper than anybody writes is refused.
  private var depth = 0
  private static let depthMax = 16

  init(_ text: String) { bytes = Array(text.utf8) }

  /// All of the text as a filter.
  mutating func wholeFilter() throws(Refusal) -> Filter {
    let filter = try anyOf()
    try expectEnd()
    return filter
  }

  /// All of the text as the path of a change.
  mutating func wholePath() throws(Refusal) -> PatchPath {
    let attribute = try attributePath()
    let filter = next == UInt8(ascii: "[") ? try valueFilter() : nil
    var part = attribute.part
    if filter != nil, next == UInt8(ascii: ".") {
      place += 1
      part = try word()
    }
    try expectEnd()
    return PatchPath(
      AttributePath(schema: attribute.schema, attribute.name, part), where: filter)
  }

  private mutating func anyOf() throws(Refusal) -> Filter {
    var filters = [try allOf()]
    while take(keyword: "or") { filters.append(try allOf()) }
    return filters.count == 1 ? filters[0] : .any(filters)
  }

  private mutating func allOf() throws(Refusal) -> Filter {
    var filters = [try term()]
    while take(keyword: "and") { filters.append(try term()) }
    return filters.count == 1 ? filters[0] : .all(filters)
  }

  private mutating func term() throws(Refusal) -> Filter {
    skipBlanks()
    if next == UInt8(ascii: "(") { return try bracketed(by: "(", ")") }
    let start = place
    if take(keyword: "not") {
      skipBlanks()
      if next == UInt8(ascii: "(") { return .not(try bracketed(by: "(", ")")) }
      place = start
    }
    let path = try attributePath()
    if next == UInt8(ascii: "[") { return .oneOf(path, try valueFilter()) }
    if take(keyword: "pr") { return .present(path) }
    skipBlanks()
    let written = try word().lowercased()
    guard let comparison = Filter.Comparison(rawValue: written) else { throw unreadable }
    return .compare(path, comparison, try literal())
  }

  private mutating func valueFilter() throws(Refusal) -> Filter { try bracketed(by: "[", "]") }

  private mutating func bracketed(
    by opening: Unicode.Scalar, _ closing: Unicode.Scalar
  ) throws(Refusal) -> Filter {
    guard next == UInt8(ascii: opening), depth < Self.depthMax else { throw unreadable }
    place += 1
    depth += 1
    let filter = try anyOf()
    skipBlanks()
    guard next == UInt8(ascii: closing) else { throw unreadable }
    place += 1
    depth -= 1
    return filter
  }

  /// A name behind the name of a schema, which ends at the last colon.
  private mutating func attributePath() throws(Refusal) -> AttributePath {
    skipBlanks()
    let start = place
    let written = taken { Self.isOfName($0) || $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: ".") }
    let colon = written.lastIndex(of: UInt8(ascii: ":"))
    let schema = colon.map { String(decoding: written[..<$0], as: UTF8.self) }
    let names = written[(colon.map { $0 + 1 } ?? written.startIndex)...]
      .split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
    guard (1...2).contains(names.count), !names.contains("") else {
      place = start
      throw unreadable
    }
    return AttributePath(schema: schema, names[0], names.count == 2 ? names[1] : nil)
  }

  private mutating func word() throws(Refusal) -> String {
    let written = taken(while: Self.isOfName)
    guard !written.isEmpty else { throw unreadable }
    return String(decoding: written, as: UTF8.self)
  }

  /// A text, a number, true, false or null, as JSON writes it.
  private mutating func literal() throws(Refusal) -> JSON {
    skipBlanks()
    let start = place
    if next == UInt8(ascii: "\"") {
      try skipText()
    } else {
      _ = taken { Self.isOfName($0) || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "+") }
    }
    guard let value = try? JSONDecoder().decode(JSON.self, from: Data(bytes[start..<place])) else {
      place = start
      throw unreadable
    }
    return value
  }

  private mutating func skipText() throws(Refusal) {
    place += 1
    while let byte = next, byte != UInt8(ascii: "\"") {
      place += byte == UInt8(ascii: "\\") ? 2 : 1
    }
    guard next != nil else { throw unreadable }
    place += 1
  }

  /// Whether `keyword`, in whatever capitals, stands here by itself; it is then behind us.
  private mutating func take(keyword: String) -> Bool {
    let start = place
    skipBlanks()
    let written = taken(while: Self.isOfName)
    if String(decoding: written, as: UTF8.self).lowercased() == keyword { return true }
    place = start
    return false
  }

  private mutating func taken(while isOf: (UInt8) -> Bool) -> ArraySlice<UInt8> {
    let start = place
    while let byte = next, isOf(byte) { place += 1 }
    return bytes[start..<place]
  }

  private mutating func skipBlanks() { while next == UInt8(ascii: " ") { place += 1 } }

  private mutating func expectEnd() throws(Refusal) {
    skipBlanks()
    guard place == bytes.count else { throw unreadable }
  }

  private var next: UInt8? { place < bytes.count ? bytes[place] : nil }

  private var unreadable: Refusal { .invalidFilter(at: place) }

  private static func isOfName(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"),
      UInt8(ascii: "$"):
      true
    case _: false
    }
  }
}
