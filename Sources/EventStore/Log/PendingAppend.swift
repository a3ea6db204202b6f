import EventSourcing

/// One command's append on its way through the writer, with everything about it that can be worked out
/// before its turn.
struct PendingAppend: Sendable {
  let appending: Appending
  /// The payloads as text, in the order of the slices.
  let texts: [String]
  /// The seals of its events, in the same order.
  let leaves: [[UInt8]]
  /// What was asked and by whom.
  let digest: CommandDigest
  /// Whether it was sent on a connection that was lost before the answer came.
  var isUncertain = false
  /// Whether the database refused a batch with it in, so that it may spoil no other.
  var goesAlone = false

  init(_ appending: Appending) throws(MalformedAppend) {
    var texts: [String] = []
    var leaves: [[UInt8]] = []
    guard !appending.slices.isEmpty, !appending.slices.contains(where: \.events.isEmpty) else {
      throw .empty
    }
    guard Set(appending.slices.map(\.stream)).count == appending.slices.count else {
      throw .streamTwice
    }
    guard !Self.names(in: appending).contains(where: { $0.utf8.contains(0) }) else {
      throw .notText
    }
    for slice in appending.slices {
      for (offset, event) in slice.events.enumerated() {
        guard let text = String(validating: event.payload, as: UTF8.self) else { throw .notText }
        texts.append(text)
        leaves.append(
          SealedEvent(
            stream: slice.stream, version: slice.expectedVersion + offset + 1, event: event,
            command: appending.envelope.command, actor: appending.envelope.actor,
            correlation: appending.envelope.correlation
          ).leaf())
      }
    }
    self.appending = appending
    self.texts = texts
    self.leaves = leaves
    self.digest = CommandDigest(appending.envelope)
  }

  /// Everything that the database keeps as a text, other than the payloads.
  private static func names(in appending: Appending) -> [String] {
    appending.slices.flatMap { slice in [slice.stream.category] + slice.events.map(\.type) }
      + appending.claims.flatMap { [$0.claim.scope, $0.claim.key, $0.stream.category] }
      + [appending.envelope.actor]
  }

  var command: Identity { appending.envelope.command }
  var byteCount: Int { texts.reduce(0) { $0 + $1.utf8.count } }
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
