import Domain
import EventSourcing
import Postgres

/// An event in one column, with its name and its shape, so that its upcasters find it later on:
/// `{"payload":{…},"schema":1,"type":"signal.sent"}`.
struct KeptEvent: Decodable {
  private let type: String
  private let schema: Int
  private let payload: WrittenJSON

  var stored: StoredEvent {
    StoredEvent(type: type, schema: schema, payload: payload.bytes)
  }
}

extension KeptEvent: PostgresDecodable {
  init(from cell: Cell) throws {
    self = try Payload.decode(KeptEvent.self, from: try JSONText(from: cell).bytes)
  }
}

extension KeptEvent {
  /// An event on its way into the column: as the log keeps it, where that is at hand.
  struct Writing: PostgresEncodable {
    let recorded: Recorded<LogEvent>

    static var postgresType: PostgresType { .json }

    func encode(into bytes: inout [UInt8]) throws(UnencodableValue) {
      let stored: StoredEvent
      do {
        stored = try recorded.kept ?? recorded.event.stored()
      } catch {
        throw UnencodableValue("\(error)")
      }
      bytes += "{\"payload\":".utf8
      bytes += stored.payload
      bytes += ",\"schema\":\(stored.schema),\"type\":\"\(stored.type)\"}".utf8
    }
  }
}
