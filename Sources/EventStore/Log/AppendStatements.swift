import EventSourcing
import Foundation
import Postgres

/// The call of `append_events` for a batch whose names have their numbers.
func appendStatement(_ batch: AppendBatch, to log: Int16, names: EventNames) throws -> Statement {
  var columns = AppendColumns()
  for pending in batch.members { try columns.add(pending, names: names) }
  let (commands, slices, events, claims) =
    (columns.commands, columns.slices, columns.events, columns.claims)
  return """
    SELECT append_events(
      \(log), \(batch.root), \(SealedEvent.Form.today.rawValue),
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
  _ waiting: [PendingAppend], in log: Int16, names: EventNames
) throws -> Statement {
  var columns = AppendColumns()
  for pending in waiting { try columns.add(pending, names: names) }
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
    var identities: [UUID] = []
    var lasts: [Int] = []
    var counts: [Int] = []
    var digests: [[UInt8]] = []
  }

  struct Slices {
    var commands: [Int] = []
    var categories: [Int] = []
    var streams: [UUID] = []
    var expected: [Int] = []
    var firsts: [Int] = []
    var counts: [Int] = []
  }

  struct Events {
    var categories: [Int] = []
    var streams: [UUID] = []
    var versions: [Int] = []
    var types: [Int] = []
    var commands: [UUID] = []
    var correlations: [UUID?] = []
    var actors: [String] = []
    var texts: [String] = []
  }

  struct Claims {
    var commands: [Int] = []
    var isTaken: [Bool] = []
    var scopes: [String] = []
    var keys: [String] = []
    var categories: [Int] = []
    var streams: [UUID] = []
  }

  var commands = Commands()
  var slices = Slices()
  var events = Events()
  var claims = Claims()

  mutating func add(_ pending: PendingAppend, names: EventNames) throws {
    let envelope = pending.appending.envelope
    let number = commands.identities.count + 1
    for slice in pending.appending.slices {
      let category = try category(of: slice.stream, names)
      slices.commands.append(number)
      slices.categories.append(category)
      slices.streams.append(slice.stream.identity.uuid)
      slices.expected.append(slice.expectedVersion)
      slices.firsts.append(events.types.count + 1)
      slices.counts.append(slice.events.count)
      for (offset, event) in slice.events.enumerated() {
        guard let type = names.number(of: event) else { throw UnknownName(name: event.type) }
        events.categories.append(category)
        events.streams.append(slice.stream.identity.uuid)
        events.versions.append(slice.expectedVersion + offset + 1)
        events.types.append(type)
        events.commands.append(envelope.command.uuid)
        events.correlations.append(envelope.correlation?.uuid)
        events.actors.append(envelope.actor)
      }
    }
    events.texts += pending.texts
    commands.identities.append(envelope.command.uuid)
    commands.lasts.append(events.types.count)
    commands.counts.append(pending.texts.count)
    commands.digests.append(pending.digest.bytes)
    for (claim, stream) in pending.appending.claims {
      claims.commands.append(number)
      claims.isTaken.append(claim.act == .take)
      claims.scopes.append(claim.scope)
      claims.keys.append(claim.key)
      claims.categories.append(try category(of: stream, names))
      claims.streams.append(stream.identity.uuid)
    }
  }

  private func category(of stream: StreamName, _ names: EventNames) throws -> Int {
    guard let number = names.number(ofCategory: stream.category) else {
      throw UnknownName(name: stream.category)
    }
    return number
  }
}
