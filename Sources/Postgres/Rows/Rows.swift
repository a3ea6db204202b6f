import CLibPQ

/// The answer to one statement: its rows, and how many it touched.
///
/// Nothing is copied out of libpq's buffer before a column is read; the buffer lives as long as any
/// row of it.
public struct Rows: RandomAccessCollection, Sendable {
  let answer: Answer

  init(_ answer: Answer) { self.answer = answer }

  public var startIndex: Int { 0 }
  public var endIndex: Int { answer.rowCount }
  public subscript(position: Int) -> Row {
    precondition(position >= 0 && position < answer.rowCount, "a row past the last one")
    return Row(answer: answer, number: Int32(position))
  }

  /// How many rows were selected, inserted, changed or deleted.
  public var affected: Int { Int(String(cString: PQcmdTuples(answer.result))) ?? 0 }

  /// What the server says it did: `INSERT 0 3`.
  public var commandTag: String { String(cString: PQcmdStatus(answer.result)) }

  public var columnNames: [String] { answer.columns.names }

  /// The only row; throws when there is not exactly one.
  public func only() throws(PostgresError) -> Row {
    guard count == 1, let row = first else {
      throw PostgresError(.decoding, "\(count) rows where one was due")
    }
    return row
  }
}

/// libpq's result, which is never changed after it is handed out and may be read from any thread.
final class Answer: @unchecked Sendable {
  let result: OpaquePointer
  let columns: Columns
  let rowCount: Int
  /// Whether its values came in binary form; all of an answer do, or none.
  let isBinary: Bool

  /// Takes over `result`.
  init(owning result: OpaquePointer, columns known: Columns?) {
    self.result = result
    rowCount = Int(PQntuples(result))
    isBinary = PQfformat(result, 0) == 1
    columns = known ?? Columns(of: result)
  }

  deinit { PQclear(result) }
}

/// What an answer's columns are called and what types they have; the same for every answer of one
/// prepared statement.
final class Columns: Sendable {
  let names: [String]
  let types: [PostgresType]
  /// By how long the name is: few are as long as each other, and to compare those takes less than to hash one.
  private let indexesByLength: [[Int]]

  init(of result: OpaquePointer) {
    let columns = 0..<PQnfields(result)
    names = columns.map { String(cString: PQfname(result, $0)) }
    types = columns.map { PostgresType(oid: PQftype(result, $0)) }
    let longest = names.map(\.utf8.count).max() ?? 0
    var indexes = Array(repeating: [Int](), count: longest + 1)
    for (index, name) in names.enumerated() { indexes[name.utf8.count].append(index) }
    indexesByLength = indexes
  }

  /// Where the first column of this name stands.
  func index(of name: String) -> Int? {
    let length = name.utf8.count
    guard length < indexesByLength.count else { return nil }
    return indexesByLength[length].first { names[$0] == name }
  }
}
