/// Reads a form that brings a file along, as `multipart/form-data` (RFC 7578), strictly over bytes and as they come.
///
/// It holds back no more than the head of a part, or what may yet turn out to be a boundary.
struct MultipartReader {
  /// What comes to light.
  enum Event: Equatable {
    case begins(Head)
    /// What the part that began last goes on with; never empty.
    case bytes([UInt8])
    case ends
  }

  /// What a part says of itself.
  struct Head: Equatable {
    let name: String
    /// What the file is called where it came from; nil for a field, empty when no file was chosen.
    let fileName: String?
  }

  /// That it is no such form.
  struct Malformed: Error {}

  private enum State {
    case beginning
    case behindBoundary
    case head
    case content
    case behindEnd
  }

  /// What the head of one part may hold.
  private static let headBytesMax = 2048
  private static let lineEnd: [UInt8] = [0x0D, 0x0A]
  private static let dashes: [UInt8] = [0x2D, 0x2D]

  private let delimiter: [UInt8]
  private let partsMax: Int
  private var partCount = 0
  private var state = State.beginning
  private var rest: [UInt8] = []

  init(boundary: [UInt8], partsMax: Int) {
    delimiter = Self.dashes + boundary
    self.partsMax = partsMax
  }

  /// What `bytes`, which come next, bring to light.
  mutating func read(_ bytes: some Sequence<UInt8>) throws(Malformed) -> [Event] {
    rest += bytes
    var (events, isGoingOn): ([Event], Bool) = ([], true)
    while isGoingOn { isGoingOn = try step(&events) }
    return events
  }

  /// That nothing comes any more.
  func end() throws(Malformed) {
    guard case .behindEnd = state, rest.isEmpty || rest == Self.lineEnd, partCount > 0 else {
      throw Malformed()
    }
  }

  /// Goes on as far as what is there allows; false when more must come first.
  private mutating func step(_ events: inout [Event]) throws(Malformed) -> Bool {
    switch state {
    case .beginning: try pass(delimiter, to: .behindBoundary)
    case .behindBoundary: try passBoundary()
    case .head: try readHead(&events)
    case .content: readContent(&events)
    case .behindEnd: try checkEnd()
    }
  }

  private mutating func pass(_ text: [UInt8], to next: State) throws(Malformed) -> Bool {
    guard rest.count >= text.count else { return false }
    guard rest.starts(with: text) else { throw Malformed() }
    rest.removeFirst(text.count)
    state = next
    return true
  }

  private mutating func passBoundary() throws(Malformed) -> Bool {
    if rest.starts(with: Self.dashes) { return try pass(Self.dashes, to: .behindEnd) }
    return try pass(Self.lineEnd, to: .head)
  }

  private mutating func readHead(_ events: inout [Event]) throws(Malformed) -> Bool {
    guard let end = rest.first(Self.lineEnd + Self.lineEnd) else {
      guard rest.count < Self.headBytesMax + 2 * Self.lineEnd.count else { throw Malformed() }
      return false
    }
    guard end <= Self.headBytesMax, partCount < partsMax, let head = Head(rest[..<end]) else {
      throw Malformed()
    }
    partCount += 1
    rest.removeFirst(end + 2 * Self.lineEnd.count)
    events.append(.begins(head))
    state = .content
    return true
  }

  private mutating func readContent(_ events: inout [Event]) -> Bool {
    let end = Self.lineEnd + delimiter
    guard let place = rest.first(end) else {
      give(rest.count - end.count + 1, &events)
      return false
    }
    give(place, &events)
    rest.removeFirst(end.count)
    events.append(.ends)
    state = .behindBoundary
    return true
  }

  /// Hands on the first `count` bytes.
  private mutating func give(_ count: Int, _ events: inout [Event]) {
    guard count > 0 else { return }
    events.append(.bytes(Array(rest.prefix(count))))
    rest.removeFirst(count)
  }

  private func checkEnd() throws(Malformed) -> Bool {
    guard rest.count <= Self.lineEnd.count else { throw Malformed() }
    return false
  }
}

extension MultipartReader {
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

extension MultipartReader.Head {
  /// Reads the lines of a part's head, of which one names its field.
  fileprivate init?(_ bytes: ArraySlice<UInt8>) {
    var disposition: HeaderParameters?
    for line in bytes.lines {
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
    self.init(name: name, fileName: fileName)
  }
}

extension RandomAccessCollection<UInt8> where Index == Int, SubSequence: RandomAccessCollection {
  /// Where `text` stands first; nil when it does not.
  fileprivate func first(_ text: [UInt8]) -> Int? {
    var place = startIndex
    while let found = self[place...].firstIndex(of: text[0]) {
      if self[found...].starts(with: text) { return found }
      place = found + 1
    }
    return nil
  }
}

extension ArraySlice<UInt8> {
  /// What stands between line ends.
  fileprivate var lines: [ArraySlice<UInt8>] {
    var (lines, rest): ([ArraySlice<UInt8>], ArraySlice<UInt8>) = ([], self)
    while let end = rest.first([0x0D, 0x0A]) {
      lines.append(rest[..<end])
      rest = rest[(end + 2)...]
    }
    return lines + [rest]
  }
}
