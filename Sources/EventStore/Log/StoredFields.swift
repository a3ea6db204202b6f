import EventSourcing
import Foundation

extension EventNames {
  /// The event in one row of a binary COPY of `storedColumns`; nil when a name in it is not remembered.
  ///
  /// - Throws: `StoredFieldError` when the row is not that of an event.
  func event(
    in fields: [ArraySlice<UInt8>?]
  ) throws(StoredFieldError) -> Recorded<StoredEvent>? {
    guard fields.count == 10, let position = fields[0], let moment = fields[1],
      let version = fields[2], let typeNumber = fields[3], let categoryNumber = fields[4],
      let stream = fields[5], let command = fields[6], let actor = fields[7],
      let payload = fields[9], let streamID = UUID(bytes: stream),
      let commandID = UUID(bytes: command)
    else { throw .notAnEvent }
    guard let type = type(Int(Int32(bigEndianBytes: typeNumber))),
      let category = category(Int(Int16(bigEndianBytes: categoryNumber)))
    else { return nil }
    return Recorded(
      StoredEvent(type: type.name, schema: type.schema, payload: Array(payload)),
      in: StreamName(category, Identity(uuid: streamID)), of: organisation,
      version: Int(Int32(bigEndianBytes: version)), position: Int(Int64(bigEndianBytes: position)),
      actor: String(decoding: actor, as: UTF8.self), command: Identity(uuid: commandID),
      correlation: fields[8].flatMap(UUID.init(bytes:)).map(Identity.init(uuid:)),
      recordedAt: Date(postgresMicroseconds: Int64(bigEndianBytes: moment)))
  }
}

/// A row that should hold an event does not.
enum StoredFieldError: Error {
  case notAnEvent
}

extension UUID {
  fileprivate init?(bytes: ArraySlice<UInt8>) {
    guard bytes.count == 16 else { return nil }
    var uuid: uuid_t = (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)
    withUnsafeMutableBytes(of: &uuid) { $0.copyBytes(from: bytes) }
    self.init(uuid: uuid)
  }
}

extension Date {
  /// PostgreSQL counts microseconds from the beginning of 2000.
  fileprivate init(postgresMicroseconds microseconds: Int64) {
    // Exactly as the `Postgres` module reads a moment, so that the two ways of reading agree.
    let (seconds, rest) = microseconds.quotientAndRemainder(dividingBy: 1_000_000)
    self.init(
      timeIntervalSinceReferenceDate: Double(seconds) - 31_622_400 + Double(rest) / 1_000_000)
  }
}
