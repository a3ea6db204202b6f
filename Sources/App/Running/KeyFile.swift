import Foundation

/// A key of 32 random bytes, made once and kept beside the data.
struct KeyFile {
  let path: String

  /// What closes secrets.
  static func secrets(in directory: String) -> KeyFile {
    KeyFile(path: "\(directory)/secret-key")
  }

  /// What wraps the keys of personal data.
  static func keyEncryption(in directory: String) -> KeyFile {
    KeyFile(path: "\(directory)/key-encryption-key")
  }

  /// The key in the file; made, readable by us alone, when there is none.
  ///
  /// Written beside its place and moved there whole, so a start that was killed leaves no half key.
  /// - Throws: `KeyFileError`, also for a file that holds something else: another key would open nothing.
  func key() throws -> [UInt8] {
    if let kept = FileManager.default.contents(atPath: path) {
      guard kept.count == 32 else { throw KeyFileError(path: path, reason: "it has not 32 bytes") }
      return Array(kept)
    }
    var generator = SystemRandomNumberGenerator()
    let key = (0..<32).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
    let unfinished = "\(path).unfinished"
    let directory = (path as NSString).deletingLastPathComponent
    try FileManager.default.createDirectory(
      atPath: directory, withIntermediateDirectories: true)
    let isMade = FileManager.default.createFile(
      atPath: unfinished, contents: nil, attributes: [.posixPermissions: 0o600])
    guard isMade, let file = FileHandle(forWritingAtPath: unfinished) else {
      throw KeyFileError(path: path, reason: String(cString: strerror(errno)))
    }
    // On disk before anything is closed with it, and so is its name.
    try file.write(contentsOf: Data(key))
    try file.synchronize()
    try file.close()
    guard rename(unfinished, path) == 0 else {
      throw KeyFileError(path: path, reason: String(cString: strerror(errno)))
    }
    try FileHandle(forReadingFrom: URL(filePath: directory, directoryHint: .isDirectory))
      .synchronize()
    return key
  }
}

/// A key could not be kept, or was not what it was kept as.
struct KeyFileError: Error, CustomStringConvertible {
  let path: String
  let reason: String

  var description: String { "The key in \(path) cannot be used: \(reason)." }
}
