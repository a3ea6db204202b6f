import CLibPQ

/// One row of an answer.
public struct Row: Sendable {
  let answer: Answer
  let number: Int32

  /// The value in the column called `name`; throws when there is none or it does not fit.
  public subscript<Value: PostgresDecodable>(_ name: String) -> Value {
    get throws(PostgresError) {
      guard let index = answer.columns.index(of: name) else {
        throw PostgresError(
          .decoding,
          "no column \(name) among \(answer.columns.names.joined(separator: ", "))")
      }
      return try self[index]
    }
  }

  /// The value in the column at `index`, counted from 0.
  public subscript<Value: PostgresDecodable>(_ index: Int) -> Value {
    get throws(PostgresError) {
      guard answer.columns.names.indices.contains(index) else {
        throw PostgresError(.decoding, "no column \(index) among \(answer.columns.names.count)")
      }
      do {
        return try Value(from: cell(at: index))
      } catch {
        throw failure(error, at: index, as: Value.self)
      }
    }
  }

  /// Whether the column called `name` holds NULL.
  public func isNull(_ name: String) throws(PostgresError) -> Bool {
    guard let index = answer.columns.index(of: name) else {
      throw PostgresError(.decoding, "no column \(name)")
    }
    return cell(at: index).isNull
  }

  private func cell(at index: Int) -> Cell {
    let columns = answer.columns
    let column = Int32(index)
    let isNull = PQgetisnull(answer.result, number, column) == 1
    let bytes: UnsafeRawBufferPointer? =
      isNull
      ? nil
      : UnsafeRawBufferPointer(
        start: PQgetvalue(answer.result, number, column),
        count: Int(PQgetlength(answer.result, number, column)))
    return Cell(
      type: columns.types[index], isBinary: answer.isBinary, bytes: bytes, owner: answer)
  }

  private func failure(_ error: any Error, at index: Int, as type: Any.Type) -> PostgresError {
    let column = answer.columns.names[index]
    let reason =
      switch error {
      case let mismatch as Cell.Mismatch: mismatch.reason
      case let nested as PostgresError: nested.message
      case _: "\(error)"
      }
    var failure = PostgresError(
      .decoding,
      "column \(column) of type \(answer.columns.types[index]) as \(type): \(reason)")
    failure.column = column
    return failure
  }
}
