/// Reads one JSON text from its first byte to its last, once, and notes what stands where.
///
/// It checks all that RFC 8259 asks, so that nobody after it needs to. It does not call itself, and the
/// marks it makes are at most half as many as the bytes it reads: no text can exhaust the stack or make
/// it take memory out of proportion.
struct OutlineScanner {
  /// How deep arrays and objects may lie in each other.
  static let depthMax = 512
  static let lengthMax = Int(Int32.max)

  private let bytes: [UInt8]
  private var at = 0
  private var depth = 0
  /// The array or object being read; its `next` holds the one around it until it closes.
  private var open: Int?
  private(set) var marks: [Mark] = []

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    marks.reserveCapacity(8 + bytes.count / 12)
  }

  /// Reads the whole text as the value under `name`, if there is one.
  mutating func scan(named name: String?) throws(JSONFault) {
    guard bytes.count <= Self.lengthMax else { throw .tooLong }
    if name != nil {
      marks.append(Mark(kind: .object, start: 0, end: 0, next: 0))
      marks.append(Mark(kind: .name, start: 0, end: 0, next: 2))
    }
    try value()
    while let container = open {
      let isObject = marks[container].kind == .object
      switch significant() {
      case UInt8(ascii: ","):
        at += 1
        if isObject { try key() }
        try value()
      case UInt8(ascii: "}") where isObject, UInt8(ascii: "]") where !isObject: close(container)
      case _: throw unexpected
      }
    }
    if significant() != nil { throw .unexpectedByte(at: at) }
    if name != nil { marks[0].next = UInt32(marks.count) }
  }

  /// The next byte that is not blank, without reading it.
  private mutating func significant() -> UInt8? {
    while at < bytes.count {
      switch bytes[at] {
      case UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: "\t"): at += 1
      case let byte: return byte
      }
    }
    return nil
  }

  private var unexpected: JSONFault { at < bytes.count ? .unexpectedByte(at: at) : .cutOff }

  /// Reads one value, or as much of it as comes before the first value within it has been read.
  private mutating func value() throws(JSONFault) {
    while true {
      switch significant() {
      case UInt8(ascii: "\""): return try text()
      case UInt8(ascii: "{"):
        let object = try begin(.object)
        if significant() == UInt8(ascii: "}") { return close(object) }
        try key()
      case UInt8(ascii: "["):
        let array = try begin(.array)
        if significant() == UInt8(ascii: "]") { return close(array) }
      case UInt8(ascii: "-")?, (UInt8(ascii: "0")...UInt8(ascii: "9"))?: return try number()
      case UInt8(ascii: "t"): return try word("true", .yes)
      case UInt8(ascii: "f"): return try word("false", .no)
      case UInt8(ascii: "n"): return try word("null", .null)
      case _: throw unexpected
      }
    }
  }

  private mutating func begin(_ kind: Mark.Kind) throws(JSONFault) -> Int {
    depth += 1
    guard depth <= Self.depthMax else { throw .tooDeep(at: at) }
    let container = marks.count
    marks.append(
      Mark(
        kind: kind, start: UInt32(at), end: 0, next: UInt32(truncatingIfNeeded: open ?? -1)))
    open = container
    at += 1
    return container
  }

  private mutating func close(_ container: Int) {
    at += 1
    depth -= 1
    let around = marks[container].next
    open = around == .max ? nil : Int(around)
    marks[container].end = UInt32(at)
    marks[container].next = UInt32(marks.count)
  }

  private mutating func note(_ kind: Mark.Kind, from start: Int) {
    marks.append(
      Mark(kind: kind, start: UInt32(start), end: UInt32(at), next: UInt32(marks.count + 1)))
  }

  private mutating func key() throws(JSONFault) {
    guard significant() == UInt8(ascii: "\"") else { throw unexpected }
    try text()
    guard significant() == UInt8(ascii: ":") else { throw unexpected }
    at += 1
  }

  private mutating func word(_ word: StaticString, _ kind: Mark.Kind) throws(JSONFault) {
    let start = at
    for offset in 0..<word.utf8CodeUnitCount {
      guard at < bytes.count, bytes[at] == word.utf8Start[offset] else { throw unexpected }
      at += 1
    }
    note(kind, from: start)
  }
}

