import Crypto
import EventSourcing
import Foundation

extension Identity {
  /// The identity that `name` always has: version 8 of RFC 9562, made of the name's SHA-256.
  ///
  /// So whatever is loaded twice has the same identity twice, and the log answers the second time with
  /// what it answered the first.
  static func derived(from name: String) -> Identity {
    let digest = Array(SHA256.hash(data: Data(name.utf8)))
    var bytes: uuid_t = (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)
    withUnsafeMutableBytes(of: &bytes) { buffer in
      buffer.copyBytes(from: digest.prefix(16))
      buffer[6] = buffer[6] & 0x0F | 0x80
      buffer[8] = buffer[8] & 0x3F | 0x80
    }
    return Identity(uuid: UUID(uuid: bytes))
  }
}
