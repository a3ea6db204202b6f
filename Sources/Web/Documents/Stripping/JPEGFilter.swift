/// Takes out of a JPEG (ITU-T T.81) what cameras and programs write beside the picture: EXIF with its position, XMP, IPTC,
/// comments, previews, segments that the standard reserves or does not know, and whatever follows its end.
///
/// What is needed to show it stays: the profile of its colours, Adobe's mark of how they are coded, and which side is up.
struct JPEGFilter: MetadataFilter {
  private enum State {
    case beginning
    case marker
    /// Among the coded picture, which goes on to the next marker.
    case scan
    case end
  }

  private enum Marker {
    static let start: UInt8 = 0xD8
    static let end: UInt8 = 0xD9
    static let scan: UInt8 = 0xDA
    static let restarts: ClosedRange<UInt8> = 0xD0...0xD7
    static let temporary: UInt8 = 0x01
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
    case .beginning: return try passStart(&kept)
    case .marker: return try passMarker(&kept)
    case .scan: return passScan(&kept)
    case .end:
      rest = []
      return false
    }
  }

  private mutating func passStart(_ kept: inout [UInt8]) throws(MalformedPicture) -> Bool {
    guard rest.count >= 2 else { return false }
    guard rest.starts(with: [0xFF, Marker.start]) else { throw MalformedPicture() }
    keep(2, &kept)
    state = .marker
    return true
  }

  private mutating func passMarker(_ kept: inout [UInt8]) throws(MalformedPicture) -> Bool {
    guard rest.count >= 2 else { return false }
    guard rest[0] == 0xFF else { throw MalformedPicture() }
    switch rest[1] {
    case 0xFF: rest.removeFirst()  // Any number of them may fill up before a marker.
    case Marker.end:
      keep(2, &kept)
      state = .end
    case Marker.temporary: rest.removeFirst(2)
    case 0, Marker.start, Marker.restarts: throw MalformedPicture()
    case let marker: return try passSegment(marker, &kept)
    }
    return true
  }

  private mutating func passSegment(
    _ marker: UInt8, _ kept: inout [UInt8]
  ) throws(MalformedPicture) -> Bool {
    guard rest.count >= 4 else { return false }
    let length = Int(rest[2]) << 8 | Int(rest[3])
    guard length >= 2 else { throw MalformedPicture() }
    guard rest.count >= 2 + length else { return false }
    kept += JPEGSegment(marker: marker, content: Array(rest[4..<2 + length])).stripped
    rest.removeFirst(2 + length)
    state = marker == Marker.scan ? .scan : .marker
    return true
  }

  private mutating func passScan(_ kept: inout [UInt8]) -> Bool {
    var place = 0
    while let found = rest[place...].firstIndex(of: 0xFF), found + 1 < rest.count {
      let next = rest[found + 1]
      guard next == 0 || Marker.restarts.contains(next) else {
        keep(found, &kept)
        state = .marker
        return true
      }
      place = found + 2
    }
    keep(rest.last == 0xFF ? rest.count - 1 : rest.count, &kept)
    return false
  }

  private mutating func keep(_ count: Int, _ kept: inout [UInt8]) {
    kept += rest.prefix(count)
    rest.removeFirst(count)
  }
}

/// A marker of a JPEG with what belongs to it.
private struct JPEGSegment {
  let marker: UInt8
  let content: [UInt8]

  /// What is left of it, in bytes: itself, something less, or nothing.
  var stripped: [UInt8] {
    switch marker {
    case 0xE0: content.starts(with: "JFIF\0".utf8) ? withoutPreview : []
    case 0xE1: Orientation(exif: content).map { written($0.exif) } ?? []
    case 0xE2: content.starts(with: "ICC_PROFILE\0".utf8) ? written(content) : []
    case 0xEE: content.starts(with: "Adobe".utf8) ? written(content) : []
    case _: Self.shown.contains(marker) ? written(content) : []
    }
  }

  /// The markers from frames (SOF0) to EXP that say how the picture is coded; 0xC8 is kept free for extensions.
  private static let shown = Set<UInt8>(0xC0...0xDF).subtracting([0xC8])

  /// JFIF has a preview behind its twelve bytes of version and density, and how large that is.
  private var withoutPreview: [UInt8] {
    content.count >= 14 ? written(content.prefix(12) + [0, 0]) : []
  }

  private func written(_ content: [UInt8]) -> [UInt8] {
    let length = content.count + 2
    return [0xFF, marker, UInt8(length >> 8), UInt8(length & 0xFF)] + content
  }
}
