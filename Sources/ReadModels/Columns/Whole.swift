import EventSourcing
import Postgres

/// A value of several parts kept whole in one `json` column: shown, never searched by.
///
/// Its keys are sorted, so that the same value is always the same text.
struct Whole<Value: Codable & Sendable>: PostgresEncodable, PostgresDecodable {
  let value: Value

  init(_ value: Value) { self.value = value }

  static var postgresType: PostgresType { .json }

  func encode(into bytes: inout [UInt8]) throws(UnencodableValue) {
    do {
      bytes.append(contentsOf: try Payload.encode(value))
    } catch {
      throw UnencodableValue("\(Value.self) cannot be written as JSON: \(error)")
    }
  }

  init(from cell: Cell) throws {
    let text = try JSONText(from: cell)
    do {
      value = try Payload.decode(Value.self, from: text.bytes)
    } catch {
      throw cell.mismatch("not a \(Value.self): \(error)")
    }
  }
}

extension Row {
  /// The value kept whole in the column called `name`.
  func whole<Value: Codable & Sendable>(_ name: String) throws -> Value {
    try (self[name] as Whole<Value>).value
  }

  /// The value kept whole in the column called `name`; nil for NULL.
  func wholeIfAny<Value: Codable & Sendable>(_ name: String) throws -> Value? {
    try (self[name] as Whole<Value>?)?.value
  }
}

/// A row that no fold can have written.
struct UnreadableRow: Error, CustomStringConvertible {
  let model: String
  let reason: String

  init(_ model: String, _ reason: String) {
    self.model = model
    self.reason = reason
  }

  var description: String { "a row of \(model): \(reason)" }
}
