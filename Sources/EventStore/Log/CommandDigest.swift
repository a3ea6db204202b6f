import Crypto
import EventSourcing

/// What a command asked and who gave it, in sixteen bytes: the log keeps these beside the command's
/// identity, so that one identity never stands for two commands.
struct CommandDigest {
  let bytes: [UInt8]

  init(_ envelope: Envelope) {
    var hash = SHA256()
    // The actor stands behind its length, so that no part of it passes for content.
    let count = UInt64(envelope.actor.utf8.count)
    withUnsafeBytes(of: count.bigEndian) { hash.update(bufferPointer: $0) }
    hash.update(data: Array(envelope.actor.utf8))
    hash.update(data: envelope.content)
    bytes = Array(hash.finalize().prefix(16))
  }
}
