import EventSourcing
import Foundation

/// Whole rows of `storedColumns` as a binary COPY gave them, not yet taken apart.
///
/// The format is that of PostgreSQL's documentation of COPY, section Binary Format.
struct StoredRows: Sendable {
  private let bytes: [UInt8]
  private let names: EventNames.Known

  init(_ bytes: [UInt8], names: EventNames.Known) {
    self.bytes = bytes
    self.names = names
  }

  /// How many rows they are.
  ///
  /// - Throws: `StoredRowsError` when this is not what a COPY sends.
  func count() throws -> Int {
    try bytes.withUnsafeBytes { buffer throws(StoredRowsError) in
      var cursor = try Cursor(buffer)
      var count = 0
      while try cursor.beginRow() {
        for _ in 0..<Cursor.fieldCount { _ = try cursor.optionalField() }
        count += 1
      }
      return count
    }
  }

  /// The events in them, in order.
  ///
  /// - Throws: `StoredRowsError` when this is not what a COPY of events sends; `UnknownName`.
  func events() throws -> [Recorded<StoredEvent>] {
    try bytes.withUnsafeBytes { buffer in
      var cursor = try Cursor(buffer)
      var events: [Recorded<StoredEvent>] = []
      events.reserveCapacity(bytes.count / 400)
      while try cursor.beginRow() { events.append(try event(&cursor)) }
      return events
    }
  }

  private func event(_ cursor: inout Cursor) throws -> Recorded<StoredEvent> {
    let position = try cursor.integer(Int64.self)
    let moment = try cursor.integer(Int64.self)
    let version = try cursor.integer(Int32.self)
    let typeNumber = try cursor.integer(Int32.self)
    let categoryNumber = try cursor.integer(Int16.self)
    guard let type = names.types[Int(typeNumber)],
      let category = names.categories[Int(categoryNumber)]
    else { throw UnknownName(name: "of an event") }
    let (stream, command) = (try cursor.identity(), try cursor.identity())
    let actor = String(decoding: try cursor.field(), as: UTF8.self)
    let correlation = try cursor.optionalIdentity()
    return Recorded(
      StoredEvent(
        type: type.name, schema: type.schema, payload: [UInt8](try cursor.field())),
      in: StreamName(category, stream), of: names.organisation, version: Int(version),
      position: Int(position), actor: actor, command: command, correlation: correlation,
      recordedAt: Date(postgresMicroseconds: moment))
  }
}

/// A place in the bytes of a COPY.
private struct Cursor {
  static let fieldCount = 10

  private static let signature: [UInt8] = [
    0x50, 0x47, 0x43, 0x4F, 0x50, 0x59, 0x0A, 0xFF, 0x0D, 0x0A, 0x00,
  ]

  private let bytes: UnsafeRawBufferPointer
  private var offset = 0

  /// Passes over the header, which only the first rows have.
  init(_ bytes: UnsafeRawBufferPointer) throws(StoredRowsError) {
    self.bytes = bytes
    guard bytes.starts(with: Self.signature) else { return }
    offset = Self.signature.count
    guard try number(Int32.self) == 0 else { throw .notACopy }
    offset += Int(try number(Int32.self))
  }

  /// Goes on to the next row; false after the last.
  mutating func beginRow() throws(StoredRowsError) -> Bool {
    guard offset < bytes.count else { return false }
    let count = try number(Int16.self)
    guard count >= 0 else { return false }
    guard count == Self.fieldCount else { throw .notAnEvent }
    return true
  }

  /// The bytes of the next field, which is never NULL.
  mutating func field() throws(StoredRowsError) -> UnsafeRawBufferPointer.SubSequence {
    guard let field = try optionalField() else { throw .notAnEvent }
    return field
  }

  /// The bytes of the next field; nil when it is NULL.
  mutating func optionalField() throws(StoredRowsError) -> UnsafeRawBufferPointer.SubSequence? {
    let length = Int(try number(Int32.self))
    guard length >= 0 else { return nil }
    guard bytes.count - offset >= length else { throw .notAnEvent }
    defer { offset += length }
    return bytes[offset..<(offset + length)]
  }

  mutating func integer<I: FixedWidthInteger>(_: I.Type) throws(StoredRowsError) -> I {
    guard try number(Int32.self) == MemoryLayout<I>.size else { throw .notAnEvent }
    return try number(I.self)
  }

  mutating func identity() throws(StoredRowsError) -> Identity {
    guard let identity = try optionalIdentity() else { throw .notAnEvent }
    return identity
  }

  mutating func optionalIdentity() throws(StoredRowsError) -> Identity? {
    guard let field = try optionalField() else { return nil }
    guard field.count == 16 else { throw .notAnEvent }
    let uuid = bytes.loadUnaligned(fromByteOffset: field.startIndex, as: uuid_t.self)
    return Identity(uuid: UUID(uuid: uuid))
  }

  private mutating func number<I: FixedWidthInteger>(_: I.Type) throws(StoredRowsError) -> I {
    guard bytes.count - offset >= MemoryLayout<I>.size else { throw .notAnEvent }
    defer { offset += MemoryLayout<I>.size }
    return I(bigEndian: bytes.loadUnaligned(fromByteOffset: offset, as: I.self))
  }
}

/// The bytes are not those of a binary COPY of events.
enum StoredRowsError: Error {
  case notACopy
  case notAnEvent
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
