import EventSourcing
import Foundation
import Postgres

/// The call of `append_events` for a batch whose names have their numbers.
func appendStatement(
  _ batch: AppendBatch, to log: Int16, _ numbers: EventNames.Numbers
) throws -> Statement {
  var columns = AppendColumns()
  for pending in batch.members { try columns.add(pending, numbers) }
  let (commands, slices, events, claims) =
    (columns.commands, columns.slices, columns.events, columns.claims)
  return """
    SELECT append_events(
      \(log), \(batch.root.bytes), \(SealedEvent.Form.today.rawValue),
      \(commands.identities), \(commands.lasts), \(commands.counts), \(commands.digests),
      \(slices.categories), \(slices.streams), \(slices.expected), \(slices.firsts), \(slices.counts),
      \(events.categories), \(events.streams), \(events.versions), \(events.types),
      \(events.commands), \(events.correlations), \(events.actors), \(events.texts),
      \(claims.isTaken), \(claims.scopes), \(claims.keys), \(claims.categories), \(claims.streams)
    ) AS head
    """
}

/// The question which of `waiting` cannot be written, and why.
func verdictsStatement(
  _ waiting: [PendingAppend], in log: Int16, _ numbers: EventNames.Numbers
) throws -> Statement {
  var columns = AppendColumns()
  for pending in waiting { try columns.add(pending, numbers) }
  let (commands, slices, claims) = (columns.commands, columns.slices, columns.claims)
  return """
    SELECT command, verdict, last_position, event_count, slice, actual, claim, holder
    FROM append_verdicts(
      \(log), \(commands.identities), \(commands.digests),
      \(slices.commands), \(slices.categories), \(slices.streams), \(slices.expected),
      \(claims.commands), \(claims.isTaken), \(claims.scopes), \(claims.keys), \(claims.categories),
      \(claims.streams))
    ORDER BY command, verdict, slice, claim
    """
}

/// A name in the log's dictionary that should have been interned was not.
struct UnknownName: Error {
  let name: String
}

/// Appends laid out as the arrays that the log's functions take.
///
/// Indexes count from 1, as SQL does.
private struct AppendColumns {
  struct Commands {
    var identities = EncodedArray<UUID>()
    var lasts = EncodedArray<Int>()
    var counts = EncodedArray<Int>()
    var digests = EncodedArray<[UInt8]>()
  }

  struct Slices {
    var commands = EncodedArray<Int>()
    var categories = EncodedArray<Int>()
    var streams = EncodedArray<UUID>()
    var expected = EncodedArray<Int>()
    var firsts = EncodedArray<Int>()
    var counts = EncodedArray<Int>()
  }

  struct Events {
    var categories = EncodedArray<Int>()
    var streams = EncodedArray<UUID>()
    var versions = EncodedArray<Int>()
    var types = EncodedArray<Int>()
    var commands = EncodedArray<UUID>()
    var correlations = EncodedArray<UUID?>()
    var actors = EncodedArray<String>()
    var texts = EncodedArray<PayloadText>()
  }

  struct Claims {
    var commands = EncodedArray<Int>()
    var isTaken = EncodedArray<Bool>()
    var scopes = EncodedArray<String>()
    var keys = EncodedArray<String>()
    var categories = EncodedArray<Int>()
    var streams = EncodedArray<UUID>()
  }

  var commands = Commands()
  var slices = Slices()
  var events = Events()
  var claims = Claims()

  mutating func add(_ pending: PendingAppend, _ numbers: EventNames.Numbers) throws {
    let envelope = pending.appending.envelope
    try commands.identities.append(envelope.command.uuid)
    try commands.lasts.append(events.types.count + pending.eventCount)
    try commands.counts.append(pending.eventCount)
    try commands.digests.append(pending.digest.bytes)
    for slice in pending.appending.slices { try add(slice, of: envelope, numbers) }
    for (claim, stream) in pending.appending.claims {
      try claims.commands.append(commands.identities.count)
      try claims.isTaken.append(claim.act == .take)
      try claims.scopes.append(claim.scope)
      try claims.keys.append(claim.key)
      try claims.categories.append(numbers.number(ofCategory: stream.category))
      try claims.streams.append(stream.identity.uuid)
    }
  }

  private mutating func add(
    _ slice: Appending.Slice, of envelope: Envelope, _ numbers: EventNames.Numbers
  ) throws {
    let category = try numbers.number(ofCategory: slice.stream.category)
    try slices.commands.append(commands.identities.count)
    try slices.categories.append(category)
    try slices.streams.append(slice.stream.identity.uuid)
    try slices.expected.append(slice.expectedVersion)
    try slices.firsts.append(events.types.count + 1)
    try slices.counts.append(slice.events.count)
    for (offset, event) in slice.events.enumerated() {
      try events.categories.append(category)
      try events.streams.append(slice.stream.identity.uuid)
      try events.versions.append(slice.expectedVersion + offset + 1)
      try events.types.append(numbers.number(of: event))
      try events.commands.append(envelope.command.uuid)
      try events.correlations.append(envelope.correlation?.uuid)
      try events.actors.append(envelope.actor)
      try events.texts.append(PayloadText(bytes: event.payload))
    }
  }
}

/// A payload, which is known to be text, bound as one without being made into a `String`.
private struct PayloadText: PostgresEncodable {
  let bytes: [UInt8]

  static var postgresType: PostgresType { .text }
  func encode(into bytes: inout [UInt8]) throws(UnencodableValue) { bytes += self.bytes }
}
