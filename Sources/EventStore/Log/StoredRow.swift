import EventSourcing
import Foundation
import Postgres

/// The columns of an event as every read asks for them.
let storedColumns: Statement = """
  position, recorded_at, version, type_id, category_id, stream_id, command_id, actor, correlation_id,
  data::text
  """

extension EventNames {
  /// The events in `rows`, whose columns are `storedColumns`; nil when a name in them is not remembered.
  func events(in rows: Rows) throws -> [Recorded<StoredEvent>]? {
    var events: [Recorded<StoredEvent>] = []
    events.reserveCapacity(rows.count)
    for row in rows {
      guard let type = type(try row[3]), let category = category(try row[4]) else { return nil }
      let text: String = try row[9]
      let correlation: UUID? = try row[8]
      events.append(
        Recorded(
          StoredEvent(type: type.name, schema: type.schema, payload: Array(text.utf8)),
          in: StreamName(category, Identity(uuid: try row[5])), of: organisation,
          version: try row[2],
          position: try row[0], actor: try row[7], command: Identity(uuid: try row[6]),
          correlation: correlation.map(Identity.init(uuid:)), recordedAt: try row[1]))
    }
    return events
  }
}
