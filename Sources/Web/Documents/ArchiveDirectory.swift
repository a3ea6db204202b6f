/// What the directory at the end of a ZIP archive says is in it (APPNOTE 6.3.10, sections 4.3.12 and 4.3.16).
///
/// Nothing is unpacked. An archive that is split, longer than four gigabytes, or followed by anything else is none.
struct ArchiveDirectory: Equatable {
  private static let end: [UInt8] = [0x50, 0x4B, 0x05, 0x06]
  private static let endByteCount = 22
  private static let entry: [UInt8] = [0x50, 0x4B, 0x01, 0x02]
  private static let entryByteCount = 46

  /// The names of all that is in it.
  let names: [String]

  /// Reads `bytes`, with which an archive ends and before which it has `offset` others; nil when they are no such end, or do
  /// not hold the whole directory.
  init?(of bytes: [UInt8], from offset: Int = 0) {
    let end = bytes.count - Self.endByteCount
    guard end >= 0, bytes[end...].starts(with: Self.end) else { return nil }
    let count = bytes.number(at: end + 10, of: 2)
    let start = bytes.number(at: end + 16, of: 4) - offset
    guard start >= 0, start + bytes.number(at: end + 12, of: 4) == end else { return nil }
    var (names, place): ([String], Int) = ([], start)
    while place < end {
      guard let (name, next) = Self.name(at: place, in: bytes[..<end]) else { return nil }
      names.append(name)
      place = next
    }
    guard names.count == count else { return nil }
    self.names = names
  }

  /// The name of the entry at `place`, and where the next one begins; nil when there is no whole entry.
  private static func name(
    at place: Int, in directory: ArraySlice<UInt8>
  ) -> (name: String, next: Int)? {
    let head = place + entryByteCount
    guard head <= directory.endIndex, directory[place...].starts(with: entry) else { return nil }
    let name = head + directory.number(at: place + 28, of: 2)
    let next =
      name + directory.number(at: place + 30, of: 2) + directory.number(at: place + 32, of: 2)
    guard next <= directory.endIndex else { return nil }
    return (String(decoding: directory[head..<name], as: UTF8.self), next)
  }
}

extension RandomAccessCollection where Element == UInt8, Index == Int {
  /// The number in the `count` bytes at `place`, the lowest first.
  fileprivate func number(at place: Int, of count: Int) -> Int {
    self[place..<place + count].reversed().reduce(0) { $0 << 8 | Int($1) }
  }
}
