import EventSourcing

/// One command's append on its way through the writer, with everything about it that can be worked out
/// before its turn.
final class PendingAppend: Sendable {
  let appending: Appending
  /// The seals of its events, in the order of the slices.
  let leaves: [MerkleTree.Hash]
  /// What was asked and by whom.
  let digest: CommandDigest
  /// How long the payloads are together.
  let byteCount: Int

  init(_ appending: Appending, _ digest: CommandDigest) throws(MalformedAppend) {
    try Self.check(appending)
    var leaves: [MerkleTree.Hash] = []
    var byteCount = 0
    for slice in appending.slices {
      for (offset, event) in slice.events.enumerated() {
        byteCount += event.payload.count
        leaves.append(
          SealedEvent(
            stream: slice.stream, version: slice.expectedVersion + offset + 1, event: event,
            command: appending.envelope.command, actor: appending.envelope.actor,
            correlation: appending.envelope.correlation
          ).leaf())
      }
    }
    self.appending = appending
    self.leaves = leaves
    self.byteCount = byteCount
    self.digest = digest
  }

  var command: Identity { appending.envelope.command }
  var eventCount: Int { leaves.count }

  private static func check(_ appending: Appending) throws(MalformedAppend) {
    let slices = appending.slices
    guard !slices.isEmpty, !slices.contains(where: \.events.isEmpty) else { throw .empty }
    guard slices.count == 1 || Set(slices.map(\.stream)).count == slices.count else {
      throw .streamTwice
    }
    try check(name: appending.envelope.actor)
    for slice in slices {
      try check(name: slice.stream.category)
      for event in slice.events { try check(event) }
    }
    for (claim, stream) in appending.claims {
      for name in [claim.scope, claim.key, stream.category] { try check(name: name) }
    }
  }

  private static func check(_ event: StoredEvent) throws(MalformedAppend) {
    try check(name: event.type)
    do {
      _ = try UTF8Span(validating: event.payload.span)
    } catch {
      throw .notText
    }
  }

  /// What the database keeps as a text has no zero byte.
  private static func check(name: String) throws(MalformedAppend) {
    if name.utf8.contains(0) { throw .notText }
  }
}

/// An append that no log could take: a fault of the program that made it.
public enum MalformedAppend: Error {
  /// It has no slice, or a slice without events.
  case empty
  /// Two slices name one stream.
  case streamTwice
  /// A payload is not UTF-8, or a name has a zero byte.
  case notText
}
