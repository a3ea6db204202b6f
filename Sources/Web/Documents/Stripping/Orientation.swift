/// Which side of a photo is up, as a camera notes it in EXIF (CIPA DC-008, tag 0112).
struct Orientation: Equatable {
  private static let tag = 0x0112
  private static let entryByteCount = 12

  /// From 2 to 8; what lies as it should needs no note.
  let value: UInt8

  /// Finds it in the content of an APP1 segment; nil when that has none, or is no EXIF.
  init?(exif content: [UInt8]) {
    guard content.starts(with: "Exif\0\0".utf8) else { return nil }
    let tiff = TIFF(bytes: Array(content.dropFirst(6)))
    guard let tiff, let directory = tiff.number(at: 4, of: 4),
      let count = tiff.number(at: directory, of: 2)
    else { return nil }
    for index in 0..<count {
      let entry = directory + 2 + index * Self.entryByteCount
      guard let tag = tiff.number(at: entry, of: 2) else { return nil }
      guard tag == Self.tag else { continue }
      guard let value = tiff.number(at: entry + 8, of: 2), (2...8).contains(value) else {
        return nil
      }
      self.value = UInt8(value)
      return
    }
    return nil
  }

  /// The content of an APP1 segment that says this and nothing else.
  var exif: [UInt8] {
    let header: [UInt8] = [0x4D, 0x4D, 0, 42, 0, 0, 0, 8]
    let entry: [UInt8] = [0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, value, 0, 0]
    return Array("Exif\0\0".utf8) + header + [0, 1] + entry + [0, 0, 0, 0]
  }
}

/// The numbers of a TIFF, whichever end comes first.
private struct TIFF {
  let bytes: [UInt8]
  private let isLittleEndian: Bool

  init?(bytes: [UInt8]) {
    if bytes.starts(with: "II".utf8) {
      isLittleEndian = true
    } else if bytes.starts(with: "MM".utf8) {
      isLittleEndian = false
    } else {
      return nil
    }
    self.bytes = bytes
  }

  /// Nil when it is not all there.
  func number(at place: Int, of count: Int) -> Int? {
    guard place >= 0, place <= bytes.count - count else { return nil }
    let digits = bytes[place..<place + count]
    return (isLittleEndian ? Array(digits.reversed()) : Array(digits))
      .reduce(0) { $0 << 8 | Int($1) }
  }
}
