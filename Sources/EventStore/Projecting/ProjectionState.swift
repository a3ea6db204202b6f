import EventSourcing
import Foundation
import Logging
import Postgres

/// Where one read model stands while this node projects it.
struct ProjectionState: Sendable {
  let generation: Generation
  var position: Int
  /// Streams it could not take further.
  var parked: Set<StreamName>
}

/// An event that a read model could not take, and what was wrong.
struct Poison: Sendable {
  let stream: StreamName
  let position: Int
  let reason: String
}

extension Poison {
  /// What was wrong, in words that repeat nothing of the event: they are kept, logged and shown.
  static func reason(_ error: any Error) -> String {
    switch error {
    case let error as EventCodecError: "\(error)"
    case let error as PostgresError:
      "the database refuses the row"
        + [error.sqlState.map { "\($0)" }, error.column, error.constraint].compactMap(\.self)
        .map { ", \($0)" }.joined()
    case is UnreadableRow: "a row that stands there cannot be read"
    case _: "\(type(of: error))"
    }
  }

  /// Tells the operator that a read model leaves the stream.
  func alarm(in model: String, to logger: Logger) {
    logger.error(
      "a stream is parked: a read model cannot take an event of it",
      metadata: [
        "read-model": "\(model)", "stream": "\(stream)", "position": "\(position)",
        "reason": "\(reason)",
      ])
  }
}

extension ProjectionState {
  /// What of `page` a read model of `category` takes, and the streams it must leave from here on.
  ///
  /// A stream that was left once stays left: its later events would be folded into a row that misses
  /// the earlier one.
  func sorted<Event>(
    _ page: DecodedPage<Event>, for category: String?
  ) -> (events: EventShare<Event>, poison: [Poison]) {
    let (events, unreadable) = (page.events(of: category), page.unreadable(of: category))
    if parked.isEmpty, unreadable.isEmpty { return (events, []) }
    var ends = Dictionary(uniqueKeysWithValues: parked.map { ($0, 0) })
    var poison: [Poison] = []
    for event in unreadable where ends[event.stream] == nil {
      ends[event.stream] = event.position
      poison.append(
        Poison(
          stream: event.stream, position: event.position, reason: Poison.reason(event.reason)))
    }
    return (events.filter { $0.position < ends[$0.stream] ?? .max }, poison)
  }
}

/// Notes that the generation leaves the poisoned stream; a stream is left once.
func parkingStatement(_ poison: Poison, of generation: Generation, in log: Int16) -> Statement {
  """
  INSERT INTO es_parked (log_id, projection, generation, category_id, stream_id, position, reason)
  SELECT \(log), \(generation.name), \(generation.number), category_id,
    \(poison.stream.identity.uuid), \(poison.position), \(poison.reason)
  FROM es_category WHERE name = \(poison.stream.category)
  ON CONFLICT DO NOTHING
  """
}
