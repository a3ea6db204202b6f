import Crypto
import EventSourcing

/// What a command asked and who gave it, in sixteen bytes: the log keeps these beside the command's
/// identity, so that one identity never stands for two commands.
///
/// Made with a key of the log's own (HMAC, RFC 2104), which lies apart from it: whoever has the log alone cannot test a
/// guess at what was asked, which may be what was erased since.
struct CommandDigest {
  let bytes: [UInt8]

  init(_ envelope: Envelope, with key: SymmetricKey) {
    var asked: [UInt8] = []
    asked.reserveCapacity(8 + envelope.actor.utf8.count + envelope.content.count)
    // The actor stands behind its length, so that no part of it passes for content.
    let count = UInt64(envelope.actor.utf8.count)
    withUnsafeBytes(of: count.bigEndian) { asked.append(contentsOf: $0) }
    asked.append(contentsOf: envelope.actor.utf8)
    asked.append(contentsOf: envelope.content)
    let code = HMAC<SHA256>.authenticationCode(for: asked, using: key)
    bytes = code.withUnsafeBytes { Array($0.prefix(16)) }
  }
}
