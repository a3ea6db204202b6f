import Foundation

/// A file that is gone when nobody holds it any more, because its name is gone from the start.
///
/// What is in it may be about people.
struct NamelessFile {
  let handle: FileHandle

  init(_ bytes: [UInt8] = []) throws {
    var path = Array("\(NSTemporaryDirectory())/koers-XXXXXX".utf8CString)
    let descriptor = mkstemp(&path)
    guard descriptor >= 0 else { throw CocoaError(.fileWriteUnknown) }
    unlink(path)
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    try append(bytes)
    try rewind()
  }

  func append(_ bytes: [UInt8]) throws { try handle.write(contentsOf: Data(bytes)) }

  func rewind() throws { try handle.seek(toOffset: 0) }

  /// What comes next, at most `countMax` bytes; nil at the end.
  func next(_ countMax: Int) throws -> [UInt8]? {
    guard let data = try handle.read(upToCount: countMax), !data.isEmpty else { return nil }
    return Array(data)
  }

  /// All that was written into it.
  func bytes() throws -> [UInt8] {
    try rewind()
    return Array(try handle.readToEnd() ?? Data())
  }

  func begins(with bytes: [UInt8]) throws -> Bool {
    try rewind()
    return try next(bytes.count) == bytes
  }
}
