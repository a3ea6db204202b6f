import Crypto
import Foundation

/// The key that closes secrets, made once and kept beside the data.
struct SecretKeyFile {
  let path: String

  init(in directory: String) { path = "\(directory)/secret-key" }

  /// The key in the file; made, readable by us alone, when there is none.
  ///
  /// Written beside its place and moved there whole, so a start that was killed leaves no half key.
  func key() throws -> SymmetricKey {
    if let kept = FileManager.default.contents(atPath: path), kept.count == 32 {
      return SymmetricKey(data: kept)
    }
    let key = SymmetricKey(size: .bits256)
    let unfinished = "\(path).unfinished"
    try FileManager.default.createDirectory(
      atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    let isWritten = FileManager.default.createFile(
      atPath: unfinished, contents: key.withUnsafeBytes { Data($0) },
      attributes: [.posixPermissions: 0o600])
    guard isWritten, rename(unfinished, path) == 0 else {
      throw SecretKeyError(path: path, reason: String(cString: strerror(errno)))
    }
    return key
  }
}

/// The key that closes secrets could not be kept.
struct SecretKeyError: Error, CustomStringConvertible {
  let path: String
  let reason: String

  var description: String { "The key of secrets cannot be kept in \(path): \(reason)." }
}
