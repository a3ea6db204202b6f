/// Takes out of a PNG (W3C, third edition) all that is not needed to show it: text, EXIF, when it was changed, what no
/// standard knows, and whatever follows its end.
struct PNGFilter: MetadataFilter {
  /// The chunks that say what is seen, and how.
  private static let shown: Set<[UInt8]> = Set(
    [
      "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "cHRM", "gAMA", "iCCP", "sBIT", "sRGB", "cICP",
      "mDCV",
      "cLLI", "bKGD", "hIST", "pHYs", "acTL", "fcTL", "fdAT",
    ].map { Array($0.utf8) })
  private static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
  private static let checksumByteCount = 4

  private enum State {
    case beginning
    case chunk
    /// Within a chunk of which so much is still to come.
    case within(Int, isKept: Bool, isLast: Bool)
    case end
  }

  private var state = State.beginning
  private var rest: [UInt8] = []

  mutating func pass(_ bytes: [UInt8]) throws(MalformedPicture) -> [UInt8] {
    rest += bytes
    var kept: [UInt8] = []
    while try step(&kept) {}
    return kept
  }

  func end() throws(MalformedPicture) {
    guard case .end = state else { throw MalformedPicture() }
  }

  /// Goes on as far as what is there allows; false when more must come first.
  private mutating func step(_ kept: inout [UInt8]) throws(MalformedPicture) -> Bool {
    switch state {
    case .beginning:
      guard rest.count >= Self.signature.count else { return false }
      guard rest.starts(with: Self.signature) else { throw MalformedPicture() }
      pass(Self.signature.count, keeping: true, &kept)
      state = .chunk
    case .chunk:
      guard rest.count >= 8 else { return false }
      try begin(&kept)
    case .within(let count, let isKept, let isLast):
      guard !rest.isEmpty else { return false }
      let passing = min(count, rest.count)
      pass(passing, keeping: isKept, &kept)
      let left = count - passing
      guard left == 0 else {
        state = .within(left, isKept: isKept, isLast: isLast)
        return false
      }
      state = isLast ? .end : .chunk
    case .end:
      rest = []
      return false
    }
    return true
  }

  /// The length of a chunk and what it is called.
  private mutating func begin(_ kept: inout [UInt8]) throws(MalformedPicture) {
    let length = rest.prefix(4).reduce(0) { $0 << 8 | Int($1) }
    let name = Array(rest[4..<8])
    let isLast = name == Array("IEND".utf8)
    // The last one is empty; what somebody put in it shows nothing.
    guard !isLast || length == 0 else { throw MalformedPicture() }
    let isKept = Self.shown.contains(name)
    pass(8, keeping: isKept, &kept)
    state = .within(length + Self.checksumByteCount, isKept: isKept, isLast: isLast)
  }

  private mutating func pass(_ count: Int, keeping isKept: Bool, _ kept: inout [UInt8]) {
    if isKept { kept += rest.prefix(count) }
    rest.removeFirst(count)
  }
}