extension OutlineScanner {
  private mutating func number() throws(JSONFault) {
    let start = at
    var kind = Mark.Kind.whole
    if bytes[at] == UInt8(ascii: "-") { at += 1 }
    if at < bytes.count, bytes[at] == UInt8(ascii: "0") { at += 1 } else { try digits() }
    if at < bytes.count, bytes[at] == UInt8(ascii: ".") {
      kind = .number
      at += 1
      try digits()
    }
    if at < bytes.count, bytes[at] | 0x20 == UInt8(ascii: "e") {
      kind = .number
      at += 1
      if at < bytes.count, bytes[at] == UInt8(ascii: "+") || bytes[at] == UInt8(ascii: "-") {
        at += 1
      }
      try digits()
    }
    note(kind, from: start)
  }

  private mutating func digits() throws(JSONFault) {
    let start = at
    while at < bytes.count, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[at]) { at += 1 }
    guard at > start else { throw unexpected }
  }

  private mutating func text() throws(JSONFault) {
    at += 1
    let start = at
    var kind = Mark.Kind.ascii
    while true {
      skipPlain()
      guard at < bytes.count else { throw .cutOff }
      switch bytes[at] {
      case UInt8(ascii: "\""):
        note(kind, from: start)
        at += 1
        return
      case UInt8(ascii: "\\"):
        kind = .escaped
        try escape()
      case 0..<0x20: throw .unexpectedByte(at: at)
      case 0x20..<0x80: at += 1
      case _:
        if kind == .ascii { kind = .unicode }
        try sequence()
      }
    }
  }

  /// Passes over ASCII that means itself, eight bytes at a time, up to a byte that may not.
  private mutating func skipPlain() {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let highs: UInt64 = 0x8080_8080_8080_8080
    while at &+ 8 <= bytes.count {
      let word = bytes.withUnsafeBytes {
        UInt64(littleEndian: $0.loadUnaligned(fromByteOffset: at, as: UInt64.self))
      }
      let quote = word ^ (ones &* 0x22)
      let backslash = word ^ (ones &* 0x5C)
      let low = (word &- ones &* 0x20) & ~word
      let marked = (quote &- ones) & ~quote | (backslash &- ones) & ~backslash | low | word
      let found = marked & highs
      guard found == 0 else {
        at &+= found.trailingZeroBitCount / 8
        return
      }
      at &+= 8
    }
  }

  private mutating func escape() throws(JSONFault) {
    let start = at
    guard at + 1 < bytes.count else { throw .cutOff }
    at += 2
    switch bytes[at - 1] {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"),
      UInt8(ascii: "f"), UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
      return
    case UInt8(ascii: "u"): break
    case _: throw .brokenEscape(at: start)
    }
    switch try codeUnit() {
    case 0xD800...0xDBFF:
      guard at + 1 < bytes.count, bytes[at] == UInt8(ascii: "\\"),
        bytes[at + 1] == UInt8(ascii: "u")
      else { throw .brokenEscape(at: start) }
      at += 2
      guard case 0xDC00...0xDFFF = try codeUnit() else { throw .brokenEscape(at: start) }
    case 0xDC00...0xDFFF: throw .brokenEscape(at: start)
    case _: return
    }
  }

  private mutating func codeUnit() throws(JSONFault) -> UInt32 {
    guard at + 4 <= bytes.count else { throw .cutOff }
    var unit: UInt32 = 0
    for _ in 0..<4 {
      guard let digit = HexDigits.value(of: bytes[at]) else { throw .brokenEscape(at: at) }
      unit = unit << 4 | UInt32(digit)
      at += 1
    }
    return unit
  }

  /// One scalar of more than one byte (RFC 3629, section 4).
  private mutating func sequence() throws(JSONFault) {
    let second: ClosedRange<UInt8>
    let length: Int
    switch bytes[at] {
    case 0xC2...0xDF: (second, length) = (0x80...0xBF, 2)
    case 0xE0: (second, length) = (0xA0...0xBF, 3)
    case 0xED: (second, length) = (0x80...0x9F, 3)
    case 0xE1...0xEF: (second, length) = (0x80...0xBF, 3)
    case 0xF0: (second, length) = (0x90...0xBF, 4)
    case 0xF1...0xF3: (second, length) = (0x80...0xBF, 4)
    case 0xF4: (second, length) = (0x80...0x8F, 4)
    case _: throw .notUTF8(at: at)
    }
    guard at + length <= bytes.count else { throw .cutOff }
    guard second.contains(bytes[at + 1]) else { throw .notUTF8(at: at) }
    for offset in 2..<max(2, length) {
      guard bytes[at + offset] & 0xC0 == 0x80 else { throw .notUTF8(at: at) }
    }
    at += length
  }
}
