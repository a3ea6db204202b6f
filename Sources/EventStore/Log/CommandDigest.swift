import Crypto
import EventSourcing

/// What a command asked and who gave it, in sixteen bytes: the log keeps these beside the command's
/// identity, so that one identity never stands for two commands.
struct CommandDigest {
  let bytes: [UInt8]

  init(_ envelope: Envelope) {
    var asked: [UInt8] = []
    asked.reserveCapacity(8 + envelope.actor.utf8.count + envelope.content.count)
    // The actor stands behind its length, so that no part of it passes for content.
    let count = UInt64(envelope.actor.utf8.count)
    withUnsafeBytes(of: count.bigEndian) { asked.append(contentsOf: $0) }
    asked.append(contentsOf: envelope.actor.utf8)
    asked.append(contentsOf: envelope.content)
    bytes = SHA256.hash(data: asked).withUnsafeBytes { Array($0.prefix(16)) }
  }
}
